import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planImport } from '../../src/review/plan-import.ts';
import {
  defaultSettings,
  nothingChosen,
  type Act,
  type CardState,
  type Chosen,
  type LogEntry,
} from '../../src/review/state.ts';
import type { Stored } from '../../src/review/stored.ts';
import { sides } from './arbitrary-stored.ts';

const card = 'lambda/a#question';
const known = new Set([card]);
const none: ReadonlySet<string> = new Set();

const state = (change: Partial<CardState> = {}): CardState => ({
  id: card,
  version: 1,
  phase: 'review',
  due: 500,
  last: 100,
  stability: 4,
  difficulty: 5,
  step: 0,
  interval: 4,
  reps: 3,
  lapses: 0,
  revision: 'r1',
  buriedUntil: 0,
  isSuspended: false,
  ...change,
});
const entry = (id: string, at: number, change: Partial<LogEntry> = {}): LogEntry => ({
  id,
  card,
  act: { kind: 'grade', grade: 3 },
  at,
  day: '2026-11-20',
  took: 1000,
  scheduler: 'FSRS-6 (ts-fsrs 5.4.2)',
  before: null,
  after: state({ last: at }),
  isUndone: false,
  ...change,
});
const undone = (id: string, at: number, change: Partial<LogEntry> = {}) =>
  entry(id, at, { isUndone: true, ...change });
const stored = (change: Partial<Stored> = {}): Stored => ({
  chosen: nothingChosen,
  settings: defaultSettings,
  states: [],
  log: [],
  ...change,
});
const chosen = (change: Partial<Chosen>): Chosen => ({ ...nothingChosen, ...change });

const nothing = {
  cardsAdded: 0,
  cardsUpdated: 0,
  cardsRemoved: 0,
  answersAdded: 0,
  answersRemoved: 0,
  setsAdded: [],
  setsRemoved: [],
  singlesChanged: 0,
  settingsChanged: [],
  unknownCards: 0,
};

describe('the state of a card in both', () => {
  const suspend: Act = { kind: 'suspend' };
  const here = { states: [state({ version: 3 })], log: [entry('old', 100)] };
  const answered = state({ version: 4, last: 200, interval: 9 });

  test.each<[name: string, here: Partial<Stored>, there: Partial<Stored>, now: CardState[]]>([
    [
      'was answered later there: a version above both',
      here,
      { states: [{ ...answered, version: 7 }], log: [entry('old', 100), entry('new', 200)] },
      [{ ...answered, version: 8 }],
    ],
    [
      'was answered later here: as it is',
      { states: [answered], log: [entry('new', 200)] },
      { states: [state({ version: 9 })], log: [entry('old', 100)] },
      [answered],
    ],
    [
      'has no log on either side: the later answer',
      { states: [state({ version: 9 })] },
      { states: [answered] },
      [{ ...answered, version: 10 }],
    ],
    [
      'was suspended there since: suspended',
      here,
      {
        states: [state({ version: 4, isSuspended: true })],
        log: [entry('old', 100), entry('s', 150, { act: suspend, after: state({ isSuspended: true }) })],
      },
      [state({ version: 5, isSuspended: true })],
    ],
    [
      'was reset here after the last answer there, though a reset card was never answered',
      {
        states: [state({ version: 5, last: 0, phase: 'new', reps: 0 })],
        log: [entry('old', 100), entry('r', 300, { act: { kind: 'reset' } })],
      },
      { states: [answered], log: [entry('old', 100), entry('new', 200)] },
      [state({ version: 5, last: 0, phase: 'new', reps: 0 })],
    ],
    [
      'is as late on both sides: written more often',
      here,
      { states: [state({ version: 4, stability: 5 })], log: [entry('old', 100)] },
      [state({ version: 5, stability: 5 })],
    ],
    [
      'is as late and as often written: the current one',
      here,
      { states: [state({ version: 3, stability: 5 })], log: [entry('old', 100)] },
      [state({ version: 3 })],
    ],
    [
      'differs in nothing but its version: as it is',
      here,
      { states: [state({ version: 9 })], log: [entry('old', 100)] },
      [state({ version: 3 })],
    ],
    [
      'was answered in a backup made before the answer was undone here: undone',
      { states: [state({ version: 5 })], log: [entry('old', 100), undone('new', 200, { after: answered })] },
      { states: [answered], log: [entry('old', 100), entry('new', 200, { after: answered })] },
      [state({ version: 5 })],
    ],
    [
      'was answered here, and the answer was undone there: undone',
      { states: [answered], log: [entry('old', 100), entry('new', 200, { after: answered })] },
      { states: [state({ version: 5 })], log: [entry('old', 100), undone('new', 200, { after: answered })] },
      [state({ version: 6 })],
    ],
    [
      'was undone on one side, then answered again: the new answer',
      {
        states: [state({ version: 6, last: 210, interval: 2 })],
        log: [undone('new', 200, { after: answered }), entry('again', 210)],
      },
      { states: [answered], log: [entry('new', 200, { after: answered })] },
      [state({ version: 6, last: 210, interval: 2 })],
    ],
    [
      'was answered once more there after the answer that was undone here: that last answer',
      { states: [state({ version: 5 })], log: [undone('new', 200, { after: answered })] },
      {
        states: [state({ version: 2, last: 300 })],
        log: [entry('new', 200, { after: answered }), entry('next', 300)],
      },
      [state({ version: 6, last: 300 })],
    ],
    [
      'has only a first answer that was undone here: none',
      { log: [undone('new', 200, { after: answered })] },
      { states: [answered], log: [entry('new', 200, { after: answered })] },
      [],
    ],
    [
      'has only a first answer that was undone there: none',
      { states: [answered], log: [entry('new', 200, { after: answered })] },
      { log: [undone('new', 200, { after: answered })] },
      [],
    ],
    ['is known there only: as there', {}, { states: [answered] }, [answered]],
    ['is known here only: as here', { states: [answered] }, {}, [answered]],
  ])('%s', (_name, current, incoming, now) => {
    expect(planImport(stored(current), stored(incoming), 'merge', known).next.states).toEqual(now);
  });
});

