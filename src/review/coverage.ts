import type { DayRule } from './day.ts';
import { retrievability } from './schedule.ts';
import type { CardState, Deck } from './state.ts';

/** How far some cards have come. */
export interface Coverage {
  cards: number;
  /** Answered at least once. */
  seen: number;
  /** In intervals of three weeks or more, as Anki counts mature cards. */
  mature: number;
}

/** A service on the map of weak spots. */
export interface ServiceCoverage extends Coverage {
  service: string;
  /** Mean chance to remember a card that was seen, 0 to 1; null where none was. */
  recall: number | null;
  /** The chance to know any of its cards, 0 to 1: `recall` times the share of cards seen. */
  strength: number;
}

const matureFrom = 21;

function count(total: Coverage, state: CardState | undefined): void {
  total.cards += 1;
  if (!state || state.phase === 'new') return;
  total.seen += 1;
  if (state.interval >= matureFrom) total.mature += 1;
}

/** The entry of a key, made where there is none. */
function entryOf<T>(totals: Map<string, T>, key: string, make: () => T): T {
  const total = totals.get(key) ?? make();
  totals.set(key, total);
  return total;
}

/**
 * How far each domain of an exam has come. A topic of two domains counts in both.
 * @param examCode `DVA-C02`
 * @returns by `code/domain`, in order; domains without cards are not there
 */
export function domainCoverage(
  decks: Deck[],
  states: Map<string, CardState>,
  examCode: string,
): (Coverage & { domain: string })[] {
  const totals = new Map<string, Coverage & { domain: string }>();
  for (const { exams, cards } of decks)
    for (const domain of exams.filter((exam) => exam.startsWith(`${examCode}/`))) {
      const total = entryOf(totals, domain, () => ({ domain, cards: 0, seen: 0, mature: 0 }));
      for (const card of cards) count(total, states.get(card));
    }
  return [...totals.values()].toSorted((a, b) => a.domain.localeCompare(b.domain, 'en', { numeric: true }));
}

/**
 * Where the learner is weak: services, the weakest first.
 * @param decks the topics to look at: of the exam, or all
 * @param at epoch milliseconds
 */
export function serviceCoverage(
  decks: Deck[],
  states: Map<string, CardState>,
  at: number,
  rule: DayRule,
): ServiceCoverage[] {
  const totals = new Map<string, Coverage & { recalled: number }>();
  for (const { service, cards } of decks) {
    const total = entryOf(totals, service, () => ({ cards: 0, seen: 0, mature: 0, recalled: 0 }));
    for (const card of cards) {
      const state = states.get(card);
      count(total, state);
      if (state) total.recalled += retrievability(state, at, rule);
    }
  }
  return [...totals]
    .filter(([, { cards }]) => cards > 0)
    .map(([service, { recalled, ...total }]) => ({
      service,
      ...total,
      recall: total.seen ? recalled / total.seen : null,
      strength: recalled / total.cards,
    }))
    .toSorted((a, b) => a.strength - b.strength || b.cards - a.cards || (a.service < b.service ? -1 : 1));
}
