import { addDays, dayNumber, daysBetween, weekdayOf, type DayRule } from './day.ts';
import type { CardState, LogEntry } from './state.ts';

/** A day and how many. */
export interface DayCount {
  /** `YYYY-MM-DD`. */
  day: string;
  count: number;
}

/** What counts as an answer: a grade that was not taken back. */
const isAnswer = ({ act, isUndone }: LogEntry) => act.kind === 'grade' && !isUndone;

/** Answers of the last days, today among them. A day after today, from a clock that was wrong, is none of them. */
function answersWithin(log: LogEntry[], days: number, today: string): LogEntry[] {
  const before = addDays(today, -days);
  return log.filter((entry) => isAnswer(entry) && entry.day > before && entry.day <= today);
}

/** Entries by card and day: what was done to a card on a day is one thing. */
function byCardAndDay(entries: LogEntry[]): LogEntry[][] {
  const groups = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const key = `${entry.day} ${entry.card}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}

const firstOf = (entries: LogEntry[]) => entries.reduce((first, next) => (next.at < first.at ? next : first));

/**
 * True retention, as Anki's: of the cards that came back after days, how many were remembered. One answer a card and
 * day, the first; steps of learning say nothing about it.
 * @param days how many days back, today among them
 * @returns `share` from 0 to 1, null where there is no base
 */
export function rememberedShare(
  log: LogEntry[],
  days: number,
  today: string,
): { share: number | null; remembered: number; base: number } {
  const answers = byCardAndDay(answersWithin(log, days, today))
    .map(firstOf)
    .filter(({ before }) => before?.phase === 'review');
  const remembered = answers.filter(({ act }) => act.kind === 'grade' && act.grade > 1).length;
  const base = answers.length;
  return { share: base ? remembered / base : null, remembered, base };
}

/** The days on which something was answered. */
export const learnedDays = (log: LogEntry[]): Set<string> =>
  new Set(log.filter(isAnswer).map(({ day }) => day));

/**
 * Days in a row with review. Days of rest neither count nor break the row, and today breaks it only when it is over.
 * @param learned `YYYY-MM-DD`, see `learnedDays`
 * @param restDays 0 (Sunday) to 6
 */
export function streak(
  learned: Set<string>,
  restDays: number[],
  today: string,
): { now: number; longest: number } {
  const first = [...learned].reduce((earliest, day) => (day < earliest ? day : earliest), today);
  let now = 0;
  let longest = 0;
  for (let day = first; day <= today; day = addDays(day, 1)) {
    if (restDays.includes(weekdayOf(day))) continue;
    if (learned.has(day)) now += 1;
    else if (day !== today) now = 0;
    longest = Math.max(longest, now);
  }
  return { now, longest };
}

/**
 * Answers a day, for a heatmap.
 * @param weeks how many, this week among them
 * @returns a list of weeks, Monday first; days after today are left out
 */
export function reviewsPerDay(log: LogEntry[], weeks: number, today: string): DayCount[][] {
  const counts = new Map<string, number>();
  for (const { day } of log.filter(isAnswer)) counts.set(day, (counts.get(day) ?? 0) + 1);
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  const monday = addDays(today, -sinceMonday);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, place) => addDays(monday, (week - weeks + 1) * 7 + place))
      .filter((day) => day <= today)
      .map((day) => ({ day, count: counts.get(day) ?? 0 })),
  );
}

/**
 * How many cards come due on each of the next days. Daily limits and siblings are not considered, nor new cards.
 * @param states of the chosen cards
 * @param today what is due today or was before counts for it
 * @param days how many, today among them
 */
export function forecast(
  states: Iterable<CardState>,
  days: number,
  today: string,
  rule: DayRule,
): DayCount[] {
  const found = Array.from({ length: days }, (_, place) => ({ day: addDays(today, place), count: 0 }));
  const first = daysBetween('1970-01-01', today);
  for (const { phase, isSuspended, due, buriedUntil } of states) {
    if (phase === 'new' || isSuspended) continue;
    const day = found[Math.max(0, dayNumber(Math.max(due, buriedUntil), rule) - first)];
    if (day) day.count += 1;
  }
  return found;
}

/** The middle of some numbers, null of none. */
function median(numbers: number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length - 1 - middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * Time spent on answers.
 * @param days how many days back, today among them
 * @returns all of it in milliseconds, and the median of the seconds that one card took on one day, steps included;
 *   null where nothing was answered
 */
export function timeSpent(
  log: LogEntry[],
  days: number,
  today: string,
): { milliseconds: number; secondsPerCard: number | null } {
  const sum = (entries: LogEntry[]) => entries.reduce((total, { took }) => total + took, 0);
  const answers = answersWithin(log, days, today);
  const perCard = median(byCardAndDay(answers).map(sum));
  return { milliseconds: sum(answers), secondsPerCard: perCard === null ? null : perCard / 1000 };
}

/** `about 4 minutes`, as long as cards will take. @returns null where it is not known how long one takes, or none wait */
export function timeNeeded(cards: number, secondsPerCard: number | null): string | null {
  if (!cards || secondsPerCard === null) return null;
  const minutes = Math.max(1, Math.round((cards * secondsPerCard) / 60));
  if (minutes < 90) return `about ${minutes} minute${minutes === 1 ? '' : 's'}`;
  return `about ${Math.round(minutes / 30) / 2} hours`;
}
