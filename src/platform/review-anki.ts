import type { Service } from '../knowledge/catalog.ts';
import { ankiProgress, readAnkiText } from '../review/anki-progress.ts';
import { type AnkiCard, ankiText } from '../review/anki-text.ts';
import { cardsOf } from '../review/card.ts';
import { chooser, withFact } from '../review/chosen.ts';
import { factOf } from '../review/state.ts';
import { type ReviewStore } from './review-store.ts';
import { accepted, everywhere } from './review-results.ts';

/** Cards of a service with the names that Anki shows, and the place that says whether they are chosen. */
const ankiCards = (service: Service): (AnkiCard & { topic: string; service: string })[] =>
  service.topics.flatMap((topic) =>
    cardsOf(topic, service.short).map((card) => ({
      ...card,
      serviceName: service.short,
      topicTitle: topic.title,
      exams: topic.exams.map(({ code, domain }) => `${code}/${domain}`),
    })),
  );

/**
 * Chosen cards for Anki, and what Anki's text tells of them.
 * @param loadService one service with the texts of its notes
 */
export function createAnki(store: ReviewStore, loadService: (id: string) => Promise<Service>) {
  const everything = async () => accepted(await store.withAll(async (all) => all));
  return {
    async export(): Promise<string> {
      const { stored, base } = await everything();
      const isIn = chooser(stored.chosen);
      const chosen = base.decks.filter((deck) => deck.cards.some((card) => isIn(card, deck)));
      const ids = new Set(chosen.map(({ service }) => service));
      const services = await Promise.all([...ids].map((id) => loadService(id)));
      const cards = services.flatMap((service) => ankiCards(service).filter((card) => isIn(card.id, card)));
      return ankiText(cards, stored.states);
    },

    /** Takes in what is in Anki for review, and sets leeches aside. Each is one act in the log and can be undone. */
    async import(text: string) {
      const { notes, problems } = readAnkiText(text);
      if (!notes.length)
        return { refused: problems[0]?.reason ?? 'This file has no notes. Nothing was changed.' };
      const { stored, base } = await everything();
      const deckOf = new Map(base.decks.flatMap((deck) => deck.cards.map((card) => [factOf(card), deck])));
      const known = new Set(base.decks.flatMap(({ cards }) => cards));
      const { facts, suspend, unknown } = ankiProgress(notes, known, base.renames);
      accepted(
        await store.changeChoices(({ chosen }) => ({
          chosen: facts.reduce((so, fact) => {
            const deck = deckOf.get(fact);
            return deck ? withFact(so, fact, deck, true) : so;
          }, chosen),
        })),
      );
      const states = new Map(stored.states.map((state) => [state.id, state]));
      const leeches = suspend.filter((card) => !states.get(card)?.isSuspended);
      for (const card of leeches)
        accepted(
          await store.act({
            id: crypto.randomUUID(),
            card,
            revision: '',
            act: { kind: 'suspend' },
            version: states.get(card)?.version ?? 0,
            took: 0,
            where: everywhere,
          }),
        );
      return {
        facts: facts.length,
        suspended: leeches.length,
        unknown: unknown.length,
        problems: problems.length,
      };
    },
  };
}
