import type { Note } from '../knowledge/catalog.ts';
import { plainLine } from '../knowledge/plain-text.ts';
import { readAmounts } from '../knowledge/quantity.ts';
import type { Expected } from './typed-answer.ts';

/** A line of a note with its one number taken out. */
export interface Gap {
  /** The line with the gap in it. */
  line: string;
  answer: string;
  expected: Expected;
}

/** A number with its unit that whoever wrote the note found worth stressing. A bare number may be a code or a step. */
const STRESSED = /\*\*(\d[\d,.]*(?: ?%| (?!or\b)[\p{L}]+(?: [\p{L}]+)?))\*\*/gu;
/** Lines that calculate, or are full of numbers, ask for more than a memory. */
const CALCULATION = /[=×÷+]|\d (?:by|times) \d|(?:\d[\d,.]*\D+){3}\d/;
/** What is left of the line must say what is asked. */
const fewestWords = 5;

/**
 * The first line of a note that can be asked as a gap: one stressed number with a unit, no calculation, and the title
 * does not tell it.
 * @returns null where the note has none
 */
export function gapOf({ title, points }: Pick<Note, 'title' | 'points'>): Gap | null {
  for (const point of points) {
    const [found, ...more] = [...point.matchAll(STRESSED)];
    const answer = found?.[1];
    if (!found || answer === undefined || more.length || CALCULATION.test(point)) continue;
    const line = point.replace(found[0], '____');
    const [amount] = readAmounts(answer);
    const number = /^[\d,.]+/.exec(answer)?.[0] ?? '';
    const isTold = plainLine(`${title} ${line}`).split(/\s+/).includes(number);
    if (!amount || isTold || line.split(' ').length < fewestWords) continue;
    return { line, answer, expected: { to: amount.to, ...(amount.unit && { unit: amount.unit }) } };
  }
  return null;
}
