import { tzOffset } from '@date-fns/tz';

/** What decides when a day begins for the learner. */
export interface DayRule {
  /** IANA name of the time zone: `Europe/Berlin`. */
  zone: string;
  /** The hour at which a day begins, 0 to 23. */
  dayStartsAt: number;
}

const hour = 3_600_000;
const oneDay = 24 * hour;

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offset(zone: string, at: number): number {
  const minutes = tzOffset(zone, new Date(at));
  if (Number.isNaN(minutes)) throw new RangeError(`Not a time zone: ${zone}`);
  return Math.round(minutes * 60_000);
}

/**
 * The moment at which clocks show an hour of a day. Where they show it twice, the first; where they jump over it,
 * the first moment after the jump.
 */
function findStart(number: number, { zone, dayStartsAt }: DayRule): number {
  const shown = number * oneDay + dayStartsAt * hour;
  const before = offset(zone, shown - oneDay);
  const after = offset(zone, shown + oneDay);
  if (before === after) return shown - before;
  const starts = [shown - before, shown - after].filter((at) => at + offset(zone, at) === shown);
  if (starts.length) return Math.min(...starts);
  let low = shown - after;
  let high = shown - before;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Starts that were found, by rule and day: a log asks thousands of times for the same few hundred days. */
const found = new Map<string, Map<number, number>[]>();

function startOf(number: number, rule: DayRule): number {
  let ofZone = found.get(rule.zone);
  if (!ofZone) found.set(rule.zone, (ofZone = []));
  const starts = (ofZone[rule.dayStartsAt] ??= new Map<number, number>());
  let start = starts.get(number);
  if (start === undefined) starts.set(number, (start = findStart(number, rule)));
  return start;
}

/** A day as the number of days since 1970-01-01. */
const numberOf = (day: string): number => Date.parse(day) / oneDay;
const nameOf = (number: number): string => new Date(number * oneDay).toISOString().slice(0, 10);

/**
 * The learner's day at a time, as the number of days since 1970-01-01: for counting days between many times.
 * @param at epoch milliseconds
 * @throws RangeError where the zone is not known to the browser
 */
export function dayNumber(at: number, rule: DayRule): number {
  let number = Math.floor(at / oneDay);
  while (at < startOf(number, rule)) number -= 1;
  while (at >= startOf(number + 1, rule)) number += 1;
  return number;
}

/** The learner's day at a time, `YYYY-MM-DD`: before the starting hour it is still the day before. */
export const dayOf = (at: number, rule: DayRule): string => nameOf(dayNumber(at, rule));

/**
 * When a day begins, in epoch milliseconds. On a day whose starting hour the clocks jump over, the first moment
 * after; where they show it twice, the first time.
 * @param day `YYYY-MM-DD`
 */
export const dayStart = (day: string, rule: DayRule): number => startOf(numberOf(day), rule);

/** The day `count` days later; earlier where it is negative. */
export const addDays = (day: string, count: number): string => nameOf(numberOf(day) + count);

/** How many days later `b` is than `a`. */
export const daysBetween = (a: string, b: string): number => numberOf(b) - numberOf(a);

/** 0 (Sunday) to 6. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay();
