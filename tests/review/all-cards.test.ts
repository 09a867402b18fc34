import { beforeAll, describe, expect, test } from 'vitest';
import { readKnowledge } from '../../knowledge/check.ts';
import { compileCatalog } from '../../knowledge/compile-catalog.ts';
import type { Service } from '../../src/knowledge/catalog.ts';
import { type Card, cardsOf } from '../../src/review/card.ts';
import { decksOf } from '../../src/review/decks.ts';
import { factOf } from '../../src/review/state.ts';
import { checkTyped } from '../../src/review/typed-answer.ts';

describe('the cards of the whole base', () => {
  let services: Service[] = [];
  let cards: Card[] = [];
  beforeAll(() => {
    services = compileCatalog(readKnowledge());
    cards = services.flatMap(({ topics, short }) => topics.flatMap((topic) => cardsOf(topic, short)));
  }, 60_000);

  /** Says which cards are wrong. */
  const none = (wrong: (card: Card) => boolean) =>
    expect(cards.filter(wrong).map(({ id, question, answer }) => `${id}: ${question} ${answer}`)).toEqual([]);

  test('ask and answer', () => {
    none(({ question, answer }) => !/\S.*\?$/.test(question) || !answer.trim());
  });

  test('read like sentences', () => {
    none(
      ({ question, isGenerated }) =>
        isGenerated && /undefined|null|NaN|  |\( | [?,:]|\?.*\?$/.test(question.replace(/“.*”/, '“”')),
    );
  });

  test('have ids of their own, which lead to their fact', () => {
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    none(({ id, fact, form }) => factOf(id) !== fact || id !== `${fact}#${form}`);
  });

  test('are those of the decks, in their order', () => {
    const decks = services.flatMap(decksOf);
    expect(decks.flatMap((deck) => deck.cards)).toEqual(cards.map(({ id }) => id));
    expect(decks.map(({ topic }) => topic)).toEqual(
      services.flatMap(({ topics }) => topics.map(({ id }) => id)),
    );
  });

  test('do not answer themselves', () => {
    const number = (text: string) => /\d[\d,.]*(?:–[\d,.]+)?/.exec(text)?.[0] ?? text;
    const words = (text: string) => ` ${text.replace(/[?:;()]|,(?!\d)/g, ' ')} `;
    none(({ form, question, answer }) => form === 'value' && words(question).includes(` ${number(answer)} `));
  });

  test('that are made ask each thing once', () => {
    const made = cards.filter(({ isGenerated }) => isGenerated);
    const twice = Map.groupBy(made, ({ service, question }) => `${service}: ${question}`);
    expect([...twice].filter(([, same]) => same.length > 1).map(([question]) => question)).toEqual([]);
  });

  test('take what they show for the right answer, typed or chosen', () => {
    const shown = (answer: string) => answer.replace(/^at least /, '');
    none(({ typed, answer }) => typed !== undefined && checkTyped(shown(answer), typed) !== 'right');
    none(({ choices, answer }) => choices !== undefined && !choices.includes(answer));
  });

  test('offer one right choice only', () => {
    none(
      ({ typed, choices = [], answer }) =>
        typed !== undefined &&
        typed.from === undefined &&
        choices.some(
          (choice) => choice !== answer && checkTyped(choice.replace(/^at least /, ''), typed) === 'right',
        ),
    );
  });

  test('keep siblings apart where a topic has others to put between', () => {
    const close = services.flatMap(decksOf).filter(({ cards: ids }) => {
      const facts = ids.map(factOf);
      const most = Math.max(0, ...[...Map.groupBy(facts, String).values()].map(({ length }) => length));
      return most <= facts.length / 2 && facts.some((fact, at) => fact === facts[at + 1]);
    });
    expect(close).toEqual([]);
  });
});
