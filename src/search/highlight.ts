import type { MarkPhrases } from './phrases.ts';
import { isFiller, wordsOf } from './words.ts';

/** A piece of a text, and whether it is why the text was found. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** Shows where the words of a query stand in a text. */
export interface Marker {
  /** The text in pieces; joined they are the text. */
  pieces: (text: string) => Piece[];
  /** The line that has most of the words, the first of equals; the first where none has any. A question is no answer. */
  bestLine: (text: string) => string;
}

/** @param tokens what was looked for, corrections and other forms included */
export function createMarker(tokens: Set<string>, markPhrases: MarkPhrases): Marker {
  const matches = (text: string) =>
    markPhrases(wordsOf(text)).filter(
      (word) => !isFiller(word) && word.tokens.some((token) => tokens.has(token)),
    );
  return {
    pieces(text) {
      const pieces: Piece[] = [];
      let from = 0;
      for (const { start, end } of matches(text)) {
        pieces.push(
          { text: text.slice(from, start), isMatch: false },
          { text: text.slice(start, end), isMatch: true },
        );
        from = end;
      }
      return [...pieces, { text: text.slice(from), isMatch: false }].filter((piece) => piece.text);
    },
    bestLine(text) {
      const lines = text.split('\n');
      const answers = lines.filter((line) => !line.endsWith('?'));
      const counted = (answers.length ? answers : lines).map((line) => ({
        line,
        count: new Set(matches(line).map(({ raw }) => raw)).size,
      }));
      return counted.reduce((best, one) => (one.count > best.count ? one : best)).line;
    },
  };
}
