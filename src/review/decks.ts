import type { Service } from '../knowledge/catalog.ts';
import { cardsOf } from './card.ts';
import type { Deck } from './state.ts';

/** The topics of a service with the ids of their cards, in the order of `cardsOf`. */
export const decksOf = ({ id, short, topics }: Service): Deck[] =>
  topics.map((topic) => ({
    topic: topic.id,
    service: id,
    exams: [...new Set(topic.exams.map(({ code, domain }) => `${code}/${domain}`))],
    cards: cardsOf(topic, short).map((card) => card.id),
  }));

/** What reviewing needs of the knowledge base, without the text of the cards. */
export interface ReviewBase {
  decks: Deck[];
  exams: { code: string; name: string; domains: { number: number; title: string; share: number }[] }[];
  /** Short names of services by id. */
  services: Record<string, string>;
  /** Ids of notes and limits that have another one now. */
  renames: Record<string, string>;
}
