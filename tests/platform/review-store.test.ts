import fc from 'fast-check';
import type { Session } from '../../src/platform/review-requests.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { everywhere } from '../../src/platform/review-results.ts';
import type { Act, LogEntry } from '../../src/review/state.ts';
import {
  card,
  content,
  createWorld,
  everything,
  grade,
  granted,
  here,
  minute,
  noon,
  oneDay,
  session,
  stateOf,
  type World,
} from './review-world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});

describe('an act', () => {
  test('is stored, state and log together, when it is answered', async () => {
    const { store } = world.start();
    const asked = world.request('lids', grade(3), 0, { took: 999_999_999 });
    const told = granted(await store.act(asked));
    const [states, log] = [await world.rows('states'), await world.rows<LogEntry>('log')];
    expect(log).toEqual([
      {
        id: asked.id,
        card: card('lids'),
        act: grade(3),
        at: noon,
        day: '2026-11-21',
        took: 120_000,
        scheduler: expect.stringMatching(/^FSRS-6 \(ts-fsrs [\d.]+\)$/) as string,
        before: null,
        after: expect.objectContaining({ version: 1, reps: 1, revision: 'r1' }) as object,
        isUndone: false,
      },
    ]);
    expect(states).toEqual([log[0]?.after]);
    expect(told.undoable).toBe(1);
    expect(world.changes).toBe(1);
  });

  test.each<[string, (world: World) => void]>([
    ['at once', () => undefined],
    [
      'on the next day',
      ({ at }) => {
        world.at = at + oneDay;
      },
    ],
    [
      'after the clock was set back',
      ({ at }) => {
        world.at = at - 365 * oneDay;
      },
    ],
  ])('that is sent twice is one entry: again %s', async (_, pass) => {
    const first = world.start().store;
    const asked = world.request('lids', grade(3), 0);
    granted(await first.act(asked));
    pass(world);
    expect(await first.act(asked)).not.toHaveProperty('refused');
    expect(await world.start().store.act(asked)).not.toHaveProperty('refused');
    expect(await world.rows('log')).toHaveLength(1);
    expect(await world.rows('states')).toMatchObject([{ version: 1, reps: 1 }]);
  });

  test('that was undone is not done again by sending it once more', async () => {
    const { store } = world.start();
    const asked = world.request('lids', grade(3), 0);
    granted(await store.act(asked));
    granted(await store.undo(everywhere));
    world.at += oneDay;
    granted(await store.act(asked));
    expect(await world.rows('log')).toMatchObject([{ isUndone: true }]);
    expect(content(await stateOf(store, 'lids'))).toBeNull();
  });

  test('on a state that has changed is refused with what is true now, and nothing is written', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    const [before, log] = [await world.rows('states'), await world.rows('log')];
    const answer = await store.act(world.request('lids', grade(1), 0));
    expect(answer).toMatchObject({ refused: 'answered-elsewhere', session: { undoable: 1 } });
    expect(await world.rows('states')).toEqual(before);
    expect(await world.rows('log')).toEqual(log);
    expect(world.changes).toBe(1);
  });

  test('on a state that looks as new as the one that was taken back is refused', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(1), 0)));
    const seen = (await stateOf(store, 'lids'))?.version ?? 0;
    granted(await store.undo(everywhere));
    const now = (await stateOf(store, 'lids'))?.version ?? 0;
    granted(await store.act(world.request('lids', grade(4), now)));
    expect(await store.act(world.request('lids', grade(1), seen))).toMatchObject({
      refused: 'answered-elsewhere',
    });
  });

  test('of two surfaces at the same moment counts once where both mean the same card', async () => {
    const { store } = world.start();
    const answers = await Promise.all([
      store.act(world.request('lids', grade(3), 0)),
      store.act(world.request('lids', grade(1), 0)),
      store.act(world.request('sizes', grade(2), 0)),
      store.act(world.request('sizes', grade(2), 0)),
    ]);
    expect(answers.map((answer) => 'refused' in answer && answer.refused)).toEqual([
      false,
      'answered-elsewhere',
      false,
      'answered-elsewhere',
    ]);
    const log = await world.rows<LogEntry>('log');
    expect(log.map(({ card: of, act }) => [of, act])).toEqual([
      [card('lids'), grade(3)],
      [card('sizes'), grade(2)],
    ]);
    expect(await world.rows('states')).toEqual(log.map(({ after }) => after));
  });

  test('tells what comes next, and that a card was missed for the eighth time', async () => {
    const { store } = world.start();
    const told = granted(await store.act(world.request('lids', grade(3), 0)));
    expect(told.queue.cards[0]).not.toBe(card('lids'));
    expect(told.previews[3].due).toBeGreaterThan(world.at);
    let leech: Session['leech'] = null;
    let misses = 0;
    for (let version = 1; leech === null && version < 100; version += 1) {
      world.at += 30 * oneDay;
      const state = await stateOf(store, 'lids');
      const isMiss = state?.phase === 'review';
      misses += Number(isMiss);
      ({ leech } = granted(await store.act(world.request('lids', grade(isMiss ? 1 : 3), version))));
    }
    expect([leech, misses]).toEqual([{ card: card('lids'), lapses: 8 }, 8]);
  });
});

