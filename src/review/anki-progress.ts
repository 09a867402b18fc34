import { guidStart } from './anki-text.ts';
import { renamed, type Renames } from './chosen.ts';
import { factOf } from './state.ts';
import { readTabSeparated, type Row } from './tab-separated.ts';

/** What an export of Anki tells about one note. */
export interface AnkiNote {
  guid: string;
  tags: string[];
}

/** Something that could not be read. */
export interface AnkiProblem {
  /** Line of the file, from 1. */
  line: number;
  reason: string;
}

/** `key:value` of the header lines, by key. */
const headersOf = (comments: string[]): Map<string, string> =>
  new Map(
    comments.map((comment) => {
      const [key = '', ...value] = comment.split(':');
      return [key.trim().toLowerCase(), value.join(':').trim()];
    }),
  );

const howToExport =
  'In Anki choose File, Export, “Notes in Plain Text”, tick “Include tags” and “Include unique identifier”, then import that file.';

/** What a file must say of itself, each with what is missing where it does not. */
const demands: { isMet: (headers: Map<string, string>) => boolean; reason: string }[] = [
  {
    isMet: (headers) => headers.get('separator')?.toLowerCase() === 'tab',
    reason: 'This is not a text file exported by Anki: it does not begin with “#separator:tab”.',
  },
  {
    isMet: (headers) => headers.get('guid column') === '1',
    reason: 'This export does not say which note is which: its unique identifiers were left out.',
  },
  {
    isMet: (headers) => headers.has('tags column'),
    reason: 'This export has no tags, so leeches cannot be told.',
  },
];

/** A note has at least an identifier, one field and tags; in one file all have as many. */
const fewestCells = 3;

/**
 * Reads Anki's export “Notes in Plain Text” with tags and unique identifiers: which notes there are, and their tags.
 *
 * That is all Anki says about progress in text. Intervals, due dates, ease, reviews and lapses are in none of its text
 * exports, nor is whether a card is suspended; “Cards in Plain Text” holds questions and answers only. Tags stand in
 * the last column: what `#tags column` says is too low in early versions where the deck or note type was left out.
 * Source: Anki's rslib/src/import_export/text/csv/export.rs.
 * @param text what the file holds, whatever that is
 * @returns the notes, and everything that could not be read; a file of another kind has no notes and one problem
 */
export function readAnkiText(text: string): { notes: AnkiNote[]; problems: AnkiProblem[] } {
  const { comments, rows } = readTabSeparated(text.replace(/^\uFEFF/, ''));
  const headers = headersOf(comments);
  const unmet = demands.find(({ isMet }) => !isMet(headers));
  if (unmet) return { notes: [], problems: [{ line: 1, reason: `${unmet.reason} ${howToExport}` }] };
  const notes: AnkiNote[] = [];
  const problems: AnkiProblem[] = [];
  const columns = Math.max(fewestCells, rows[0]?.cells.length ?? 0);
  for (const row of rows) {
    const fault = faultIn(row, columns);
    if (fault) problems.push({ line: row.line, reason: fault });
    else
      notes.push({ guid: row.cells[0] ?? '', tags: (row.cells.at(-1) ?? '').split(/\s+/).filter(Boolean) });
  }
  return { notes, problems };
}

function faultIn({ cells, isOpen }: Row, columns: number): string | null {
  if (isOpen)
    return 'The file stops within this note: it was not completely written or copied. Export it again.';
  if (!cells[0]) return 'This note has no unique identifier, so it is not known which card it is.';
  return cells.length < columns ? 'This line is not a whole note: columns are missing.' : null;
}

/** What Anki's notes say about our cards. */
export interface AnkiProgress {
  /** Notes and limits with a card in Anki, `service/fact`: to be switched on for review. */
  facts: string[];
  /** Cards that Anki tagged as leeches and, unless set otherwise, suspended: to be suspended. */
  suspend: string[];
  /** Cards of ours that are in no deck any more. */
  unknown: string[];
  /** How many notes are not ours. */
  others: number;
}

/** Anki's own tag for a card that was missed again and again. */
const leechTag = 'leech';

/**
 * What of our cards is in Anki, under the ids of today.
 * @param notes see `readAnkiText`
 * @param known ids of all cards in the decks
 * @param renames old ids to those of today
 */
export function ankiProgress(notes: AnkiNote[], known: ReadonlySet<string>, renames: Renames): AnkiProgress {
  const ours = notes
    .filter(({ guid }) => guid.startsWith(guidStart))
    .map(({ guid, tags }) => ({
      card: renamed(guid.slice(guidStart.length), renames),
      isLeech: tags.some((tag) => tag.toLowerCase() === leechTag),
    }));
  const found = ours.filter(({ card }) => known.has(card));
  const once = (list: string[]) => [...new Set(list)];
  return {
    facts: once(found.map(({ card }) => factOf(card))),
    suspend: once(found.filter(({ isLeech }) => isLeech).map(({ card }) => card)),
    unknown: once(ours.map(({ card }) => card).filter((card) => !known.has(card))),
    others: notes.length - ours.length,
  };
}
