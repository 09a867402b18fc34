import { measuresOf } from '../knowledge/quantity.ts';

/** One place of a text and the tokens it stands for: the word, its stem's parts, a number in its plain form. */
export interface Word {
  start: number;
  end: number;
  /** As it stands there, in small letters. */
  raw: string;
  tokens: string[];
}

/** Words that say nothing about what is looked for; `exam trap`, `documented today` and the like stand in every text. */
const fillers = new Set(
  'a about also am an and any are as at be been being but by can could did do does doing for from get gets had has have having how i if in into is it its just me my no not of on one only or our out over own s so some such t than that the their them then there these they this those to too up use used using was we were what when where which who why will with would you your documented exam hard material may per say today trap'.split(
    ' ',
  ),
);

/** Letters that multiply a number they are written with: 10k. */
const thousands: Record<string, number> = { k: 1000, m: 1_000_000 };

const UNIT = /\d[\d,.:]*\d\p{L}*|[\p{L}\p{N}]+/gu;
const NUMBER = /^(\d[\d,]*(?:\.\d+)?)(\p{L}*)$/u;
/** The parts of a name in CamelCase: Dynamo, DB; Route, 53. */
const PARTS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\d+/gu;

/**
 * Cuts a text into words. Names in CamelCase are kept whole and cut, words joined by a hyphen or an at sign too;
 * numbers lose their commas, and a number with a unit also becomes a quantity, so that 15 min, 900 s and 15 minutes
 * are the same.
 */
export function wordsOf(text: string): Word[] {
  const words = [...text.matchAll(UNIT)].flatMap((found) => readPiece(found[0], found.index));
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (!next || next.start - word.end > 1) return;
    const quantity = quantityOf(Number(word.tokens[0]), next.raw);
    if (quantity) word.tokens.push(quantity);
    if (/[-@]/.test(text[word.end] ?? '') && !/^\d/.test(next.raw))
      word.tokens.push(`${word.tokens[0]}${next.tokens[0]}`);
  });
  return words;
}

function readPiece(piece: string, start: number): Word[] {
  const end = start + piece.length;
  const raw = piece.toLowerCase();
  const number = NUMBER.exec(piece);
  if (number)
    return [{ start, end, raw, tokens: readNumber(number[1] ?? '', (number[2] ?? '').toLowerCase()) }];
  const singular = /^[\p{Lu}\d]{2,}s$/u.test(piece) ? piece.slice(0, -1) : piece;
  const whole = stem(singular.toLowerCase());
  const parts = [...singular.matchAll(PARTS)].filter(([part]) => part.length > 1);
  const isCompound = parts.length > 1 && parts.some(([part]) => part.length > 2) && piece.length > 5;
  if (!isCompound) return [{ start, end, raw, tokens: [whole] }];
  // The whole name hangs on a part that is looked up: `Get` of GetItem is left out with all it has.
  const carrier = Math.max(
    parts.findIndex(([part]) => !fillers.has(part.toLowerCase())),
    0,
  );
  return parts.map((part, at) => {
    const from = start + part.index;
    const partRaw = part[0].toLowerCase();
    const token = stem(partRaw);
    const tokens = at === carrier ? [token, whole] : [token];
    return { start: from, end: from + part[0].length, raw: partRaw, tokens };
  });
}

function readNumber(digits: string, letters: string): string[] {
  const value = Number(digits.replaceAll(',', '')) * (thousands[letters] ?? 1);
  const quantity = quantityOf(value, letters);
  const isPlain = !letters || letters in thousands || quantity;
  return [isPlain ? String(value) : stem(`${digits}${letters}`), ...(quantity ? [quantity] : [])];
}

/** Sizes count as powers of two here, whatever is written: notes and people mix them. */
function quantityOf(value: number, unit: string): string | null {
  if (Number.isNaN(value)) return null;
  const measure = measuresOf(unit).find(({ of }) => of === 's' || of === 'b');
  if (!measure) return null;
  return `#${Number((value * (measure.factors[0] ?? 1)).toPrecision(6))}${measure.of}`;
}

/** Word endings that stems leave out; what is typed so far may end within one of them. */
const ENDINGS = ['es', 's', 'ing', 'ed', 'ion', 'e'];

/** The part of a word that its forms share: plural, -ing, -ed, -ion and a silent e are left out. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let short = word;
  if (/[^aeiou]ies$/.test(short)) short = `${short.slice(0, -3)}y`;
  else if (/(ss|x|z|ch|sh)es$/.test(short)) short = short.slice(0, -2);
  else if (/[^suixa]s$|.{4}as$/.test(short)) short = short.slice(0, -1);
  if (short.length > 5 && /[aeiouy].*(ing|ed)$/.test(short)) {
    const cut = short.replace(/(ing|ed)$/, '');
    if (cut.length > 2) short = /([^aeiouls])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  }
  if (short.length > 6 && short.endsWith('tion')) short = short.slice(0, -3);
  return short.length > 4 && short.endsWith('e') ? short.slice(0, -1) : short;
}

/** Stems that a half-typed word may become: `replicatin` is on its way to `replicat`. */
export function stemsOnTheWay(typed: string): string[] {
  return ENDINGS.flatMap((ending) =>
    Array.from({ length: ending.length }, (_, at) => ending.slice(0, at + 1))
      .filter((start) => typed.endsWith(start))
      .map((start) => typed.slice(0, -start.length)),
  );
}

/** Tells whether a word says nothing about what is looked for. */
export const isFiller = ({ raw }: Word) => fillers.has(raw);
