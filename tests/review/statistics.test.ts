import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainCoverage, serviceCoverage } from '../../src/review/coverage.ts';
import { addDays, dayOf, dayStart } from '../../src/review/day.ts';
import { applyAct } from '../../src/review/schedule.ts';
import {
  defaultSettings,
  type Act,
  type CardState,
  type Deck,
  type Grade,
  type LogEntry,
} from '../../src/review/state.ts';
import {
  forecast,
  learnedDays,
  rememberedShare,
  reviewsPerDay,
  streak,
  timeNeeded,
  timeSpent,
} from '../../src/review/statistics.ts';

const berlin = { zone: 'Europe/Berlin', dayStartsAt: 4 };
const today = '2026-11-21';
const noon = dayStart(today, berlin) + 8 * 3_600_000;
const oneDay = 86_400_000;

const blank = applyAct(null, { id: '', revision: '' }, { kind: 'resume' }, 0, defaultSettings, 'UTC');
const state = (id: string, parts: Partial<CardState> = {}): CardState => ({
  ...blank,
  id,
  phase: 'review',
  last: noon - 10 * oneDay,
  due: noon,
  stability: 10,
  difficulty: 5,
  interval: 10,
  reps: 1,
  ...parts,
});
const learning = state('', { phase: 'learning' });
const entry = (card: string, day: string, act: Act | Grade, parts: Partial<LogEntry> = {}): LogEntry => ({
  id: `${card} ${day}`,
  card,
  act: typeof act === 'number' ? { kind: 'grade', grade: act } : act,
  at: dayStart(day, berlin) + 1,
  day,
  took: 10_000,
  scheduler: '',
  before: state(card),
  after: state(card),
  isUndone: false,
  ...parts,
});

describe('remembered share', () => {
  const share = (log: LogEntry[], days = 30) => {
    const { share: found, remembered, base } = rememberedShare(log, days, today);
    expect(found).toBe(base ? remembered / base : null);
    return [remembered, base];
  };
  test.each<[string, LogEntry[], number[]]>([
    ['nothing', [], [0, 0]],
    ['hard is remembered, again is not', [entry('a', today, 2), entry('b', today, 1)], [1, 2]],
    ['the first answer of a day counts', [entry('a', today, 1), entry('a', today, 3, { at: noon })], [0, 1]],
    ['in whatever order the log is', [entry('a', today, 3, { at: noon }), entry('a', today, 1)], [0, 1]],
    ['another day is another answer', [entry('a', today, 1), entry('a', '2026-11-20', 3)], [1, 2]],
    [
      'steps do not count',
      [entry('a', today, 1, { before: learning }), entry('b', today, 1, { before: null })],
      [0, 0],
    ],
    [
      'what follows a step on the same day does not',
      [entry('a', today, 3, { before: learning }), entry('a', today, 3, { at: noon })],
      [0, 0],
    ],
    [
      'undone does not count',
      [entry('a', today, 1, { isUndone: true }), entry('a', today, 3, { at: noon })],
      [1, 1],
    ],
    ['other acts do not count', [entry('a', today, { kind: 'bury' })], [0, 0]],
    ['30 days with today', [entry('a', '2026-10-23', 3), entry('b', '2026-10-22', 3)], [1, 1]],
    ['a day to come does not', [entry('a', '2026-11-22', 3)], [0, 0]],
  ])('%s', (_, log, expected) => {
    expect(share(log)).toEqual(expected);
  });
});

describe('days in a row', () => {
  const days = (...dates: number[]) =>
    new Set(dates.map((date) => `2026-11-${String(date).padStart(2, '0')}`));
  // 15 November 2026 is a Sunday.
  test.each<[string, Set<string>, number[], { now: number; longest: number }]>([
    ['none', days(), [], { now: 0, longest: 0 }],
    ['today', days(21), [], { now: 1, longest: 1 }],
    ['yesterday, today not yet', days(19, 20), [], { now: 2, longest: 2 }],
    ['broken by yesterday', days(18, 19), [], { now: 0, longest: 2 }],
    ['a longer one before', days(10, 11, 12, 13, 20, 21), [], { now: 2, longest: 4 }],
    ['over a Sunday of rest', days(13, 14, 16, 17, 18, 19, 20), [0], { now: 7, longest: 7 }],
    [
      'a Sunday of rest with review does not count',
      days(13, 14, 15, 16, 17, 18, 19, 20),
      [0],
      { now: 7, longest: 7 },
    ],
    ['a Sunday that is no day of rest breaks', days(13, 14, 16, 17, 18, 19, 20), [], { now: 5, longest: 5 }],
    ['today is a day of rest', days(19, 20), [6], { now: 2, longest: 2 }],
    ['two days of rest', days(12, 13, 16, 17, 18, 19, 20), [6, 0], { now: 7, longest: 7 }],
    ['nothing but rest', days(19, 20), [0, 1, 2, 3, 4, 5, 6], { now: 0, longest: 0 }],
    ['a day to come', days(22), [], { now: 0, longest: 0 }],
  ])('%s', (_, learned, restDays, expected) => {
    expect(streak(learned, restDays, today)).toEqual(expected);
  });

  test('count answers only', () => {
    const log = [
      entry('a', today, 1),
      entry('a', '2026-11-20', { kind: 'bury' }),
      entry('a', '2026-11-19', 3, { isUndone: true }),
    ];
    expect(learnedDays(log)).toEqual(new Set([today]));
  });
});

