import fc from 'fast-check';
import { createEmptyCard, fsrs } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { dayOf, daysBetween, dayStart } from '../../src/review/day.ts';
import { applyAct, isLeech, previewIntervals, retrievability, scheduler } from '../../src/review/schedule.ts';
import {
  defaultSettings as settings,
  type Act,
  type CardState,
  type Grade,
  type ReviewSettings,
} from '../../src/review/state.ts';

const card = { id: 'functions/timeout#value', revision: 'r1' };
const minute = 60_000;
const oneDay = 86_400_000;
const rule = (zone: string) => ({ zone, dayStartsAt: settings.dayStartsAt });
const grade = (
  state: CardState | null,
  value: Grade,
  at: number,
  zone = 'UTC',
  wanted: ReviewSettings = settings,
): CardState => applyAct(state, card, { kind: 'grade', grade: value }, at, wanted, zone);
const answeredOnce = (value: Grade, at: number, zone = 'UTC') => grade(null, value, at, zone);

/** Answers with each grade on the moment the card is due. */
function whenDue(grades: Grade[], from: number, zone: string): CardState[] {
  const states: CardState[] = [];
  for (const value of grades)
    states.push(grade(states.at(-1) ?? null, value, states.at(-1)?.due ?? from, zone));
  return states;
}

/** The numbers that ts-fsrs tests itself with, in packages/fsrs/__tests__ of open-spaced-repetition/ts-fsrs. */
describe('as ts-fsrs has published', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Australia/Lord_Howe',
  ];
  const start = Date.UTC(2022, 11, 29, 12, 30);

  test.each(zones)('FSRS-6.test.ts, ivl_history, answered in %s', (zone) => {
    const states = whenDue([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3], start, zone);
    expect(states.map(({ interval }) => interval)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  test.each(zones)('FSRS-6.test.ts, memory state with short-term steps, answered in %s', (zone) => {
    const days = [0, 0, 1, 3, 8, 21];
    let at = start;
    let state: CardState | null = null;
    ([1, 3, 3, 3, 3, 3] as Grade[]).forEach((value, number) => {
      at += (days[number] ?? 0) * oneDay;
      state = grade(state, value, at, zone);
    });
    expect(state).toMatchObject({
      stability: expect.closeTo(53.62691, 4),
      difficulty: expect.closeTo(6.3574867, 4),
    });
  });

  test.each<[Grade, Partial<CardState>]>([
    [1, { stability: 0.212, difficulty: 6.4133, phase: 'learning', interval: 0 }],
    [2, { stability: 1.2931, difficulty: 5.11217071, phase: 'learning', interval: 0 }],
    [3, { stability: 2.3065, difficulty: 2.11810397, phase: 'learning', interval: 0 }],
    [4, { stability: 8.2956, difficulty: 1, phase: 'review', interval: 8 }],
  ])('FSRS-6.test.ts, first repeat, grade %i', (value, expected) => {
    expect(answeredOnce(value, start)).toMatchObject({ ...expected, reps: 1, lapses: 0 });
  });

  test.each<[Grade, number]>([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 0.9024733],
  ])('FSRS-6.test.ts, retrievability when due after grade %i', (value, expected) => {
    const state = answeredOnce(value, Date.UTC(2023, 11, 1, 4, 5));
    expect(retrievability(state, state.due, rule('UTC'))).toBe(expected);
  });

  test.each([
    [0, 1],
    [1, 0.9],
    [2, 0.84588465],
    [3, 0.8093881],
  ])('algorithm.test.ts, forgetting_curve: after %i days of stability 1', (days, expected) => {
    const state = { ...answeredOnce(4, start), stability: 1 };
    expect(retrievability(state, start + days * oneDay, rule('UTC'))).toBe(expected);
  });

  test.each<[string, Grade[], Grade, number, number]>([
    ['new', [], 1, 1, 0],
    ['new', [], 2, 6, 0],
    ['new', [], 3, 10, 1],
    ['second step', [3], 1, 1, 0],
    ['second step', [3], 2, 6, 1],
    ['lapsed', [4], 1, 10, 0],
    ['relearning', [4, 1], 1, 10, 0],
    ['relearning', [4, 1], 2, 15, 0],
  ])(
    'learning-steps.test.ts, %s %j, grade %i: in %i minutes at step %i',
    (_, before, value, minutes, step) => {
      const history = whenDue(before, start, 'UTC');
      const at = history.at(-1)?.due ?? start;
      const state = grade(history.at(-1) ?? null, value, at);
      expect([(state.due - at) / minute, state.step]).toEqual([minutes, step]);
    },
  );

  test('the library asked directly, at noon UTC, says the same of any history', () => {
    const answer = fc.tuple(fc.constantFrom<Grade>(1, 2, 3, 4), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 20 }), (answers) => {
        const library = fsrs();
        let at = Date.UTC(2026, 10, 21, 12);
        let theirs = createEmptyCard(new Date(at));
        let ours: CardState | null = null;
        for (const [value, days] of answers) {
          at += days * oneDay;
          theirs = library.next(theirs, new Date(at), value).card;
          ours = grade(ours, value, at);
          expect(ours).toMatchObject({
            stability: theirs.stability,
            difficulty: theirs.difficulty,
            interval: theirs.scheduled_days,
            step: theirs.learning_steps,
            reps: theirs.reps,
            lapses: theirs.lapses,
            due: theirs.scheduled_days ? theirs.due.getTime() - 8 * 60 * minute : theirs.due.getTime(),
          });
        }
      }),
    );
  });

  test('the version in the log is the library’s own', () => {
    expect(scheduler).toBe('FSRS-6 (ts-fsrs 5.4.2)');
  });
});