describe('what is merged besides', () => {
  test('the log: each entry once, in order of time, undone where either side has undone it', () => {
    const current = stored({ log: [entry('b', 20), undone('d', 40), entry('a', 10)] });
    const incoming = stored({ log: [undone('b', 20), entry('c', 30), entry('d', 40), entry('B', 20)] });
    expect(planImport(current, incoming, 'merge', known).next.log).toEqual([
      entry('a', 10),
      entry('B', 20),
      undone('b', 20),
      entry('c', 30),
      undone('d', 40),
    ]);
  });

  test('what is chosen; taken out on one side is out', () => {
    const current = stored({
      chosen: chosen({ sets: ['lambda'], facts: ['sqs/a', 'sqs/b'], without: ['lambda/x'] }),
    });
    const incoming = stored({
      chosen: chosen({ sets: ['sqs', 'lambda'], facts: ['iam/c'], without: ['sqs/b'] }),
    });
    expect(planImport(current, incoming, 'merge', known).next.chosen).toEqual(
      chosen({ sets: ['lambda', 'sqs'], facts: ['sqs/a', 'iam/c'], without: ['lambda/x', 'sqs/b'] }),
    );
  });

  test('not the settings', () => {
    const incoming = stored({ settings: { ...defaultSettings, perDay: 5 } });
    const { next, changes } = planImport(stored(), incoming, 'merge', known);
    expect(next.settings).toEqual(defaultSettings);
    expect(changes.settingsChanged).toEqual([]);
  });
});

describe('replacing', () => {
  const current = stored({
    chosen: chosen({ sets: ['lambda', 'iam'], facts: ['sqs/a'], without: ['iam/b'] }),
    states: [state({ version: 5 }), state({ id: 'iam/c#value' }), state({ id: 'sqs/d#value', version: 8 })],
    log: [entry('a', 10), entry('b', 20), entry('s', 30, { act: { kind: 'suspend' } }), undone('u', 40)],
  });
  const incoming = stored({
    chosen: chosen({ sets: ['lambda', 'sqs'], facts: [], without: ['iam/b'] }),
    settings: { ...defaultSettings, perDay: 5, exam: { code: 'DVA-C02', day: '2027-01-15' } },
    states: [
      state({ version: 2, interval: 9 }),
      state({ id: 'sqs/d#value', version: 1 }),
      state({ id: 'old/e#value' }),
    ],
    log: [entry('b', 20), entry('c', 50), undone('a', 10)],
  });

  test('takes what comes, with versions that open panels notice', () => {
    const { next } = planImport(current, incoming, 'replace', known);
    expect(next).toEqual({
      ...incoming,
      states: [
        state({ version: 6, interval: 9 }),
        state({ id: 'sqs/d#value', version: 8 }),
        state({ id: 'old/e#value' }),
      ],
    });
  });

  test('says what it would change', () => {
    const ids = new Set([card, 'sqs/d#value', 'iam/c#value']);
    expect(planImport(current, incoming, 'replace', ids).changes).toEqual({
      cardsAdded: 1,
      cardsUpdated: 1,
      cardsRemoved: 1,
      answersAdded: 1,
      answersRemoved: 1,
      setsAdded: ['sqs'],
      setsRemoved: ['iam'],
      singlesChanged: 1,
      settingsChanged: ['perDay', 'exam'],
      unknownCards: 1,
    });
  });

  test('keeps one of what is there twice', () => {
    const twice = stored({
      states: [state(), state({ interval: 9 })],
      log: [entry('a', 10), entry('a', 10)],
    });
    const { next, changes } = planImport(stored(), twice, 'replace', known);
    expect(next).toMatchObject({ states: [{ interval: 9 }], log: [{ id: 'a' }] });
    expect(changes).toEqual({ ...nothing, cardsAdded: 1, answersAdded: 1 });
  });
});

