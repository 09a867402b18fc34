import type { Limit } from '../knowledge/catalog.ts';
import { type Amount, isNear, isSameQuantity, measuresOf, readAmounts } from '../knowledge/quantity.ts';

/** The number, or the range, that is to be typed. */
export interface Expected {
  /** Lower end of a range; absent where one number is asked. */
  from?: number;
  to: number;
  unit?: string;
  /** The same in other words, as the limit has it: `15 minutes` of 900 seconds. */
  equals?: string;
}

/**
 * What a typed answer is worth: `unit` where the number is right and its unit is missing or another, `unreadable`
 * where it is no number at all (then nothing was answered).
 */
export type Verdict = 'right' | 'unit' | 'wrong' | 'unreadable';

/** From the worst to the best. */
const verdicts: Verdict[] = ['unreadable', 'wrong', 'unit', 'right'];
const best = (all: Verdict[]): Verdict =>
  verdicts.findLast((verdict) => all.includes(verdict)) ?? 'unreadable';
const worst = (all: Verdict[]): Verdict => verdicts.find((verdict) => all.includes(verdict)) ?? 'unreadable';

/** What has to be typed for the value of a limit, or null where that is no number (`unlimited`, or an open start). */
export function expectedOf({ value, minimum, maximum, unit, equals }: Limit): Expected | null {
  const to = value === undefined ? (maximum ?? minimum) : Number(value);
  if (to === undefined || Number.isNaN(to)) return null;
  const isRange = value === undefined && minimum !== undefined && maximum !== undefined;
  return { ...(isRange && { from: minimum }), to, ...(unit && { unit }), ...(equals && { equals }) };
}

/**
 * Judges a typed number with or without its unit. Units of time, size and throughput are converted; KB and KiB count
 * as the same, a thousand and 1,024 of them too, because AWS and the base mix them.
 * @param typed anything
 */
export function checkTyped(typed: string, expected: Expected): Verdict {
  const amounts = readAmounts(typed);
  const asWritten = amounts.map((amount) => judge(amount, expected));
  const inOtherWords = readAmounts(expected.equals ?? '')
    .filter(({ unit }) => measuresOf(unit).length)
    .flatMap((same) =>
      amounts
        .filter((amount) => judge(amount, same) === 'right')
        .map((amount): Verdict => (amount.unit ? 'right' : 'unit')),
    );
  return best([...asWritten, ...inOtherWords]);
}

/** A range from nothing or one has only its upper end to be known, so that end alone is the range. */
const isOpen = (from: number | undefined) => from === undefined || from === 0 || from === 1;

function judge(typed: Amount, expected: Expected): Verdict {
  const unit = expected.unit ?? '';
  const end = judgeNumber(typed.to, typed.unit, expected.to, unit);
  if (typed.from === undefined) return expected.from === undefined || isOpen(expected.from) ? end : 'wrong';
  if (expected.from === undefined) return isOpen(typed.from) ? end : 'wrong';
  return worst([judgeNumber(typed.from, typed.fromUnit ?? typed.unit, expected.from, unit), end]);
}

/** How many digits a number is told with. */
const digitsOf = (value: number): number =>
  (value.toExponential().split('e')[0] ?? '').replace(/\D/g, '').length;

/** Of a long fraction, as prices are, two digits rightly rounded are known well enough. */
const isRounded = (typed: number, expected: number): boolean =>
  Math.abs(expected) < 1 && digitsOf(typed) > 1 && Number(expected.toPrecision(digitsOf(typed))) === typed;

function judgeNumber(typed: number, typedUnit: string, expected: number, unit: string): Verdict {
  const isSameNumber = isNear(typed, expected) || isRounded(typed, expected);
  const isSame = typedUnit
    ? (isSameQuantity(typed, typedUnit, expected, unit) ?? (isSameNumber && isSameUnit(typedUnit, unit)))
    : isSameNumber;
  if (isSame) return 'right';
  return isSameNumber || isOtherUnit(typed, expected, unit) ? 'unit' : 'wrong';
}

/** Units in which people think, other than the one a limit is written in. */
const common = ['ms', 's', 'min', 'h', 'd', 'b', 'kb', 'mb', 'gb', 'tb'];

/** Where 900 seconds are asked, 15 is known but not said. */
const isOtherUnit = (typed: number, expected: number, unit: string): boolean =>
  common.some((other) => isSameQuantity(typed, other, expected, unit));

/** Ways to write a unit that stand for its words. */
const spellings: [RegExp, string][] = [
  [/%|\bper ?cent\b/gi, ' percent '],
  [/\brps\b/gi, 'requests per second'],
  [/\btps\b/gi, 'transactions per second'],
  [/\//g, ' per '],
];

/** Words of a unit that change nothing where they are left out. */
const small = /^(a|an|in|of|the|each|every)$/;

const wordsOf = (unit: string): string[] =>
  spellings
    .reduce((text, [written, words]) => text.replace(written, words), unit)
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word && !small.test(word))
    .map((word) => word.replace(/(?<=.{2})s$/, ''));

/** `chars` for characters, `s` for second. */
const isShortFor = (short: string, word: string) =>
  word === short || (short.length > 2 && word.startsWith(short)) || (short === 's' && word === 'second');

/**
 * Units that count are the same where each typed word stands in the expected unit; what is counted per need not be
 * repeated. Without an expected unit any word may name what is counted, but no unit that measures.
 */
function isSameUnit(typed: string, expected: string): boolean {
  const words = wordsOf(typed);
  if (measuresOf(typed).length && measuresOf(expected).length) return false;
  if (!expected) return !measuresOf(typed).length && !words.includes('percent');
  const wanted = wordsOf(expected);
  return words.length > 0 && words.every((word) => wanted.some((other) => isShortFor(word, other)));
}
