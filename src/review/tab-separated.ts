/** One line of a table; a quoted cell may make it run over several lines of the file. */
export interface Row {
  /** Line of the file where it begins, from 1. */
  line: number;
  cells: string[];
  /** Whether the file ends within a quoted cell, which is then the last. */
  isOpen: boolean;
}

interface Cell {
  text: string;
  /** Where it ends in the file. */
  end: number;
  isOpen: boolean;
}

const upTo = (text: string, stop: RegExp, from: number): number => {
  const found = text.slice(from).search(stop);
  return found < 0 ? text.length : from + found;
};

/** Where a quoted cell ends that begins at a place: behind its closing mark, or null where there is none. */
function quotedEnd(text: string, start: number): number | null {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? null : at + 1;
}

function readCell(text: string, start: number): Cell {
  const unquoted = (from: number, to: number) => text.slice(from, to).replaceAll('""', '"');
  if (text[start] !== '"') {
    const end = upTo(text, /[\t\r\n]/, start);
    return { text: text.slice(start, end), end, isOpen: false };
  }
  const closed = quotedEnd(text, start);
  if (closed === null) return { text: unquoted(start + 1, text.length), end: text.length, isOpen: true };
  // What follows a closing mark belongs to the cell.
  const end = upTo(text, /[\t\r\n]/, closed);
  return { text: unquoted(start + 1, closed - 1) + text.slice(closed, end), end, isOpen: false };
}

function readCells(text: string, start: number): Cell[] {
  const cells: Cell[] = [];
  let at = start;
  do {
    const cell = readCell(text, at);
    cells.push(cell);
    at = cell.end + 1;
  } while (text[at - 1] === '\t');
  return cells;
}

/**
 * Reads a table with tabs between its cells, as the csv library of Anki does: a cell that begins with a quotation mark
 * goes on to the next single one and may hold tabs, line breaks and doubled marks; lines that begin with # are
 * comments; empty lines are nothing.
 * @returns the comments before the first row without their #, and the rows
 */
export function readTabSeparated(text: string): { comments: string[]; rows: Row[] } {
  const comments: string[] = [];
  const rows: Row[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const isComment = text[at] === '#';
    const cells = isComment ? [] : readCells(text, at);
    const end = cells.at(-1)?.end ?? upTo(text, /[\r\n]/, at);
    if (isComment && !rows.length) comments.push(text.slice(at + 1, end));
    if (end > at && !isComment)
      rows.push({ line, cells: cells.map((cell) => cell.text), isOpen: cells.at(-1)?.isOpen ?? false });
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    line += text.slice(at, next).split(/\r\n|\r|\n/).length - 1;
    at = next;
  }
  return { comments, rows };
}
