import type { Limit } from '../knowledge/catalog.ts';
import { valueText } from '../knowledge/limit-text.ts';
import { isSameQuantity, measuresOf, readAmounts } from '../knowledge/quantity.ts';
import { fingerprint } from './hash.ts';
import { pluralUnit } from './limit-question.ts';

/** Right answer and distractors together. */
const OPTIONS = 4;
/** A sibling further away than this gives itself away. */
const FARTHEST = 1000;
/** Few enough that the mistakes people make (double, half, ten times) come in as well. */
const MOST_SIBLINGS = 2;
/** How mistaken values differ from the right one. */
const mistakes: ((right: number) => number)[] = [
  (right) => right * 2,
  (right) => right / 2,
  (right) => right * 10,
  (right) => right * 5,
  (right) => right / 10,
  (right) => right * 3,
  (right) => right + 1,
  (right) => right + 2,
  (right) => right + 5,
];

/** Puts texts into an order that the seed alone decides. */
export const shuffled = (texts: string[], seed: string): string[] =>
  [...texts].sort((a, b) => rank(a, seed) - rank(b, seed) || (a < b ? -1 : 1));

const rank = (text: string, seed: string) => fingerprint(`${seed}\n${text}`);

/**
 * Four values to choose from, the right one among them and no other that means the same.
 * @param siblings limits that give distractors where they have the same unit; those of the topic
 * @param seed decides which distractors and in which order: card id and how often it was answered
 * @returns nothing where the value is no number
 */
export function choicesFor(limit: Limit, siblings: Limit[], seed: string): string[] {
  const right = numberOf(limit);
  // A unit that repeats the number, `bits of prefix (/8)`, would point at the right one.
  if (right === null || limit.unit?.includes(`/${right}`)) return [];
  const older = formerValue(limit);
  const made = mistakes
    .map((mistake) => (isHighShare(limit, right) ? 100 - mistake(100 - right) : mistake(right)))
    .map((value) => Number(value.toPrecision(12)))
    .filter((value) => isPlausible(value, limit));
  const options = [limit];
  const take = (candidates: Limit[], most: number) => {
    for (const candidate of candidates)
      if (options.length < most && options.every((option) => !isSameValue(option, candidate)))
        options.push(candidate);
  };
  take(like(limit, right, siblings, seed), 1 + MOST_SIBLINGS);
  take(older === null || !isPlausible(older, limit) ? [] : [withNumber(limit, older)], OPTIONS);
  take(
    made.map((value) => withNumber(limit, value)),
    OPTIONS,
  );
  return shuffled(
    options.map((option) => valueText(option)),
    seed,
  );
}

/** The number that a learner would mistake: the value, or the end of the range that matters. */
function numberOf({ value, minimum, maximum }: Limit): number | null {
  const number = value ?? maximum ?? minimum;
  return typeof number === 'number' ? number : null;
}

/** The same limit with another number. A range keeps its start where that still is one. */
function withNumber(limit: Limit, number: number): Limit {
  const unit = pluralUnit(limit);
  const changed = { ...limit, ...(unit && { unit }) };
  if (limit.value !== undefined) return { ...changed, value: number };
  return limit.maximum === undefined ? { ...changed, minimum: number } : { ...changed, maximum: number };
}

const shape = ({ value, minimum, maximum, unit }: Limit) =>
  [value !== undefined, minimum !== undefined, maximum !== undefined, unit].join();

/** Siblings told in the same way, in an order that the seed decides. */
function like(limit: Limit, right: number, siblings: Limit[], seed: string): Limit[] {
  const isNear = (number: number) =>
    Math.sign(number) === Math.sign(right) && Math.max(number / right, right / number) <= FARTHEST;
  return siblings
    .filter((other) => other.id !== limit.id && shape(other) === shape(limit))
    .filter((other) => isNear(numberOf(other) ?? Number.NaN))
    .sort((a, b) => rank(a.id, seed) - rank(b.id, seed));
}

/** The older value in today's unit, if it is told as one number. */
function formerValue({ formerly, unit = '' }: Limit): number | null {
  const amount = readAmounts(formerly?.said ?? '').find(({ from }) => from === undefined);
  if (!amount) return null;
  if (!amount.unit || amount.unit === unit) return amount.to;
  const [was] = measuresOf(amount.unit);
  const is = measuresOf(unit).find(({ of }) => of === was?.of);
  return was?.factors[0] && is?.factors[0] ? (amount.to * was.factors[0]) / is.factors[0] : null;
}

const isShare = ({ unit = '' }: Limit) => /^(%|percent)/.test(unit);

/** Of a share near the whole, the rest is what one gets wrong: 99.99 for 99.999 percent. */
const isHighShare = (limit: Limit, right: number) => isShare(limit) && right > 50 && right < 100;

/** Nobody believes half a function, or 120 percent. */
function isPlausible(value: number, limit: Limit): boolean {
  const right = numberOf(limit) ?? 0;
  if (Number.isInteger(right) && !Number.isInteger(value)) return false;
  if (isShare(limit) && value > 100) return false;
  return limit.value !== undefined || limit.maximum === undefined || value > (limit.minimum ?? -Infinity);
}

function isSameValue(a: Limit, b: Limit): boolean {
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first === null || second === null) return valueText(a) === valueText(b);
  const isSameEnd = isSameQuantity(first, a.unit ?? '', second, b.unit ?? '') ?? first === second;
  return isSameEnd && (a.maximum === undefined || a.minimum === b.minimum);
}