describe('a session', () => {
  test('tells every scope, and begins with the card that is shown already', async () => {
    const { store } = world.start();
    const where = here({
      scope: { kind: 'topic', topic: 'boxes/more' },
      topic: 'boxes/more',
      service: 'boxes',
      first: card('labels'),
    });
    const told = granted(await store.session(where));
    expect(told.queue.cards).toEqual([card('labels'), card('colours')]);
    expect(told).toMatchObject({
      counts: { topic: 2, service: 5, all: 5 },
      states: [],
      undoable: 0,
      zone: 'Europe/Berlin',
      isAnyChosen: true,
    });
  });

  test('asks nothing that is not chosen', async () => {
    world.area.items.clear();
    const told = await session(world.start().store);
    expect(told).toMatchObject({ isAnyChosen: false, queue: { cards: [] }, counts: { all: 0 } });
  });
});

describe('undoing', () => {
  const acts: Act[] = [
    grade(1),
    grade(3),
    { kind: 'bury' },
    { kind: 'suspend' },
    { kind: 'resume' },
    { kind: 'reset' },
  ];

  test.each(acts)('takes %j back', async (act) => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(4), 0)));
    const before = await stateOf(store, 'lids');
    granted(await store.act(world.request('lids', act, 1)));
    const { card: undone, session: told } = granted(await store.undo(everywhere));
    expect(undone).toBe(card('lids'));
    expect(told.undoable).toBe(1);
    expect(await stateOf(store, 'lids')).toEqual({ ...before, version: 3 });
    expect(await world.rows('log')).toMatchObject([{ isUndone: false }, { act, isUndone: true }]);
  });

  test('any number of acts brings every state back as it was, one by one', async () => {
    const step = fc.record({
      name: fc.constantFrom('lids', 'sizes', 'labels'),
      act: fc.constantFrom(...acts),
      wait: fc.integer({ min: 0, max: 20 }),
      isRestarted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        world = createWorld();
        let { store } = world.start();
        const states = async () =>
          (await everything(store)).states
            .flatMap((state) => content(state) ?? [])
            .toSorted((a, b) => (a.id < b.id ? -1 : 1));
        const history: unknown[] = [];
        for (const { name, act, wait, isRestarted } of steps) {
          history.push(await states());
          if (isRestarted) ({ store } = world.start());
          world.at += wait * minute;
          const version = (await stateOf(store, name))?.version ?? 0;
          granted(await store.act(world.request(name, act, version)));
        }
        for (const before of history.toReversed()) {
          granted(await store.undo(everywhere));
          expect(await states()).toEqual(before);
        }
        expect(granted(await store.undo(everywhere))).toMatchObject({ card: null, session: { undoable: 0 } });
        const log = await world.rows<LogEntry>('log');
        expect(log.map(({ isUndone }) => isUndone)).toEqual(steps.map(() => true));
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('goes on after something new was done, newest first', async () => {
    const { store } = world.start();
    for (const name of ['lids', 'sizes']) granted(await store.act(world.request(name, grade(3), 0)));
    granted(await store.undo(everywhere));
    granted(await store.act(world.request('rooms', grade(3), 0)));
    const undone: unknown[] = [];
    for (let left = 3; left > 0; left -= 1) undone.push(granted(await store.undo(everywhere)).card);
    expect(undone).toEqual([card('rooms'), card('lids'), null]);
  });

  test('shows the card again first, and another surface is told that it has changed', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('rooms', grade(3), 0)));
    const { session: told } = granted(await store.undo(everywhere));
    expect(told.queue.cards[0]).toBe(card('rooms'));
    expect(await store.act(world.request('rooms', grade(3), 1))).toMatchObject({
      refused: 'answered-elsewhere',
    });
  });

  test('does not reach into the day before', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    world.at += oneDay;
    expect(granted(await store.undo(everywhere)).card).toBeNull();
    expect((await session(store)).undoable).toBe(0);
  });
});

