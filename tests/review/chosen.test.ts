import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isChosen,
  proposedSet,
  renamed,
  renamedChosen,
  renamedEntry,
  servesExam,
  withFact,
  withSet,
  type Renames,
} from '../../src/review/chosen.ts';
import { applyAct } from '../../src/review/schedule.ts';
import { defaultSettings, factOf, nothingChosen, type Chosen, type Deck } from '../../src/review/state.ts';

const deck = (topic: string, exams: string[], ...facts: string[]): Deck => {
  const [service = ''] = topic.split('/');
  return {
    topic,
    service,
    exams,
    cards: facts.flatMap((fact) => [`${service}/${fact}#a`, `${service}/${fact}#b`]),
  };
};
const timeouts = deck('functions/timeouts', ['DEV-1/1', 'DEV-1/4'], 'timeout', 'stops');
const memory = deck('functions/memory', ['ARC-1/2'], 'memory', 'swap');
const keys = deck('tables/keys', ['DEV-1/1', 'ARC-1/1'], 'keys', 'hot');
const decks = [timeouts, memory, keys];
const chosen = (parts: Partial<Chosen>): Chosen => ({ ...nothingChosen, ...parts });

describe('a card is in', () => {
  test.each<[string, Partial<Chosen>, boolean]>([
    ['where nothing is chosen', {}, false],
    ['with its service', { sets: ['functions'] }, true],
    ['with its topic', { sets: ['functions/timeouts'] }, true],
    ['with another topic', { sets: ['functions/memory'] }, false],
    ['with a service whose name begins its own', { sets: ['func'] }, false],
    ['by itself', { facts: ['functions/timeout'] }, true],
    ['by another', { facts: ['functions/stops'] }, false],
    ['as an exception', { sets: ['functions'], without: ['functions/timeout'] }, false],
    ['beside an exception', { sets: ['functions'], without: ['functions/stops'] }, true],
    [
      'as an exception of a set that is off',
      { facts: ['functions/timeout'], without: ['functions/timeout'] },
      true,
    ],
  ])('%s: %j is %s', (_, parts, expected) => {
    expect(isChosen('functions/timeout#a', timeouts, chosen(parts))).toBe(expected);
  });
});

describe('switching a set', () => {
  test.each<[string, Partial<Chosen>, string, boolean, Partial<Chosen>]>([
    [
      'a service on drops its topics',
      { sets: ['functions/memory', 'tables/keys'] },
      'functions',
      true,
      { sets: ['tables/keys', 'functions'] },
    ],
    [
      'a service on drops its notes',
      { facts: ['functions/swap', 'tables/hot'] },
      'functions',
      true,
      { sets: ['functions'], facts: ['tables/hot'] },
    ],
    [
      'a service on again brings every note back',
      { sets: ['functions'], without: ['functions/swap'] },
      'functions',
      true,
      { sets: ['functions'] },
    ],
    [
      'a service off takes everything of it',
      { sets: ['functions'], facts: ['tables/hot'], without: ['functions/swap'] },
      'functions',
      false,
      { facts: ['tables/hot'] },
    ],
    ['a topic on', {}, 'functions/memory', true, { sets: ['functions/memory'] }],
    [
      'a topic on drops its notes only',
      { facts: ['functions/swap', 'functions/stops'] },
      'functions/memory',
      true,
      { sets: ['functions/memory'], facts: ['functions/stops'] },
    ],
    [
      'a topic on under its service brings its notes back',
      { sets: ['functions'], without: ['functions/swap', 'functions/stops'] },
      'functions/memory',
      true,
      { sets: ['functions'], without: ['functions/stops'] },
    ],
    [
      'a topic off',
      { sets: ['functions/memory', 'tables'] },
      'functions/memory',
      false,
      { sets: ['tables'] },
    ],
    [
      'a topic off under its service leaves the others',
      { sets: ['functions', 'tables'] },
      'functions/memory',
      false,
      { sets: ['tables', 'functions/timeouts'] },
    ],
    ['a set that the base no longer has', { sets: ['gone', 'tables'] }, 'gone', false, { sets: ['tables'] }],
  ])('%s', (_, before, set, on, after) => {
    expect(withSet(chosen(before), set, on, decks)).toEqual(chosen(after));
  });
});

describe('switching a note', () => {
  test.each<[string, Partial<Chosen>, boolean, Partial<Chosen>]>([
    ['on by itself', {}, true, { facts: ['functions/timeout'] }],
    ['off by itself', { facts: ['functions/timeout'] }, false, {}],
    ['off in a set', { sets: ['functions'] }, false, { sets: ['functions'], without: ['functions/timeout'] }],
    [
      'on again in a set',
      { sets: ['functions'], without: ['functions/timeout'] },
      true,
      { sets: ['functions'] },
    ],
    [
      'on in a set needs no word',
      { sets: ['functions/timeouts'], facts: ['functions/timeout'] },
      true,
      { sets: ['functions/timeouts'] },
    ],
    ['off outside forgets an old exception', { without: ['functions/timeout'] }, false, {}],
  ])('%s', (_, before, on, after) => {
    expect(withFact(chosen(before), 'functions/timeout', timeouts, on)).toEqual(chosen(after));
  });
});