describe('days are the learner’s', () => {
  test('an interval of days ends when that day begins, on either side of a change of clocks', () => {
    const states = whenDue([4, 3, 3, 3], Date.parse('2026-03-24T20:00+01:00'), 'Europe/Berlin');
    expect(states.map(({ due, interval }) => [interval, new Date(due).toISOString()])).toEqual([
      [8, '2026-04-01T02:00:00.000Z'],
      [39, '2026-05-10T02:00:00.000Z'],
      [153, '2026-10-10T02:00:00.000Z'],
      [510, '2028-03-03T03:00:00.000Z'],
    ]);
  });

  test.each([
    ['half past three at night is still yesterday', '2026-11-21T03:30', '2026-11-22T05:00', 2],
    ['an hour over four o’clock is a day', '2026-11-21T03:30', '2026-11-21T04:30', 1],
    ['a whole day without four o’clock in between is none', '2026-11-21T04:00', '2026-11-22T03:59', 0],
  ])('%s', (_, last, at, days) => {
    const state = { ...answeredOnce(4, Date.parse(`${last}Z`)), stability: 1 };
    const curve = [1, 0.9, 0.84588465];
    expect(retrievability(state, Date.parse(`${at}Z`), rule('UTC'))).toBe(curve[days]);
  });

  test('a day of 25 hours is one day, its last minute too', () => {
    const berlin = 'Europe/Berlin';
    const start = dayStart('2026-10-24', rule(berlin));
    const late = start + 24 * 60 * minute + 59 * minute;
    expect(dayOf(late, rule(berlin))).toBe('2026-10-24');
    const state = answeredOnce(3, start, berlin);
    expect(grade(state, 3, late, berlin).stability).toBe(grade(state, 3, start + minute, berlin).stability);
    expect(grade(state, 3, late, berlin).due).toBe(dayStart('2026-10-26', rule(berlin)));
  });

  test('whoever travels counts days where they are', () => {
    const berlin = answeredOnce(4, Date.parse('2026-11-01T20:00Z'), 'Europe/Berlin');
    expect(new Date(berlin.due).toISOString()).toBe('2026-11-09T03:00:00.000Z');
    // The answer was in the afternoon of 1 November in New York; there it is 9 November from 09:00 UTC on.
    const at = Date.parse('2026-11-09T10:00Z');
    const next = grade(berlin, 3, at, 'America/New_York');
    expect(next.interval).toBe(39);
    expect(next.due).toBe(dayStart('2026-12-18', rule('America/New_York')));
  });

  test('a step of minutes stays minutes over the end of a day', () => {
    const at = Date.parse('2026-11-21T03:55Z');
    expect(answeredOnce(3, at).due).toBe(at + 10 * minute);
  });

  test('another hour at which days begin moves when a card is due', () => {
    const at = Date.parse('2026-11-21T12:00Z');
    const midnight = grade(null, 4, at, 'UTC', { ...settings, dayStartsAt: 0 });
    expect(new Date(midnight.due).toISOString()).toBe('2026-11-29T00:00:00.000Z');
  });
});

