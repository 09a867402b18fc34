import type { ServiceSummary } from '../../../knowledge/catalog.ts';
import { chooser } from '../../../review/chosen.ts';
import type { Chosen, Deck } from '../../../review/state.ts';

/** A service or topic with how many cards it has, and how many of them are in review. */
export interface SetCount {
  /** `service` or `service/topic`. */
  id: string;
  title: string;
  cards: number;
  chosen: number;
}

export interface ServiceCount extends SetCount {
  topics: SetCount[];
}

type Counts = Pick<SetCount, 'cards' | 'chosen'>;

/** Several in one. */
export const sum = (counts: Counts[]): Counts => ({
  cards: counts.reduce((all, { cards }) => all + cards, 0),
  chosen: counts.reduce((all, { chosen }) => all + chosen, 0),
});

export type SetState = 'on' | 'partly' | 'off';

export function stateOf({ cards, chosen }: Counts): SetState {
  if (chosen === 0) return 'off';
  return chosen === cards ? 'on' : 'partly';
}

/** How many cards of each topic are in review, by the topic's id. */
export function countDecks(decks: Deck[], chosen: Chosen): Map<string, Counts> {
  const isIn = chooser(chosen);
  return new Map(
    decks.map((deck) => [
      deck.topic,
      { cards: deck.cards.length, chosen: deck.cards.filter((card) => isIn(card, deck)).length },
    ]),
  );
}

/** Services and topics that have cards, in the order of the list. */
export function countServices(services: ServiceSummary[], counts: Map<string, Counts>): ServiceCount[] {
  return services.flatMap(({ id, name, topics }) => {
    const counted = topics.flatMap((topic) => {
      const count = counts.get(topic.id);
      return count?.cards ? [{ id: topic.id, title: topic.title, ...count }] : [];
    });
    return counted.length ? [{ id, title: name, topics: counted, ...sum(counted) }] : [];
  });
}

/** Services whose name has the words, with all topics; of others the topics that have them. */
export function matching(services: ServiceCount[], words: string): ServiceCount[] {
  const sought = words.trim().toLowerCase();
  const has = ({ title }: SetCount) => title.toLowerCase().includes(sought);
  return services.flatMap((service) => {
    if (has(service)) return [service];
    const topics = service.topics.filter(has);
    return topics.length ? [{ ...service, topics }] : [];
  });
}