describe('after any switching', () => {
  const sets = ['functions', 'tables', ...decks.map(({ topic }) => topic)];
  const facts = decks.flatMap((one) => one.cards.map((card) => ({ fact: factOf(card), place: one })));
  type Switch = (before: Chosen) => Chosen;
  const anySwitch: fc.Arbitrary<Switch> = fc.oneof(
    fc.tuple(fc.constantFrom(...sets), fc.boolean()).map(
      ([set, on]): Switch =>
        (before) =>
          withSet(before, set, on, decks),
    ),
    fc.tuple(fc.constantFrom(...facts), fc.boolean()).map(
      ([{ fact, place }, on]): Switch =>
        (before) =>
          withFact(before, fact, place, on),
    ),
  );
  const anyChosen = fc
    .array(anySwitch, { maxLength: 12 })
    .map((switches) => switches.reduce((before, next) => next(before), nothingChosen));
  const everyCard = (state: Chosen) =>
    decks.map((one) => one.cards.map((card) => isChosen(card, one, state)));

  test('a set is wholly in or wholly out, the rest as before', () => {
    fc.assert(
      fc.property(anyChosen, fc.constantFrom(...sets), fc.boolean(), (before, set, on) => {
        const after = withSet(before, set, on, decks);
        for (const one of decks)
          for (const card of one.cards)
            expect(isChosen(card, one, after)).toBe(
              one.topic === set || one.service === set ? on : isChosen(card, one, before),
            );
      }),
    );
  });

  test('a note is in or out, the rest as before, and switching it back leaves no trace', () => {
    fc.assert(
      fc.property(anyChosen, fc.constantFrom(...facts), (before, { fact, place }) => {
        const was = isChosen(`${fact}#a`, place, before);
        const after = withFact(before, fact, place, !was);
        expect(everyCard(after)).toEqual(
          decks.map((one) =>
            one.cards.map((card) => (factOf(card) === fact ? !was : isChosen(card, one, before))),
          ),
        );
        const back = withFact(after, fact, place, was);
        const sorted = (state: Chosen) =>
          [state.sets, state.facts, state.without].map((list) => list.toSorted());
        expect(sorted(back)).toEqual(sorted(before));
      }),
    );
  });

  test('nothing is said that a set already says', () => {
    fc.assert(
      fc.property(anyChosen, (state) => {
        for (const list of [state.sets, state.facts, state.without])
          expect(new Set(list).size).toBe(list.length);
        for (const set of state.sets)
          expect(state.sets).not.toContain(set.includes('/') ? set.split('/')[0] : null);
        for (const { fact, place } of facts) {
          const isSetIn = state.sets.includes(place.topic) || state.sets.includes(place.service);
          expect(state[isSetIn ? 'facts' : 'without']).not.toContain(fact);
        }
      }),
    );
  });
});

describe('renames', () => {
  const renames: Renames = {
    'a/old': 'a/newer',
    'a/newer': 'b/newest',
    'a/one': 'a/other',
    'a/other': 'a/one',
    'a/me': 'a/me',
    'b/x': 'b/newest',
  };
  test.each([
    ['a/old', 'b/newest'],
    ['a/old#value', 'b/newest#value'],
    ['a/newer#scope', 'b/newest#scope'],
    ['a/never', 'a/never'],
    ['a/one#value', 'a/one#value'],
    ['a/other', 'a/other'],
    ['a/me', 'a/me'],
    ['constructor', 'constructor'],
    ['toString#value', 'toString#value'],
  ])('%s is %s', (id, expected) => {
    expect(renamed(id, renames)).toBe(expected);
  });

  test('what is chosen follows: two that became one are one, and out if one was', () => {
    const before = chosen({
      sets: ['a', 'a/old'],
      facts: ['a/old', 'b/newest', 'b/keep'],
      without: ['a/out'],
    });
    expect(renamedChosen(before, renames)).toEqual({ ...before, facts: ['b/newest', 'b/keep'] });
    expect(renamedChosen({ ...before, without: ['b/x'] }, renames)).toEqual({
      ...before,
      facts: ['b/keep'],
      without: ['b/newest'],
    });
  });

  test('a log entry follows with the states in it', () => {
    const act = { kind: 'grade', grade: 4 } as const;
    const card = { id: 'a/old#value', revision: '' };
    const first = applyAct(null, card, act, 1, defaultSettings, 'UTC');
    const after = applyAct(first, card, act, 2, defaultSettings, 'UTC');
    const entry = {
      id: 'e',
      card: card.id,
      act,
      at: 2,
      day: '1969-12-31',
      took: 1,
      scheduler: '',
      before: null,
      after: first,
      isUndone: false,
    };
    const id = 'b/newest#value';
    expect(renamedEntry(entry, renames)).toEqual({ ...entry, card: id, after: { ...first, id } });
    expect(renamedEntry({ ...entry, before: first, after }, renames)).toEqual({
      ...entry,
      card: id,
      before: { ...first, id },
      after: { ...after, id },
    });
  });

  test('any table of renames comes to an end, and once is enough', () => {
    const id = fc.constantFrom('a/a', 'a/b', 'a/c', 'b/a', 'b/b');
    fc.assert(
      fc.property(fc.dictionary(id, id), id, (table, start) => {
        const once = renamed(start, table);
        expect(renamed(once, table)).toBe(once);
      }),
    );
  });
});

test('an exam is served by the topics that carry it', () => {
  expect(proposedSet(decks, 'DEV-1')).toEqual(['functions/timeouts', 'tables/keys']);
  expect(proposedSet(decks, 'DEV')).toEqual([]);
  expect(servesExam(keys, 'ARC-1')).toBe(true);
  expect(servesExam(timeouts, 'ARC-1')).toBe(false);
});
