/** A piece of a text, and whether it matches the query. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/**
 * Cuts a text where words of the query start a word of it, without regard to case.
 * @returns the pieces in order; joined they are the text
 */
export function highlight(text: string, query: string): Piece[] {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 || /\d/.test(word));
  if (!words.length) return [{ text, isMatch: false }];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${words.sort((a, b) => b.length - a.length).join('|')})`,
    'giu',
  );
  return text
    .split(pattern)
    .map((piece, at) => ({ text: piece, isMatch: at % 2 === 1 }))
    .filter(({ text: piece }) => piece);
}
