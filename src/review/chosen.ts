import { factOf, type CardState, type Chosen, type Deck, type LogEntry } from './state.ts';

type Place = Pick<Deck, 'topic' | 'service'>;

/** Old id to the id that says it now, of notes and limits: `service/fact`. */
export type Renames = Record<string, string>;

/**
 * Reads what is chosen once, to be asked about many cards.
 * @returns whether a card of a deck is in: a single note's own word counts before that of its topic or service
 */
export function chooser(chosen: Chosen): (card: string, deck: Place) => boolean {
  const sets = new Set(chosen.sets);
  const facts = new Set(chosen.facts);
  const without = new Set(chosen.without);
  return (card, { topic, service }) => {
    const isSetIn = sets.has(topic) || sets.has(service);
    return isSetIn ? !without.has(factOf(card)) : facts.has(factOf(card));
  };
}

/** Whether one card of a deck is in. */
export const isChosen = (card: string, deck: Place, chosen: Chosen): boolean => chooser(chosen)(card, deck);

const leaving = (list: string[], out: Set<string>) => list.filter((item) => !out.has(item));
const switched = (list: string[], item: string, on: boolean) => [
  ...list.filter((other) => other !== item),
  ...(on ? [item] : []),
];

/**
 * Switches a whole service or topic on or off. What was said about single notes in it is forgotten: all are in, or
 * none. Switching one topic of a service off leaves its other topics in, each by itself.
 * @param set `service` or `service/topic`
 * @param decks all topics of the base
 */
export function withSet(chosen: Chosen, set: string, on: boolean, decks: Deck[]): Chosen {
  const inside = decks.filter(({ topic, service }) => topic === set || service === set);
  const service = inside.find(({ topic }) => topic === set)?.service;
  const facts = new Set(inside.flatMap(({ cards }) => cards.map(factOf)));
  const isServiceIn = service !== undefined && chosen.sets.includes(service);
  const others = decks.filter((deck) => deck.service === service).map(({ topic }) => topic);
  const sets =
    isServiceIn && !on ? [...new Set([...switched(chosen.sets, service, false), ...others])] : chosen.sets;
  return {
    ...chosen,
    sets: switched(leaving(sets, new Set(inside.map(({ topic }) => topic))), set, on && !isServiceIn),
    facts: leaving(chosen.facts, facts),
    without: leaving(chosen.without, facts),
  };
}

/**
 * Switches a single note or limit on or off. It is listed only where it differs from its topic and service.
 * @param fact `service/fact`
 * @param deck the topic it stands in
 */
export function withFact(chosen: Chosen, fact: string, { topic, service }: Place, on: boolean): Chosen {
  const isSetIn = chosen.sets.includes(topic) || chosen.sets.includes(service);
  return {
    ...chosen,
    facts: switched(chosen.facts, fact, on && !isSetIn),
    without: switched(chosen.without, fact, !on && isSetIn),
  };
}

/**
 * What a note, limit or card is called now. Chains are followed to their end; an id in a circle stays as it is.
 * @param id `service/fact` or `service/fact#form`
 */
export function renamed(id: string, renames: Renames): string {
  const at = id.indexOf('#');
  const fact = at < 0 ? id : id.slice(0, at);
  const seen = new Set<string>();
  let now = fact;
  while (Object.hasOwn(renames, now)) {
    if (seen.has(now)) return id;
    seen.add(now);
    now = renames[now] ?? now;
  }
  return now + id.slice(fact.length);
}

/** What is chosen, under the ids of today. Where two notes became one and one of them was out, it is out. */
export function renamedChosen(chosen: Chosen, renames: Renames): Chosen {
  const now = (list: string[]) => [...new Set(list.map((id) => renamed(id, renames)))];
  const without = now(chosen.without);
  return { ...chosen, facts: leaving(now(chosen.facts), new Set(without)), without };
}

/** A card's state under the id of today. */
export const renamedState = (state: CardState, renames: Renames): CardState => ({
  ...state,
  id: renamed(state.id, renames),
});

/** A log entry under the card id of today, the states in it as well. */
export const renamedEntry = (entry: LogEntry, renames: Renames): LogEntry => ({
  ...entry,
  card: renamed(entry.card, renames),
  before: entry.before && renamedState(entry.before, renames),
  after: renamedState(entry.after, renames),
});

/** The topics that carry an exam: what a first run proposes. */
export const proposedSet = (decks: Deck[], examCode: string): string[] =>
  decks.filter((deck) => servesExam(deck, examCode)).map(({ topic }) => topic);

/** Whether a topic is about any domain of an exam: `DVA-C02`. */
export const servesExam = ({ exams }: Pick<Deck, 'exams'>, code: string): boolean =>
  exams.some((domain) => domain.startsWith(`${code}/`));
