import { cramPlan, examWork, isForExam, type DailyLimits } from './cram.ts';
import { addDays, dayOf, dayStart } from './day.ts';
import { sortCards, type Sorted, type SortRequest } from './sort-cards.ts';
import type { CardState, Deck } from './state.ts';
import type { Today } from './today.ts';

/** Which cards are asked: of a topic, a service, everything, or a domain of an exam (`DVA-C02/1`). */
export type Scope =
  | { kind: 'topic'; topic: string }
  | { kind: 'service'; service: string }
  | { kind: 'domain'; exam: string }
  | { kind: 'all' };

/** What is asked for when a queue is wanted. */
export interface QueueRequest extends SortRequest {
  decks: Deck[];
  scope: Scope;
  today: Today;
  /** Whether the learner goes on although the day's limits are reached. */
  continueAnyway: boolean;
}

/** The cards to ask. */
export interface Queue {
  /** Card ids in the order to ask: as many as `dueCount` and `newCount` together. */
  cards: string[];
  dueCount: number;
  newCount: number;
  /** Cards that today's limits hold back. */
  waiting: number;
  /** How many of them are new. */
  waitingNew: number;
  /** When the next card comes that is not among `cards`, epoch milliseconds; null where none will. */
  nextDue: number | null;
}

const inScope: { [K in Scope['kind']]: (deck: Deck, scope: Extract<Scope, { kind: K }>) => boolean } = {
  topic: (deck, { topic }) => deck.topic === topic,
  service: (deck, { service }) => deck.service === service,
  domain: (deck, { exam }) => deck.exams.includes(exam),
  all: () => true,
};
const fits = (deck: Deck, scope: Scope) =>
  (inScope[scope.kind] as (deck: Deck, scope: Scope) => boolean)(deck, scope);

/** New cards at even distances among the known ones. */
function spread(known: string[], fresh: string[]): string[] {
  const place = (list: string[]) => list.map((id, at) => ({ id, at: (at + 0.5) / list.length }));
  return [...place(known), ...place(fresh)].toSorted((a, b) => a.at - b.at).map(({ id }) => id);
}

/** How many of each may be asked. Before an exam new cards have their share; else what is known goes first. */
function shares({ known, fresh }: Sorted, limits: DailyLimits, today: Today, isCram: boolean) {
  const room = Math.max(0, limits.perDay - today.answered);
  const forFresh = Math.min(fresh.length, Math.max(0, limits.newPerDay - today.newAnswered), room);
  const fromFresh = isCram ? forFresh : Math.min(forFresh, Math.max(0, room - known.length));
  return { fresh: fromFresh, known: Math.min(known.length, room - fromFresh) };
}

const unlimited: DailyLimits = { newPerDay: Infinity, perDay: Infinity };
const ids = (states: CardState[]) => states.toSorted((a, b) => a.due - b.due).map(({ id }) => id);

/**
 * The cards to ask now, in order: those whose learning step is due, then what is due today with the least remembered
 * first and new cards evenly among it, at the end those whose step is due within 20 minutes. Of one note or limit one
 * card a day is asked, steps aside; the others wait until tomorrow. Limits count for everything together, whatever
 * the scope, and never hold back a step that was begun. Before an exam they are those of `cramPlan`, and cards of the
 * exam come first among the new. Cards that no deck has are left alone.
 * @throws RangeError where the zone is unknown
 */
export function queueFor(request: QueueRequest): Queue {
  const { decks, scope, settings, at, zone, today, continueAnyway } = request;
  const rule = { zone, dayStartsAt: settings.dayStartsAt };
  const day = dayOf(at, rule);
  const tomorrow = dayStart(addDays(day, 1), rule);
  const plan = settings.exam.day ? cramPlan(examWork(decks, request, tomorrow), today, settings, day) : null;
  const within = decks.filter((deck) => fits(deck, scope));
  const inOrder = plan
    ? within.toSorted((a, b) => Number(isForExam(b, settings)) - Number(isForExam(a, settings)))
    : within;
  const sorted = sortCards(inOrder, request, tomorrow);
  const limits = continueAnyway ? unlimited : (plan ?? settings);
  const share = shares(sorted, limits, today, plan !== null);
  const known = sorted.known
    .toSorted((a, b) => a.recall - b.recall)
    .slice(0, share.known)
    .map(({ id }) => id);
  const steps = [ids(sorted.steps), ids(sorted.soon)] as const;
  const waitingKnown = sorted.known.length - share.known;
  const waitingNew = sorted.fresh.length - share.fresh;
  const comesTomorrow = waitingKnown > 0 || (waitingNew > 0 && settings.newPerDay > 0);
  const next = comesTomorrow ? Math.min(sorted.later, tomorrow) : sorted.later;
  return {
    cards: [...steps[0], ...spread(known, sorted.fresh.slice(0, share.fresh)), ...steps[1]],
    dueCount: steps[0].length + known.length + steps[1].length,
    newCount: share.fresh,
    waiting: waitingKnown + waitingNew,
    waitingNew,
    nextDue: next === Infinity ? null : next,
  };
}