test('answers a day stand in weeks from Monday, up to today', () => {
  const log = [
    entry('a', today, 1),
    entry('a', today, 3),
    entry('b', '2026-11-16', 3),
    entry('b', '2026-11-15', 3),
    entry('b', '2026-11-08', 3),
    entry('c', '2026-11-16', { kind: 'suspend' }),
    entry('c', '2026-11-22', 3),
  ];
  expect(reviewsPerDay(log, 2, today)).toEqual([
    [9, 10, 11, 12, 13, 14, 15].map((date) => ({
      day: addDays('2026-11-01', date - 1),
      count: date === 15 ? 1 : 0,
    })),
    [1, 0, 0, 0, 0, 2].map((count, place) => ({ day: addDays('2026-11-16', place), count })),
  ]);
  expect(reviewsPerDay([], 19, '2026-11-22').map((week) => week.length)).toEqual(
    Array.from({ length: 19 }, () => 7),
  );
  expect(reviewsPerDay([], 1, '2026-11-23')).toEqual([[{ day: '2026-11-23', count: 0 }]]);
});

test('the forecast puts what is late into today', () => {
  const due = (day: string, parts: Partial<CardState> = {}) =>
    state(day, { due: dayStart(day, berlin), ...parts });
  const states = [
    due('2026-08-01'),
    due(today),
    due('2026-11-22'),
    due('2026-11-22', { isSuspended: true }),
    due('2026-11-22', { phase: 'new' }),
    due(today, { buriedUntil: dayStart('2026-11-22', berlin) }),
    due('2026-11-23', { phase: 'relearning', due: dayStart('2026-11-24', berlin) - 1 }),
    due('2026-11-24'),
  ];
  expect(forecast(states, 3, today, berlin)).toEqual([
    { day: today, count: 2 },
    { day: '2026-11-22', count: 2 },
    { day: '2026-11-23', count: 1 },
  ]);
});

describe('time', () => {
  test('all of it, and the median of a card and day', () => {
    const log = [
      entry('a', today, 1, { took: 4000 }),
      entry('a', today, 3, { took: 5000 }),
      entry('b', today, 3, { took: 60_000 }),
      entry('a', '2026-11-20', 3, { took: 7000 }),
      entry('c', '2026-11-20', 3, { took: 99_000, isUndone: true }),
      entry('d', '2026-11-20', { kind: 'bury' }, { took: 0 }),
    ];
    expect(timeSpent(log, 30, today)).toEqual({ milliseconds: 76_000, secondsPerCard: 9 });
    expect(timeSpent(log, 1, today)).toEqual({ milliseconds: 69_000, secondsPerCard: 34.5 });
    expect(timeSpent([], 30, today)).toEqual({ milliseconds: 0, secondsPerCard: null });
  });
  test.each([
    [24, 10, 'about 4 minutes'],
    [1, 10, 'about 1 minute'],
    [9, 10, 'about 2 minutes'],
    [500, 10, 'about 83 minutes'],
    [600, 10, 'about 1.5 hours'],
    [700, 10, 'about 2 hours'],
    [0, 10, null],
    [24, null, null],
  ])('%i cards of %j seconds take %s', (cards, seconds, expected) => {
    expect(timeNeeded(cards, seconds)).toBe(expected);
  });
});

const deck = (service: string, exams: string[], cards: string[]): Deck => ({
  topic: `${service}/t`,
  service,
  exams,
  cards: cards.map((card) => `${service}/${card}`),
});
const decks = [
  deck('a', ['DEV-1/10', 'DEV-1/2'], ['x#a', 'x#b', 'y#a', 'y#b']),
  deck('b', ['DEV-1/2', 'ARC-1/1'], ['x#a']),
  deck('c', ['ARC-1/1'], ['x#a', 'y#a']),
  deck('d', ['ARC-1/1'], []),
];
const held = new Map(
  [
    state('a/x#a', { interval: 20 }),
    state('a/x#b', { interval: 21 }),
    state('a/y#a', { phase: 'new', reps: 0 }),
    state('b/x#a', { last: noon, interval: 30 }),
    state('c/gone#a'),
    state('c/y#a', { phase: 'relearning', interval: 0, last: noon }),
  ].map((one) => [one.id, one]),
);

