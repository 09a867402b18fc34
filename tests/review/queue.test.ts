import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cramPlan, examWork } from '../../src/review/cram.ts';
import { dayOf } from '../../src/review/day.ts';
import { queueFor, type QueueRequest, type Scope } from '../../src/review/queue.ts';
import { applyAct } from '../../src/review/schedule.ts';
import {
  defaultSettings,
  factOf,
  nothingChosen,
  type CardState,
  type Deck,
  type Grade,
  type LogEntry,
  type ReviewSettings,
} from '../../src/review/state.ts';
import { todayOf, type Today } from '../../src/review/today.ts';

const minute = 60_000;
const oneDay = 86_400_000;
const at = Date.parse('2026-11-21T12:00Z');
const tomorrow = Date.parse('2026-11-22T04:00Z');

const deck = (topic: string, exams: string[], cards: string[]): Deck => {
  const [service = ''] = topic.split('/');
  return { topic, service, exams, cards: cards.map((card) => `${service}/${card}`) };
};
const act = { kind: 'grade', grade: 4 } as const;
const blank = applyAct(null, { id: '', revision: '' }, act, at, defaultSettings, 'UTC');
/** A card in long intervals: due some days from today, with a stability. */
const known = (id: string, inDays: number, parts: Partial<CardState> = {}): CardState => ({
  ...blank,
  id,
  due: Date.parse('2026-11-21T04:00Z') + inDays * oneDay,
  last: at - 10 * oneDay,
  stability: 10,
  ...parts,
});
const learning = (id: string, inMinutes: number, parts: Partial<CardState> = {}): CardState =>
  known(id, 0, { phase: 'learning', due: at + inMinutes * minute, last: at - minute, interval: 0, ...parts });

const none: Today = { answered: 0, newAnswered: 0, facts: new Set() };
const all = { kind: 'all' } as const;
const request = (
  decks: Deck[],
  states: CardState[],
  parts: Partial<Omit<QueueRequest, 'settings'>> & { settings?: Partial<ReviewSettings> } = {},
): QueueRequest => ({
  decks,
  states: new Map(states.map((state) => [state.id, state])),
  chosen: { ...nothingChosen, sets: decks.map(({ topic }) => topic) },
  scope: all,
  at,
  zone: 'UTC',
  today: none,
  continueAnyway: false,
  ...parts,
  settings: { ...defaultSettings, ...parts.settings },
});
const numbered = (count: number, name = 'f') =>
  Array.from({ length: count }, (_, number) => `${name}${number}#a`);

describe('the order', () => {
  const one = deck('a/t', [], ['late#a', 'weak#a', 'strong#a', 'now#a', 'soon#a', 'next#a', 'n1#a', 'n2#a']);
  const states = [
    known('a/strong#a', 0, { stability: 100 }),
    known('a/weak#a', 0, { stability: 2 }),
    known('a/late#a', -3),
    learning('a/now#a', -1),
    learning('a/next#a', 20),
    learning('a/soon#a', 5),
  ];

  test('steps due, then the least remembered with new ones among them, then steps that are nearly due', () => {
    expect(queueFor(request([one], states))).toEqual({
      cards: ['a/now#a', 'a/weak#a', 'a/n1#a', 'a/late#a', 'a/n2#a', 'a/strong#a', 'a/soon#a', 'a/next#a'],
      dueCount: 6,
      newCount: 2,
      waiting: 0,
      waitingNew: 0,
      nextDue: null,
    });
  });

  test('a step more than 20 minutes away is not asked', () => {
    const { cards, nextDue } = queueFor(request([deck('a/t', [], ['later#a'])], [learning('a/later#a', 21)]));
    expect([cards, nextDue]).toEqual([[], at + 21 * minute]);
  });

  test('new cards come at even distances', () => {
    const queue = queueFor(
      request(
        [deck('a/t', [], [...numbered(12, 'known'), ...numbered(3, 'new')])],
        numbered(12, 'known').map((card) => known(`a/${card}`, 0)),
      ),
    );
    expect(
      queue.cards.map((card, place) => (card.startsWith('a/new') ? place : -1)).filter((place) => place >= 0),
    ).toEqual([2, 7, 12]);
  });

  test.each<[string, string, string[]]>([
    ['at the last minute of the day', '2026-11-22T03:59Z', ['a/late#a']],
    ['at the first minute of its day', '2026-11-22T04:00Z', ['a/late#a', 'a/weak#a']],
  ])('what is due tomorrow is asked %s: no sooner', (_, now, cards) => {
    const two = [known('a/late#a', 0), known('a/weak#a', 1)];
    const pair = deck('a/t', [], ['late#a', 'weak#a']);
    expect(queueFor(request([pair], two, { at: Date.parse(now) })).cards).toEqual(cards);
  });
});