describe('acts', () => {
  const at = Date.parse('2026-11-21T12:00Z');
  const known = answeredOnce(4, at);
  const act = (state: CardState | null, kind: Exclude<Act['kind'], 'grade'>) =>
    applyAct(state, card, { kind }, at, settings, 'UTC');

  test('burying lasts until the next day begins, and a grade ends it', () => {
    const buried = act(known, 'bury');
    expect(buried).toEqual({ ...known, version: 2, buriedUntil: Date.parse('2026-11-22T04:00Z') });
    expect(grade(buried, 3, at).buriedUntil).toBe(0);
  });
  test('suspending and resuming leave the rest as it is', () => {
    const suspended = act(known, 'suspend');
    expect(suspended).toEqual({ ...known, version: 2, isSuspended: true });
    expect(act(suspended, 'resume')).toEqual({ ...known, version: 3 });
  });
  test('resetting forgets everything but the version', () => {
    const reset = act(act(known, 'suspend'), 'reset');
    expect(reset).toEqual({ ...act(null, 'resume'), version: 3 });
    expect({ ...grade(reset, 4, at), version: 1 }).toEqual(known);
  });
  test('a grade remembers what the card said', () => {
    const { revision } = applyAct(
      known,
      { ...card, revision: 'r2' },
      { kind: 'grade', grade: 3 },
      at,
      settings,
      'UTC',
    );
    expect([known.revision, act(known, 'bury').revision, revision]).toEqual(['r1', 'r1', 'r2']);
  });
  test('what was never answered is not remembered, whenever it is asked', () => {
    for (const when of [0, at]) expect(retrievability(act(null, 'bury'), when, rule('UTC'))).toBe(0);
  });
  test('a state is never changed in place', () => {
    const frozen = Object.freeze({ ...known });
    for (const kind of ['bury', 'suspend', 'resume', 'reset'] as const) act(frozen, kind);
    expect(grade(frozen, 1, at)).not.toBe(frozen);
  });
  test('more is asked for by a higher share to be remembered', () => {
    const intervals = [0.7, 0.8, 0.9, 0.97].map(
      (retention) => grade(known, 3, at + 8 * oneDay, 'UTC', { ...settings, retention }).interval,
    );
    expect(intervals).toEqual([361, 129, 39, 9]);
  });
});

test('buttons say how long', () => {
  const at = Date.parse('2026-11-21T12:00Z');
  const texts = (state: CardState | null, when: number) =>
    Object.values(previewIntervals(state, when, settings, 'UTC')).map(({ interval }) => interval);
  const [first, second, third] = whenDue([4, 3, 3], at, 'UTC') as [CardState, CardState, CardState];
  expect(texts(null, at)).toEqual(['1 min', '6 min', '10 min', '8 days']);
  expect(texts(first, first.due)).toEqual(['10 min', '27 days', '39 days', '2 months']);
  expect(texts(second, second.due)).toEqual(['10 min', '4 months', '5 months', '8 months']);
  expect(texts(third, third.due)).toEqual(['10 min', '1 year', '1.4 years', '2.2 years']);
  expect(texts({ ...first, stability: 0.02 }, at + oneDay)[1]).toBe('1 day');
});

