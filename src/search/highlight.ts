import type { MarkPhrases } from './phrases.ts';
import { isFiller, type Word, wordsOf } from './words.ts';

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

/** Reads each text once: the same hits are shown again at the next key press. There are no more texts than the notes have. */
export function rememberWords(markPhrases: MarkPhrases): (text: string) => Word[] {
  const known = new Map<string, Word[]>();
  return (text) => {
    const words = known.get(text) ?? markPhrases(wordsOf(text));
    known.set(text, words);
    return words;
  };
}

/**
 * @param tokens what was looked for, corrections and other forms included
 * @param readWords the words of a text, with the tokens of known forms
 */
export function createMarker(tokens: Set<string>, readWords: (text: string) => Word[]): Marker {
  const matches = (text: string) =>
    readWords(text).filter((word) => !isFiller(word) && word.tokens.some((token) => tokens.has(token)));
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