test('merging says what it would change', () => {
  const current = stored({
    chosen: chosen({ sets: ['lambda'], facts: ['sqs/a'] }),
    states: [state()],
    log: [entry('a', 10), entry('b', 20)],
  });
  const incoming = stored({
    chosen: chosen({ sets: ['sqs'], without: ['sqs/a'] }),
    states: [state({ last: 200 }), state({ id: 'iam/c#value' })],
    log: [undone('b', 20), entry('c', 30), entry('s', 30, { act: { kind: 'bury' } })],
  });
  expect(planImport(current, incoming, 'merge', known).changes).toEqual({
    ...nothing,
    cardsAdded: 1,
    cardsUpdated: 1,
    answersAdded: 1,
    answersRemoved: 1,
    setsAdded: ['sqs'],
    singlesChanged: 2,
    unknownCards: 1,
  });
});

describe('whatever is merged', () => {
  const merge = (one: Stored, other: Stored) => planImport(one, other, 'merge', none);
  const unversioned = ({ states }: Stored) =>
    Object.fromEntries(states.map(({ version: _version, ...rest }) => [rest.id, rest]));
  const runs = { numRuns: 1000 };

  test('the same again changes nothing', () => {
    fc.assert(
      fc.property(sides, ([one, other]) => {
        const once = merge(one, other).next;
        const again = merge(once, other);
        expect(again.next).toEqual(once);
        expect({ ...again.changes, unknownCards: 0 }).toEqual(nothing);
      }),
      runs,
    );
  });

  test('with itself changes nothing', () => {
    fc.assert(
      fc.property(sides, ([one]) => {
        expect({ ...merge(one, one).changes, unknownCards: 0, singlesChanged: 0 }).toEqual(nothing);
        expect(merge(one, one).next.states).toEqual(one.states);
      }),
      runs,
    );
  });

  test('either way round gives the same, but where both are equally good', () => {
    fc.assert(
      fc.property(sides, ([one, other]) => {
        // States of even versions here and odd ones there are never equally good.
        const [here, there] = [0, 1].map((odd) => {
          const side = odd ? other : one;
          return {
            ...side,
            states: side.states.map((each) => ({ ...each, version: each.version * 2 + odd })),
          };
        }) as [Stored, Stored];
        const [forth, back] = [merge(here, there).next, merge(there, here).next];
        expect(forth.log).toEqual(back.log);
        expect(unversioned(forth)).toEqual(unversioned(back));
        expect(new Set(forth.chosen.sets)).toEqual(new Set(back.chosen.sets));
        expect(new Set(forth.chosen.facts)).toEqual(new Set(back.chosen.facts));
      }),
      runs,
    );
  });

  test('no answer is lost, and none that was undone comes back', () => {
    fc.assert(
      fc.property(sides, ([one, other]) => {
        const { log } = merge(one, other).next;
        const all = [...one.log, ...other.log];
        expect(new Set(log.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
        expect(log).toHaveLength(new Set(log.map(({ id }) => id)).size);
        for (const { id, isUndone } of all)
          if (isUndone) expect(log.find((each) => each.id === id)).toMatchObject({ isUndone: true });
      }),
      runs,
    );
  });

  test('a state that changes has a version above both', () => {
    fc.assert(
      fc.property(sides, ([one, other]) => {
        for (const now of merge(one, other).next.states) {
          const [ours, theirs] = [one, other].map(({ states }) => states.find(({ id }) => id === now.id));
          if (!ours || now === ours) continue;
          expect(now.version).toBeGreaterThan(Math.max(ours.version, theirs?.version ?? 0));
        }
      }),
      runs,
    );
  });

  test('neither side is changed by planning', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom('merge' as const, 'replace' as const), ([one, other], mode) => {
        const before = structuredClone([one, other]);
        planImport(one, other, mode, none);
        expect([one, other]).toEqual(before);
      }),
    );
  });
});