describe('coverage', () => {
  test('of each domain of an exam, in order', () => {
    expect(domainCoverage(decks, held, 'DEV-1')).toEqual([
      { domain: 'DEV-1/2', cards: 5, seen: 3, mature: 2 },
      { domain: 'DEV-1/10', cards: 4, seen: 2, mature: 1 },
    ]);
    expect(domainCoverage(decks, held, 'DEV')).toEqual([]);
  });

  test('of each service, the weakest first', () => {
    expect(serviceCoverage(decks, held, noon, berlin)).toEqual([
      {
        service: 'a',
        cards: 4,
        seen: 2,
        mature: 1,
        recall: expect.closeTo(0.9, 6),
        strength: expect.closeTo(0.45, 6),
      },
      { service: 'c', cards: 2, seen: 1, mature: 0, recall: 1, strength: 0.5 },
      { service: 'b', cards: 1, seen: 1, mature: 1, recall: 1, strength: 1 },
    ]);
    expect(
      serviceCoverage(decks, new Map(), noon, berlin).map(({ service, recall }) => [service, recall]),
    ).toEqual([
      ['a', null],
      ['c', null],
      ['b', null],
    ]);
  });
});

describe('sums agree', () => {
  const day = fc.integer({ min: -60, max: 5 }).map((days) => addDays(today, days));
  const acts: fc.Arbitrary<Act> = fc.oneof(
    fc.constantFrom<Grade>(1, 2, 3, 4).map((grade) => ({ kind: 'grade' as const, grade })),
    fc.constant({ kind: 'bury' as const }),
  );
  const log = fc.array(
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        day,
        acts,
        fc.boolean(),
        fc.nat(120_000),
        fc.constantFrom(null, learning, blank, state('')),
      )
      .map(([card, when, act, isUndone, took, before]) => entry(card, when, act, { isUndone, took, before })),
    { maxLength: 60 },
  );
  const isCounted = ({ act, isUndone, day: when }: LogEntry) =>
    act.kind === 'grade' && !isUndone && when <= today;

  test('every answer is in the heatmap once, and its days are those that were learned', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const cells = reviewsPerDay(entries, 12, today).flat();
        const counted = entries.filter(isCounted);
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(counted.length);
        const learned = cells.filter(({ count }) => count).map((cell) => cell.day);
        expect(new Set(learned)).toEqual(new Set([...learnedDays(entries)].filter((when) => when <= today)));
        const { now, longest } = streak(learnedDays(entries), [], today);
        expect(now).toBeLessThanOrEqual(longest);
        expect(longest).toBeLessThanOrEqual(learned.length);
        expect(timeSpent(entries, 90, today).milliseconds).toBe(
          counted.reduce((sum, { took }) => sum + took, 0),
        );
        expect(rememberedShare(entries, 90, today).base).toBeLessThanOrEqual(counted.length);
      }),
    );
  });

  test('every card that is not new or suspended is in a forecast that is long enough', () => {
    const states = fc.array(
      fc
        .tuple(
          fc.integer({ min: -90, max: 89 }),
          fc.constantFrom('new', 'review', 'learning' as const),
          fc.boolean(),
        )
        .map(([days, phase, isSuspended]) => state('', { due: noon + days * oneDay, phase, isSuspended })),
    );
    fc.assert(
      fc.property(states, (some) => {
        const days = forecast(some, 91, dayOf(noon, berlin), berlin);
        const waiting = some.filter(({ phase, isSuspended }) => phase !== 'new' && !isSuspended);
        expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(waiting.length);
      }),
    );
  });

  test('services hold every card once', () => {
    const services = serviceCoverage(decks, held, noon, berlin);
    const sum = (part: 'cards' | 'seen' | 'mature') => services.reduce((total, one) => total + one[part], 0);
    expect(sum('cards')).toBe(decks.flatMap(({ cards }) => cards).length);
    for (const one of services) {
      expect(one.seen).toBeLessThanOrEqual(one.cards);
      expect(one.mature).toBeLessThanOrEqual(one.seen);
      expect(one.strength).toBeCloseTo((one.recall ?? 0) * (one.seen / one.cards), 10);
    }
  });
});