test('a preview is what the grade then does', () => {
  const at = Date.parse('2026-11-21T12:00Z');
  for (const state of [null, ...whenDue([3, 3, 3, 1, 3], at, 'UTC')])
    for (const value of [1, 2, 3, 4] as Grade[]) {
      const when = state?.due ?? at;
      expect(previewIntervals(state, when, settings, 'UTC')[value].due).toBe(grade(state, value, when).due);
    }
});

test.each([
  [0, false],
  [7, false],
  [8, true],
  [9, false],
  [11, false],
  [12, true],
  [16, true],
])('%i lapses: a leech to be told of is %s', (lapses, expected) => {
  expect(isLeech({ lapses })).toBe(expected);
});

describe('a clock set back a year', () => {
  const at = Date.parse('2026-11-21T12:00Z');
  const known = whenDue([4, 3], at, 'UTC')[1] as CardState;
  const back = known.last - 365 * oneDay;

  test('no time has passed for memory', () => {
    expect(retrievability(known, back, rule('UTC'))).toBe(1);
    const now = grade(known, 3, known.last);
    expect(grade(known, 3, back)).toEqual({ ...now, due: now.due - 365 * oneDay });
  });
  test('once it is right again, days are counted from the true last answer', () => {
    const after = grade(known, 3, back);
    expect(after.last).toBe(known.last);
    expect(retrievability({ ...after, stability: 1 }, known.last + oneDay, rule('UTC'))).toBe(0.9);
  });
  test('a card answered under a clock a year ahead comes back', () => {
    const { due, interval } = grade(known, 3, back);
    expect(daysBetween(dayOf(back, rule('UTC')), dayOf(due, rule('UTC')))).toBe(interval);
  });
});

describe('any acts at any times', () => {
  const act: fc.Arbitrary<Act> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom<Grade>(1, 2, 3, 4)
        .map((value) => ({ kind: 'grade' as const, grade: value })),
    },
    { weight: 1, arbitrary: fc.constantFrom('bury', 'suspend', 'resume', 'reset').map((kind) => ({ kind })) },
  );
  const step = fc.record({
    act,
    at: fc.oneof(
      fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) }),
      fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 10, 5) }),
    ),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'),
    dayStartsAt: fc.integer({ min: 0, max: 23 }),
    retention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  });

  test('make a state that can go on', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: CardState | null = null;
        for (const { act: done, at, zone, dayStartsAt, retention } of steps) {
          const before: CardState | null = state;
          const copy = structuredClone(before);
          const after = applyAct(before, card, done, at, { ...settings, dayStartsAt, retention }, zone);
          expect(before, 'undo puts before back').toEqual(copy);
          expect(after.version).toBe((before?.version ?? 0) + 1);
          for (const value of Object.values(after))
            if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
          expect(after.last).toBeGreaterThanOrEqual(done.kind === 'reset' ? 0 : (before?.last ?? 0));
          if (done.kind === 'grade') {
            expect(after.due).toBeGreaterThan(at);
            expect(after.stability).toBeGreaterThan(0);
            expect(after.difficulty).toBeGreaterThanOrEqual(1);
            expect(after.difficulty).toBeLessThanOrEqual(10);
            expect(after.interval > 0).toBe(after.phase === 'review');
            expect(after.reps).toBe((before?.reps ?? 0) + 1);
            if (after.interval)
              expect(after.due).toBe(
                dayStart(dayOf(after.due, { zone, dayStartsAt }), { zone, dayStartsAt }),
              );
          }
          const chance = retrievability(after, at, { zone, dayStartsAt });
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          state = after;
        }
      }),
      { numRuns: 300 },
    );
  });
});
