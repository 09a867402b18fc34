import { chooser } from './chosen.ts';
import { retrievability } from './schedule.ts';
import { factOf, type CardState, type Chosen, type Deck, type ReviewSettings } from './state.ts';
import type { Today } from './today.ts';

/** A card in its learning steps is asked this much before its time when nothing else is left. */
const learnAhead = 20 * 60_000;

/** A card that can be asked, and how well it is remembered. */
interface Candidate {
  id: string;
  recall: number;
}

/** Cards by what is to be done with them today. */
export interface Sorted {
  /** In their learning steps: due now, and soon. */
  steps: CardState[];
  soon: CardState[];
  /** Due today, and never answered: at most one card of a note or limit in both. */
  known: Candidate[];
  fresh: string[];
  /** When the first of the others comes, `Infinity` where there are none. */
  later: number;
}

/** What sorting needs to know. */
export interface SortRequest {
  states: Map<string, CardState>;
  chosen: Chosen;
  settings: ReviewSettings;
  /** Epoch milliseconds. */
  at: number;
  /** IANA name of the time zone. */
  zone: string;
  today: Pick<Today, 'facts'>;
}

/**
 * Sorts the chosen cards by what is to be done with them today. One pass, as there are thousands.
 * @param decks in the order in which new cards come
 * @param tomorrow when the next day begins, epoch milliseconds
 */
export function sortCards(decks: Deck[], request: SortRequest, tomorrow: number): Sorted {
  const { states, chosen, settings, at, zone, today } = request;
  const rule = { zone, dayStartsAt: settings.dayStartsAt };
  const isIn = chooser(chosen);
  const sorted: Sorted = { steps: [], soon: [], known: [], fresh: [], later: Infinity };
  const known = new Map<string, Candidate>();
  const fresh = new Map<string, string>();
  const inSteps = new Set<string>();
  const comesAt = (time: number) => {
    if (time < sorted.later) sorted.later = time;
  };
  for (const deck of decks) {
    for (const id of deck.cards) {
      const state = states.get(id);
      if (state?.isSuspended || !isIn(id, deck)) continue;
      const fact = factOf(id);
      const isNew = !state || state.phase === 'new';
      if (state && state.buriedUntil > at) {
        comesAt(Math.max(state.due, state.buriedUntil));
      } else if (isNew) {
        if (today.facts.has(fact) || fresh.has(fact)) comesAt(tomorrow);
        else fresh.set(fact, id);
      } else if (state.phase !== 'review') {
        if (state.due < tomorrow) inSteps.add(fact);
        if (state.due > at + learnAhead) comesAt(state.due);
        else (state.due > at ? sorted.soon : sorted.steps).push(state);
      } else if (state.due >= tomorrow) {
        comesAt(state.due);
      } else if (today.facts.has(fact)) {
        comesAt(tomorrow);
      } else {
        const candidate = { id, recall: retrievability(state, at, rule) };
        const sibling = known.get(fact);
        if (sibling) comesAt(tomorrow);
        if (!sibling || candidate.recall < sibling.recall) known.set(fact, candidate);
      }
    }
  }
  for (const [fact, candidate] of known)
    if (inSteps.has(fact)) comesAt(tomorrow);
    else sorted.known.push(candidate);
  for (const [fact, id] of fresh)
    if (inSteps.has(fact) || known.has(fact)) comesAt(tomorrow);
    else sorted.fresh.push(id);
  return sorted;
}