describe('what is out', () => {
  const pair = deck('a/t', [], ['x#a', 'y#a']);
  test.each<[string, CardState, number | null]>([
    ['suspended', known('a/x#a', 0, { isSuspended: true }), null],
    ['buried', known('a/x#a', 0, { buriedUntil: tomorrow }), tomorrow],
    ['buried in a step', learning('a/x#a', -5, { buriedUntil: tomorrow }), tomorrow],
    ['buried and not yet due', known('a/x#a', 9, { buriedUntil: tomorrow }), Date.parse('2026-11-30T04:00Z')],
    ['due another day', known('a/x#a', 3), Date.parse('2026-11-24T04:00Z')],
  ])('%s', (_, state, nextDue) => {
    const queue = queueFor(request([pair], [state], { today: { ...none, facts: new Set(['a/y']) } }));
    expect(queue).toMatchObject({ cards: [], dueCount: 0, newCount: 0, waiting: 0 });
    expect(queueFor(request([deck('a/t', [], ['x#a'])], [state])).nextDue).toBe(nextDue);
  });

  test('what was not chosen', () => {
    const chosen = { ...nothingChosen, facts: ['a/y'] };
    expect(queueFor(request([pair], [known('a/x#a', 0)], { chosen })).cards).toEqual(['a/y#a']);
    expect(queueFor(request([pair], [known('a/x#a', 0)], { chosen: nothingChosen }))).toEqual({
      cards: [],
      dueCount: 0,
      newCount: 0,
      waiting: 0,
      waitingNew: 0,
      nextDue: null,
    });
  });

  test('a card whose fact is gone, without touching it', () => {
    const wanted = request([pair], [known('a/gone#a', 0)]);
    expect(queueFor(wanted).cards).toEqual(['a/x#a', 'a/y#a']);
    expect(wanted.states.has('a/gone#a')).toBe(true);
  });

  test('a bury that is over ends by itself', () => {
    expect(queueFor(request([pair], [known('a/x#a', 0, { buriedUntil: at })])).cards).toContain('a/x#a');
  });
});

describe('siblings', () => {
  const siblings = deck('a/t', [], ['x#a', 'x#b', 'x#c']);
  test.each<[string, CardState[], Partial<Today>, string[], number | null]>([
    ['of new ones the first', [], {}, ['a/x#a'], tomorrow],
    ['a known one before a new one', [known('a/x#b', 0)], {}, ['a/x#b'], tomorrow],
    [
      'of known ones the least remembered',
      [known('a/x#a', 0), known('a/x#c', 0, { stability: 2 })],
      {},
      ['a/x#c'],
      tomorrow,
    ],
    ['none after one was answered today', [known('a/x#b', 0)], { facts: new Set(['a/x']) }, [], tomorrow],
    [
      'a step, though its fact was answered today',
      [learning('a/x#b', -1)],
      { facts: new Set(['a/x']) },
      ['a/x#b'],
      tomorrow,
    ],
    ['only the step where one is due', [known('a/x#a', 0), learning('a/x#b', -1)], {}, ['a/x#b'], tomorrow],
    ['no new one while a sibling takes its steps', [learning('a/x#b', -1)], {}, ['a/x#b'], tomorrow],
    [
      'one whose sibling’s step is not today',
      [known('a/x#a', 0), learning('a/x#b', 5 * 24 * 60)],
      {},
      ['a/x#a'],
      tomorrow,
    ],
    [
      'none while a step is still to come today',
      [known('a/x#a', 0), learning('a/x#b', 60)],
      {},
      [],
      at + 60 * minute,
    ],
    ['a new one while its sibling rests for days', [known('a/x#a', 5)], {}, ['a/x#b'], tomorrow],
    [
      'a new one while its sibling is suspended',
      [known('a/x#a', 0, { isSuspended: true })],
      {},
      ['a/x#b'],
      tomorrow,
    ],
  ])('%s', (_, states, today, cards, nextDue) => {
    const queue = queueFor(request([siblings], states, { today: { ...none, ...today } }));
    expect(queue).toMatchObject({ cards, nextDue, waiting: 0 });
  });
});

