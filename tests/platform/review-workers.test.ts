import { expect, test } from 'vitest';
import type { ActRequest, Refusal, Session } from '../../src/platform/review-requests.ts';
import { everywhere, isRefused } from '../../src/platform/review-results.ts';
import { applyAct } from '../../src/review/schedule.ts';
import { type CardState, defaultSettings, type Grade, type LogEntry } from '../../src/review/state.ts';
import {
  baseOf,
  createWorld,
  everything,
  minute,
  oneDay,
  seeded,
  serviceOf,
  type Store,
  type World,
} from './review-world.ts';

const reviews = 10_000;
/** As many times `askReview` asks. */
const tries = 3;
/** Of every message: the worker is stopped before it hears it, while it writes, or before it can answer. */
const stops = { before: 0.02, amid: 0.02, after: 0.02 };

/** The one background of a browser, which may be stopped at any moment and is started again by the next message. */
function createWorker(world: World, random: () => number) {
  let running: { store: Store; stop: () => void } | null = null;
  const counts = { starts: 0, before: 0, amid: 0, after: 0, aborted: 0 };

  function start() {
    counts.starts += 1;
    let isStopped = false;
    let close = () => undefined as void;
    const { store } = world.start({
      open: async () => {
        if (isStopped) throw new Error('this worker is no more');
        const database = await world.open();
        close = () => database.close();
        if (isStopped) close();
        return database;
      },
    });
    const stop = () => {
      isStopped = true;
      close();
      if (running?.store === store) running = null;
    };
    return { store, stop };
  }

  /** Sends a message to the background, which may be stopped over it. */
  async function send<Answer>(ask: (store: Store) => Promise<Answer>): Promise<Answer> {
    const worker = (running ??= start());
    const fate = random();
    const isBefore = fate < stops.before;
    const isAmid = !isBefore && fate < stops.before + stops.amid;
    const isAfter = !isBefore && !isAmid && fate < stops.before + stops.amid + stops.after;
    if (isBefore) {
      counts.before += 1;
      worker.stop();
      throw new Error('nobody answers');
    }
    if (isAmid) {
      counts.amid += 1;
      amid = () => {
        counts.aborted += 1;
        worker.stop();
      };
    }
    const answer = await ask(worker.store);
    amid = null;
    if (isAfter) {
      counts.after += 1;
      worker.stop();
    }
    // Whoever waited for a worker that is no more hears nothing, whatever became of it.
    if (worker !== running) throw new Error('nobody answers');
    return answer;
  }
  return { send, counts };
}

/** Called with the next transaction that writes: it is aborted, and the worker stopped with it. */
let amid: (() => void) | null = null;

test(`${reviews} reviews by two surfaces at once, the worker stopped again and again: each answer is in the log once`, async () => {
  const names = Array.from({ length: 160 }, (_, at) => `fact-${at}`);
  const random = seeded(20_261_121);
  const world = createWorld({ newPerDay: 1_000, perDay: 100_000 });
  world.base = baseOf(serviceOf(names.slice(0, 80), names.slice(80)));
  const { open } = world;
  world.open = async () => {
    const database = await open();
    return new Proxy(database, {
      get: (target, key) => {
        if (key !== 'transaction') {
          const value = Reflect.get(target, key, target) as unknown;
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
        return (...given: Parameters<typeof target.transaction>) => {
          const transaction = target.transaction(...given);
          if (given[1] === 'readwrite' && amid) {
            const stop = amid;
            amid = null;
            queueMicrotask(() => {
              transaction.abort();
              stop();
            });
          }
          return transaction;
        };
      },
    });
  };
  const worker = createWorker(world, random);
  const told: string[] = [];
  const asked = new Map<string, ActRequest>();
  const refused: string[] = [];
  let unheard = 0;

  /** As `askReview` does. */
  async function ask<Answer>(message: (store: Store) => Promise<Answer>): Promise<Answer | null> {
    for (let left = tries; left > 0; left -= 1) {
      const answer = await worker.send(message).catch(() => null);
      if (answer !== null) return answer;
    }
    unheard += 1;
    return null;
  }

  async function review(surface: string) {
    let shown: Session | null = null;
    for (let at = 0; told.length < reviews; at += 1) {
      world.at += Math.floor(random() * 4 * minute);
      shown ??= await ask<Session | Refusal>((store) => store.session(everywhere)).then((answer) =>
        answer && !isRefused(answer) ? answer : null,
      );
      if (!shown) continue;
      // Both surfaces are at the beginning of the queue, so that they often mean the same card.
      const card = shown.queue.cards[Math.floor(random() * 3)] ?? shown.queue.cards[0];
      if (card === undefined) {
        world.at += oneDay / 4;
        shown = null;
        continue;
      }
      const request: ActRequest = {
        id: `${surface}-${at}`,
        card,
        revision: 'r1',
        act: { kind: 'grade', grade: (random() < 0.4 ? 1 : 1 + Math.floor(random() * 4)) as Grade },
        version: shown.states.find(({ id }) => id === card)?.version ?? 0,
        took: 1000,
        where: everywhere,
      };
      asked.set(request.id, request);
      const answer: Session | Refusal | null = await ask((store) => store.act(request));
      const isStored = answer !== null && !isRefused(answer);
      if (isStored) told.push(request.id);
      if (answer && isRefused(answer) && answer.refused === 'answered-elsewhere') refused.push(request.id);
      shown = isStored ? answer : null;
    }
  }
  await Promise.all([review('panel'), review('side')]);

  const { store } = world.start();
  const { log, states } = await everything(store);
  const logged = new Map<string, number>();
  for (const { id } of log) logged.set(id, (logged.get(id) ?? 0) + 1);
  expect(told.filter((id) => logged.get(id) !== 1)).toEqual([]);
  expect(refused.filter((id) => logged.has(id))).toEqual([]);
  expect([...logged].filter(([id, times]) => times !== 1 || !asked.has(id))).toEqual([]);
  expect(replayed(log)).toEqual(new Map(states.map((state) => [state.id, state])));

  // All of this has really happened.
  expect(worker.counts.before).toBeGreaterThan(100);
  expect(worker.counts.aborted).toBeGreaterThan(100);
  expect(worker.counts.after).toBeGreaterThan(100);
  expect(refused.length).toBeGreaterThan(100);
  expect(unheard).toBeGreaterThan(0);
  expect(states.length).toBeGreaterThan(150);
  expect(new Set(log.map(({ day }) => day)).size).toBeGreaterThan(7);
}, 60_000);

/** What the log makes of every card, each entry continuing from where the one before it ended. */
function replayed(log: LogEntry[]): Map<string, CardState> {
  const states = new Map<string, CardState>();
  for (const { card, act, at, before, after } of log) {
    expect(before).toEqual(states.get(card) ?? null);
    expect(after).toEqual(
      applyAct(before, { id: card, revision: 'r1' }, act, at, defaultSettings, 'Europe/Berlin'),
    );
    states.set(card, after);
  }
  return states;
}
