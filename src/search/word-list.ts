/** Shared beginnings up to this long are counted with one sign. */
const longest = 62;
/** The sign that stands for nothing shared; the others follow it. */
const firstSign = 48;

/**
 * Packs sorted words: each as how many letters it shares with the one before, and the rest (front coding).
 * @param words sorted, without spaces
 */
export function packWords(words: string[]): string {
  return words
    .map((word, at) => {
      const before = words[at - 1] ?? '';
      let shared = 0;
      while (shared < Math.min(longest, before.length) && word[shared] === before[shared]) shared += 1;
      return String.fromCharCode(firstSign + shared) + word.slice(shared);
    })
    .join(' ');
}

/** Reads what `packWords` made. */
export function unpackWords(packed: string): string[] {
  let before = '';
  return packed.split(' ').map((written) => {
    before = before.slice(0, written.charCodeAt(0) - firstSign) + written.slice(1);
    return before;
  });
}