describe('the clock', () => {
  test('passes four in the morning while the background lives: a new day begins', async () => {
    const { store } = world.start();
    world.at = Date.parse('2026-11-22T02:59Z');
    granted(await store.act(world.request('lids', grade(3), 0)));
    world.at = Date.parse('2026-11-22T03:01Z');
    expect((await session(store)).undoable).toBe(0);
    granted(await store.act(world.request('sizes', grade(3), 0)));
    const log = await world.rows<LogEntry>('log');
    expect(log.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22']);
    expect((await session(store)).undoable).toBe(1);
  });

  test('is set back a year: what is done is stored in its order and can be undone', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    const first = await stateOf(store, 'lids');
    world.at -= 365 * oneDay;
    granted(await store.act(world.request('lids', grade(4), 1)));
    const [, second] = await world.rows<LogEntry>('log');
    expect(second).toMatchObject({ day: '2025-11-21', at: world.at, before: first });
    expect(second?.after.last).toBe(first?.last);
    const { store: again } = world.start();
    for (const expected of [first, null]) {
      granted(await again.undo(everywhere));
      expect(content(await stateOf(again, 'lids'))).toEqual(content(expected));
    }
  });

  test('is set back to a day on which something was done: that is not undone before what came after', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    world.at += oneDay;
    granted(await store.act(world.request('lids', grade(3), 1)));
    const latest = await stateOf(store, 'lids');
    const earlier = world.at - oneDay + minute;
    world.at = earlier;
    const { store: again } = world.start();
    expect((await session(again)).undoable).toBe(2);
    granted(await again.undo(everywhere));
    expect(await world.rows('log')).toMatchObject([{ isUndone: false }, { isUndone: true, after: latest }]);
  });

  test('was wrong for a while: what an earlier day hides cannot be undone any more', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    world.at -= 365 * oneDay;
    granted(await store.act(world.request('lids', grade(3), 1)));
    world.at = noon + minute;
    const { store: again } = world.start();
    expect((await session(again)).undoable).toBe(0);
    expect(granted(await again.undo(everywhere)).card).toBeNull();
    expect(await stateOf(again, 'lids')).toMatchObject({ reps: 2, version: 2 });
  });
});

test.each(['Etc/Unknown', '', 'Nowhere/City'])(
  'in the unknown zone "%s" days are those of UTC',
  async (zone) => {
    world.zone = zone;
    world.at = Date.parse('2026-11-22T03:30Z');
    const { store } = world.start();
    const told = granted(await store.act(world.request('lids', grade(3), 0)));
    expect(told.zone).toBe('UTC');
    expect(await world.rows('log')).toMatchObject([{ day: '2026-11-21' }]);
  },
);

describe('counting what waits', () => {
  test('is as many as the session of that scope has', async () => {
    const own = createWorld();
    const { store } = own.start();
    const scope = { kind: 'all' } as const;
    const told = await store.session({ ...everywhere, scope });
    const counted = await store.count(scope);
    expect(counted).toBeGreaterThan(0);
    expect(told).toMatchObject({ counts: { all: counted } });
  });

  test('reads no database where nothing is chosen', async () => {
    const own = createWorld();
    own.area.items.clear();
    const { store } = own.start({ open: () => Promise.reject(new Error('not to be opened')) });
    expect(await store.count({ kind: 'all' })).toBe(0);
  });
});
