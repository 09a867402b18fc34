import fc from 'fast-check';
import type { Act, CardState, LogEntry } from '../../src/review/state.ts';
import type { Stored } from '../../src/review/stored.ts';

const cards = ['lambda/a#question', 'lambda/b#value', 'sqs/c#scope'];
const card = fc.constantFrom(...cards);
const time = fc.integer({ min: 0, max: 4e12 });
const amount = fc.double({ min: 0, max: 40_000, noNaN: true });
const few = fc.nat({ max: 3 });

/** Any state of a card that the shape allows. */
export const state = (id: fc.Arbitrary<string>): fc.Arbitrary<CardState> =>
  fc.record({
    id,
    version: few,
    phase: fc.constantFrom('new', 'learning', 'review', 'relearning'),
    due: time,
    last: few,
    stability: amount,
    difficulty: amount,
    step: few,
    interval: amount,
    reps: few,
    lapses: few,
    revision: fc.string({ unit: 'binary' }),
    buriedUntil: time,
    isSuspended: fc.boolean(),
  });

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('grade' as const), grade: fc.constantFrom(1, 2, 3, 4) }),
  fc.record({ kind: fc.constantFrom('bury', 'suspend', 'resume', 'reset') }),
);

const entryOf = (id: string): fc.Arbitrary<LogEntry> =>
  card.chain((of) =>
    fc.record({
      id: fc.constant(id),
      card: fc.constant(of),
      act,
      at: few,
      day: fc.constantFrom('2026-11-20', '2026-11-21'),
      took: few,
      scheduler: fc.string(),
      before: fc.option(state(fc.constant(of))),
      after: state(fc.constant(of)),
      isUndone: fc.boolean(),
    }),
  );

const names = fc.uniqueArray(fc.constantFrom('lambda', 'lambda/a', 'sqs', 'sqs/c', 'iam/d'));
const chosen = fc.record({
  version: fc.constant(1 as const),
  sets: names,
  facts: names,
  without: names,
});
const settings = fc.record({
  version: fc.constant(1 as const),
  retention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  dayStartsAt: fc.nat({ max: 23 }),
  newPerDay: few,
  perDay: few,
  restDays: fc.uniqueArray(fc.nat({ max: 6 })),
  exam: fc.record({ code: fc.string(), day: fc.constantFrom(null, '2027-01-15') }),
  badge: fc.boolean(),
});

/** Any of two sides that share the same acts, each of which is in the log of one or both, and undone by one or both. */
export const sides: fc.Arbitrary<[Stored, Stored]> = fc
  .tuple(...['e1', 'e2', 'e3', 'e4', 'e5'].map(entryOf))
  .chain((acts) => {
    const log = fc
      .subarray(acts)
      .chain((some) =>
        fc.tuple(...some.map((entry) => fc.boolean().map((isUndone): LogEntry => ({ ...entry, isUndone })))),
      );
    // Half of the states are what an act has led to: only those can be withdrawn.
    const stateOf = (id: string) =>
      fc.oneof(state(fc.constant(id)), fc.constantFrom(...acts.map(({ after }) => ({ ...after, id }))));
    const states = fc.subarray(cards).chain((some) => fc.tuple(...some.map(stateOf)));
    const side = fc.record({ chosen, settings, states, log }) as fc.Arbitrary<Stored>;
    return fc.tuple(side, side);
  });
