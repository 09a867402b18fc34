/**
 * Lists of ascending numbers in as few bits as a general method allows: the middle number of a list is written within
 * the range that its neighbours leave it, then each half the same way, so that numbers that stand close together cost
 * next to nothing (binary interpolative coding, Moffat and Stuiver 2000). Entries of one topic stand side by side.
 */

/** How many bits a value below `range` needs at most. As many values as fill up the last bit can do with one less. */
const bitsFor = (range: number) => 32 - Math.clz32(range - 1);

/** What stands at a place of a list, told the least and the most that it can be. */
type NumberAt = (at: number, least: number, most: number) => number;

/** Goes through the places from `from` to before `to` in the order in which they are written. */
function visit(from: number, to: number, least: number, most: number, numberAt: NumberAt): void {
  if (from >= to) return;
  const at = (from + to) >> 1;
  const number = numberAt(at, least + at - from, most - (to - 1 - at));
  visit(from, at, least, number - 1, numberAt);
  visit(at + 1, to, number + 1, most, numberAt);
}

/**
 * Packs lists into text.
 * @param lists each ascending, without repetition, of numbers from 0 to below `size`
 * @returns base64; the lengths of the lists are not in it
 */
export function packLists(lists: number[][], size: number): string {
  const bytes: number[] = [];
  let free = 0;
  const write = (value: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      if (!free) free = bytes.push(0) && 8;
      free -= 1;
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | (((value >> bit) & 1) << free);
    }
  };
  for (const list of lists)
    visit(0, list.length, 0, size - 1, (at, least, most) => {
      const number = list[at] ?? 0;
      const bits = bitsFor(most - least + 1);
      const short = 2 ** bits - (most - least + 1);
      if (number - least < short) write(number - least, bits - 1);
      else write(number - least + short, bits);
      return number;
    });
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Reads what `packLists` made.
 * @param lengths of the lists, in their order
 */
export function unpackLists(packed: string, lengths: number[], size: number): Uint32Array[] {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  let bit = 0;
  /** Up to 16 bits, which never reach over more than three bytes. */
  const read = (bits: number) => {
    const at = bit >> 3;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const value = (three >> (24 - (bit & 7) - bits)) & ((1 << bits) - 1);
    bit += bits;
    return value;
  };
  return lengths.map((length) => {
    const list = new Uint32Array(length);
    visit(0, length, 0, size - 1, (at, least, most) => {
      const bits = bitsFor(most - least + 1);
      const short = 2 ** bits - (most - least + 1);
      const start = bits ? read(bits - 1) : 0;
      const number = least + (bits && start >= short ? start * 2 + read(1) - short : start);
      list[at] = number;
      return number;
    });
    return list;
  });
}