test('a known sibling that waits comes tomorrow', () => {
  const states = [known('a/x#a', 0), known('a/x#b', 0)];
  expect(queueFor(request([deck('a/t', [], ['x#a', 'x#b'])], states))).toMatchObject({
    cards: ['a/x#a'],
    nextDue: tomorrow,
  });
});

describe('limits', () => {
  const many = deck('a/t', [], [...numbered(50, 'known'), ...numbered(50, 'new')]);
  const states = numbered(50, 'known').map((card) => known(`a/${card}`, 0));
  const counts = (newPerDay: number, perDay: number, today: Partial<Today> = {}, continueAnyway = false) => {
    const queue = queueFor(
      request([many], states, {
        settings: { newPerDay, perDay },
        today: { ...none, ...today },
        continueAnyway,
      }),
    );
    expect(queue.cards).toHaveLength(queue.dueCount + queue.newCount);
    return [queue.dueCount, queue.newCount, queue.waiting, queue.waitingNew];
  };
  test.each([
    ['a new day', counts(15, 60), [50, 10, 40, 40]],
    ['room for all new ones', counts(15, 100), [50, 15, 35, 35]],
    ['known ones come before new ones', counts(15, 40), [40, 0, 60, 50]],
    ['new ones done', counts(15, 100, { answered: 15, newAnswered: 15 }), [50, 0, 50, 50]],
    ['some done', counts(15, 60, { answered: 20, newAnswered: 5 }), [40, 0, 60, 50]],
    ['all done', counts(15, 60, { answered: 60, newAnswered: 5 }), [0, 0, 100, 50]],
    ['more done than allowed', counts(15, 60, { answered: 90, newAnswered: 40 }), [0, 0, 100, 50]],
    ['no new ones wanted', counts(0, 60), [50, 0, 50, 50]],
    ['continue anyway', counts(15, 60, { answered: 60, newAnswered: 15 }, true), [50, 50, 0, 0]],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('a step that was begun is never held back', () => {
    const steps = [learning('a/known0#a', -1), learning('a/known1#a', 3)];
    const queue = queueFor(request([many], steps, { today: { ...none, answered: 60 } }));
    expect(queue.cards).toEqual(['a/known0#a', 'a/known1#a']);
  });

  test('what is held back comes tomorrow; where no new cards are wanted, never', () => {
    const full = { ...none, answered: 60 };
    const small = deck('a/t', [], ['x#a']);
    expect(queueFor(request([small], [], { today: full })).nextDue).toBe(tomorrow);
    expect(queueFor(request([small], [], { settings: { newPerDay: 0 } })).nextDue).toBeNull();
  });
});

test.each<[Scope, string[]]>([
  [{ kind: 'topic', topic: 'a/t' }, ['a/x#a']],
  [{ kind: 'service', service: 'a' }, ['a/x#a', 'a/y#a']],
  [{ kind: 'domain', exam: 'DEV-1/1' }, ['a/x#a', 'b/z#a']],
  [{ kind: 'domain', exam: 'DEV-1/10' }, []],
  [all, ['a/x#a', 'a/y#a', 'b/z#a']],
])('scope %j', (scope, cards) => {
  const decks = [
    deck('a/t', ['DEV-1/1'], ['x#a']),
    deck('a/u', ['DEV-1/2'], ['y#a']),
    deck('b/t', ['DEV-1/1', 'ARC-1/1'], ['z#a']),
  ];
  expect(queueFor(request(decks, [], { scope })).cards).toEqual(cards);
});

describe('before an exam', () => {
  const exam = (day: string | null) => ({ code: 'DEV-1', day });
  const saturday = '2026-11-21';
  test.each<[string, string | null, number[], [number, number], [number, number], [number, number] | null]>([
    ['spreads over ten days', '2026-12-01', [], [300, 200], [0, 0], [30, 60]],
    ['spreads more than a day may have', '2026-12-01', [], [600, 200], [0, 0], [60, 80]],
    ['leaves out days of rest', '2026-12-01', [0, 3], [300, 200], [0, 0], [43, 72]],
    ['does not shrink while the day’s work is done', '2026-12-01', [], [560, 180], [60, 40], [60, 80]],
    ['asks everything on the last day', '2026-11-22', [], [300, 200], [0, 0], [300, 500]],
    ['asks everything on the last day, even of rest', '2026-11-22', [6], [300, 200], [0, 0], [300, 500]],
    ['lets a day of rest rest', '2026-11-24', [6], [300, 200], [0, 0], null],
    ['never asks for less than the learner', '2027-06-01', [], [30, 20], [0, 0], [15, 60]],
    ['is over on the day itself', '2026-11-21', [], [300, 200], [0, 0], null],
    ['is over after it', '2026-11-01', [], [300, 200], [0, 0], null],
    ['is not without a day', null, [], [300, 200], [0, 0], null],
    ['stands seven days of rest', '2026-12-01', [0, 1, 2, 3, 4, 5, 6], [30, 20], [0, 0], [30, 60]],
  ])('%s', (_, day, restDays, [unseen, backlog], [answered, newAnswered], expected) => {
    const settings = { ...defaultSettings, exam: exam(day), restDays };
    const plan = cramPlan({ unseen, backlog }, { answered, newAnswered }, settings, saturday);
    expect(plan && [plan.newPerDay, plan.perDay]).toEqual(expected);
  });

  const decks = [
    deck('other/t', ['ARC-1/1'], numbered(40, 'o')),
    deck('a/t', ['DEV-1/1'], [...numbered(40, 'n'), ...numbered(50, 'k')]),
  ];
  const states = numbered(50, 'k').map((card) => known(`a/${card}`, 0));

  test('only its chosen cards are counted', () => {
    const settings = { ...defaultSettings, exam: exam('2026-12-01') };
    const held = [
      ...states,
      known('a/n0#a', 0, { isSuspended: true }),
      learning('a/n1#a', 1),
      known('a/n2#a', 1),
      known('a/n3#a', 0, { phase: 'new' }),
    ];
    const wanted = request(decks, held, { settings });
    expect(examWork(decks, wanted, tomorrow)).toEqual({ unseen: 37, backlog: 50 });
    expect(examWork(decks, { ...wanted, chosen: nothingChosen }, tomorrow)).toEqual({
      unseen: 0,
      backlog: 0,
    });
  });

  test('its new cards come first and keep their share beside the backlog', () => {
    const queue = queueFor(
      request(decks, states, { settings: { exam: exam('2026-11-23'), perDay: 30, newPerDay: 5 } }),
    );
    expect([queue.newCount, queue.dueCount]).toEqual([20, 25]);
    expect(queue.cards.filter((card) => card.startsWith('other'))).toEqual([]);
    const calm = queueFor(
      request(decks, states, { settings: { exam: exam(null), perDay: 30, newPerDay: 5 } }),
    );
    expect([calm.newCount, calm.dueCount]).toEqual([0, 30]);
  });

  test('following the plan, every card was seen once by the day before', () => {
    const wide = [deck('a/t', ['DEV-1/1'], numbered(200)), deck('b/t', ['ARC-1/1'], numbered(100))];
    const settings: ReviewSettings = {
      ...defaultSettings,
      exam: exam('2026-12-01'),
      restDays: [0],
      perDay: 10,
      newPerDay: 3,
    };
    const held = new Map<string, CardState>();
    const perDay: number[] = [];
    for (let day = 0; day < 10; day += 1) {
      const today: Today = { answered: 0, newAnswered: 0, facts: new Set() };
      for (let now = at + day * oneDay; ; now += minute) {
        const { cards } = queueFor({ ...request(wide, [], { settings }), states: held, at: now, today });
        const [id] = cards;
        if (!id) break;
        const before = held.get(id) ?? null;
        if (!today.facts.has(factOf(id))) today.answered += 1;
        if (!before) today.newAnswered += 1;
        today.facts.add(factOf(id));
        held.set(
          id,
          applyAct(before, { id, revision: '' }, { kind: 'grade', grade: 3 }, now, settings, 'UTC'),
        );
      }
      perDay.push(today.newAnswered);
    }
    expect([...held.keys()].filter((id) => id.startsWith('a/'))).toHaveLength(200);
    // Eight days of learning. 22 and 29 November are Sundays: 3 as on any day, and none where known cards fill the 10.
    expect(perDay).toEqual([25, 3, 25, 25, 25, 25, 24, 24, 0, 24]);
  });
});

test('what was done today is read from the log', () => {
  const entry = (card: string, value: Grade, parts: Partial<LogEntry> = {}): LogEntry => ({
    id: '',
    card,
    act: { kind: 'grade', grade: value },
    at,
    day: dayOf(at, { zone: 'UTC', dayStartsAt: 4 }),
    took: 0,
    scheduler: '',
    before: known(card, 0),
    after: known(card, 0),
    isUndone: false,
    ...parts,
  });
  const log = [
    entry('a/x#a', 1, { before: null }),
    entry('a/x#a', 3, { before: learning('a/x#a', 0) }),
    entry('a/reset#a', 3, { before: known('a/reset#a', 0, { phase: 'new' }) }),
    entry('a/y#b', 3),
    entry('a/undone#a', 3, { isUndone: true }),
    entry('a/buried#a', 3, { act: { kind: 'bury' } }),
    entry('a/yesterday#a', 3, { day: '2026-11-20' }),
  ];
  expect(todayOf(log, '2026-11-21')).toEqual({
    answered: 3,
    newAnswered: 2,
    facts: new Set(['a/x', 'a/reset', 'a/y']),
  });
});

describe('whatever is stored', () => {
  const card = fc.record({
    fact: fc.integer({ min: 0, max: 6 }),
    form: fc.constantFrom('a', 'b'),
    phase: fc.constantFrom('new', 'learning', 'review', 'relearning' as const),
    due: fc.integer({ min: -3 * oneDay, max: 3 * oneDay }),
    isSuspended: fc.boolean(),
    isBuried: fc.boolean(),
  });
  test('each card once, one of a fact beside steps, never more than the limits', () => {
    fc.assert(
      fc.property(
        fc.array(card, { maxLength: 14 }),
        fc.nat(12),
        fc.nat(12),
        fc.nat(12),
        fc.nat(12),
        (stored, perDay, newPerDay, answered, newAnswered) => {
          const one = deck(
            'a/t',
            [],
            ['0', '1', '2', '3', '4', '5', '6'].flatMap((fact) => [`f${fact}#a`, `f${fact}#b`]),
          );
          const states = stored.map(({ fact, form, phase, due, isSuspended, isBuried }) =>
            known(`a/f${fact}#${form}`, 0, {
              phase,
              due: at + due,
              isSuspended,
              buriedUntil: isBuried ? tomorrow : 0,
            }),
          );
          const wanted = request([one], states, {
            settings: { perDay, newPerDay },
            today: { ...none, answered, newAnswered },
          });
          const queue = queueFor(wanted);
          expect(new Set(queue.cards).size).toBe(queue.cards.length);
          expect(queue.dueCount + queue.newCount).toBe(queue.cards.length);
          const isStep = (id: string) => /learning/.test(wanted.states.get(id)?.phase ?? '');
          const others = queue.cards.filter((id) => !isStep(id));
          expect(new Set(others.map(factOf)).size).toBe(others.length);
          expect(others.length).toBeLessThanOrEqual(Math.max(0, perDay - answered));
          expect(queue.newCount).toBeLessThanOrEqual(Math.max(0, newPerDay - newAnswered));
          const lifted = queueFor({ ...wanted, continueAnyway: true });
          expect(lifted.cards.length).toBe(queue.cards.length + queue.waiting);
          expect(lifted.waiting).toBe(0);
          if (queue.nextDue !== null) expect(queue.nextDue).toBeGreaterThan(at);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('five thousand states among ten thousand cards take no time', () => {
  const decks = Array.from({ length: 250 }, (_, number) =>
    deck(
      `s${number % 40}/t${number}`,
      ['DEV-1/1'],
      Array.from({ length: 40 }, (__, place) => `f${number}-${place >> 1}#${place % 2}`),
    ),
  );
  const cards = decks.flatMap((one) => one.cards);
  const states = cards
    .filter((_, number) => number % 2 === 0)
    .map((id, number) =>
      known(id, (number % 60) - 50, { last: at - (number % 400) * oneDay, stability: 1 + (number % 90) }),
    );
  const wanted = request(decks, states, { settings: { exam: { code: 'DEV-1', day: '2027-03-01' } } });
  const times = Array.from({ length: 15 }, () => {
    const started = performance.now();
    queueFor(wanted);
    return performance.now() - started;
  }).toSorted((a, b) => a - b);
  expect(queueFor(wanted).waiting).toBeGreaterThan(4000);
  // Under 20 ms on a quiet machine; the best of many is what the code takes, the rest is what else was running.
  expect(times[0]).toBeLessThan(20);
});
