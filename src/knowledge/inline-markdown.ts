/** A piece of one line of inline Markdown. Only strong text has pieces of its own. */
export type Inline = { kind: 'text' | 'code' | 'em'; text: string } | { kind: 'strong'; pieces: Inline[] };

/** `code`, **strong** and *emphasis*; everything else is text, whatever it looks like. */
const marks = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/;

/** @param part text with its marks around */
function readMarked(part: string): Inline {
  if (part.startsWith('`')) return { kind: 'code', text: part.slice(1, -1) };
  if (part.startsWith('**')) return { kind: 'strong', pieces: readInline(part.slice(2, -2)) };
  return { kind: 'em', text: part.slice(1, -1) };
}

/** Reads one line of inline Markdown. Every character of the line but the marks is in one piece, in order. */
export const readInline = (line: string): Inline[] =>
  line
    .split(marks)
    .map((part, at) => (at % 2 ? readMarked(part) : { kind: 'text' as const, text: part }))
    .filter((piece) => piece.kind === 'strong' || piece.text !== '');
