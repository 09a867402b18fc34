import { chooser, servesExam } from './chosen.ts';
import { addDays, daysBetween, weekdayOf } from './day.ts';
import type { CardState, Chosen, Deck, ReviewSettings } from './state.ts';
import type { Today } from './today.ts';

/** How many cards a day may have. */
export interface DailyLimits {
  /** New cards, within `perDay`. */
  newPerDay: number;
  /** Cards, new and known together. */
  perDay: number;
}

/** The days for learning from one day to the day before another, days of rest left out. */
function learningDays(today: string, exam: string, restDays: number[]): number {
  const days = Math.max(0, daysBetween(today, exam));
  const full = Math.floor(days / 7);
  const rest = new Set(restDays);
  let count = full * (7 - rest.size);
  for (let day = full * 7; day < days; day += 1) if (!rest.has(weekdayOf(addDays(today, day)))) count += 1;
  return count;
}

/** What an exam still asks for. */
export interface ExamWork {
  /** Chosen cards of its domains never answered. */
  unseen: number;
  /** Chosen cards of its domains in long intervals that are due today or were before. */
  backlog: number;
}

/**
 * Counts what the exam learned for still asks for.
 * @param tomorrow when the next day begins, epoch milliseconds
 */
export function examWork(
  decks: Deck[],
  { states, chosen, settings }: { states: Map<string, CardState>; chosen: Chosen; settings: ReviewSettings },
  tomorrow: number,
): ExamWork {
  const isIn = chooser(chosen);
  const work = { unseen: 0, backlog: 0 };
  for (const deck of decks) {
    if (!isForExam(deck, settings)) continue;
    for (const id of deck.cards) {
      const state = states.get(id);
      if (state?.isSuspended || !isIn(id, deck)) continue;
      if (!state || state.phase === 'new') work.unseen += 1;
      else if (state.phase === 'review' && state.due < tomorrow) work.backlog += 1;
    }
  }
  return work;
}

/**
 * Today's limits before an exam: its unseen cards and its backlog, divided by the days that are left, so that
 * everything was seen once by the day before. They replace the learner's own where they are larger. What was
 * answered today counts as work of this day, so the numbers stay the same while it is being done.
 * @param work what is left now
 * @param done what was answered today
 * @param today the learner's day
 * @returns null where no exam is near: no day is set, it is today or past, or today is a day of rest and others are
 *   left
 */
export function cramPlan(
  work: ExamWork,
  done: Pick<Today, 'answered' | 'newAnswered'>,
  settings: ReviewSettings,
  today: string,
): DailyLimits | null {
  const { day } = settings.exam;
  if (!day || daysBetween(today, day) <= 0) return null;
  const days = learningDays(today, day, settings.restDays);
  // Where nothing but days of rest is left, today is the last chance.
  if (days && settings.restDays.includes(weekdayOf(today))) return null;
  const share = (cards: number) => Math.ceil(cards / Math.max(1, days));
  const unseen = share(work.unseen + done.newAnswered);
  const known = share(work.backlog + done.answered - done.newAnswered);
  return {
    newPerDay: Math.max(settings.newPerDay, unseen),
    perDay: Math.max(settings.perDay, unseen + known),
  };
}

/** Whether a topic belongs to the exam learned for. */
export const isForExam = (deck: Deck, { exam }: ReviewSettings): boolean => servesExam(deck, exam.code);
