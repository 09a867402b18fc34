import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, vi } from 'vitest';
import type { Note, Service } from '../../src/knowledge/catalog.ts';
import { openReviewDatabase } from '../../src/platform/database.ts';
import { createBackups } from '../../src/platform/review-backups.ts';
import { choicesKeys, type Area } from '../../src/platform/review-choices.ts';
import type { ActRequest, Refusal, Session, Where } from '../../src/platform/review-requests.ts';
import { createReviewStore, type Surroundings } from '../../src/platform/review-store.ts';
import { everywhere, isRefused } from '../../src/platform/review-results.ts';
import { decksOf, type ReviewBase } from '../../src/review/decks.ts';
import { type Act, type CardState, defaultSettings, nothingChosen } from '../../src/review/state.ts';
import type { Stored } from '../../src/review/stored.ts';

export const minute = 60_000;
export const oneDay = 86_400_000;
/** A Saturday noon in Berlin. */
export const noon = Date.parse('2026-11-21T11:00Z');

const about = { sources: [{ title: 'Guide', url: 'https://docs.aws.amazon.com/x' }], verified: '2026-11-01' };
const note = (id: string): Note => ({
  id,
  kind: 'concept',
  title: id,
  points: ['Boxes have lids.'],
  question: `What is ${id}?`,
  answer: 'A lid.',
  ...about,
});
/** A service with two topics, one note for each name. */
export const serviceOf = (basics: string[], more: string[]): Service => ({
  id: 'boxes',
  name: 'Box Store',
  short: 'Boxes',
  category: 'Area',
  docs: 'https://docs.aws.amazon.com/boxes',
  names: [],
  pages: [],
  topics: [
    { id: 'boxes/basics', title: 'Basics', notes: basics },
    { id: 'boxes/more', title: 'More', notes: more },
  ].map(({ notes, ...topic }) => ({
    ...topic,
    exams: [{ code: 'DVA-C02', domain: 1, title: 'Development' }],
    related: [],
    pages: [],
    notes: notes.map((name) => note(`boxes/${name}`)),
    limits: [],
  })),
});
export const service = serviceOf(['lids', 'sizes', 'rooms'], ['colours', 'labels']);
export const card = (name: string): string => `boxes/${name}#question`;

export const baseOf = (of: Service, renames: Record<string, string> = {}): ReviewBase => ({
  decks: decksOf(of),
  exams: [
    {
      code: 'DVA-C02',
      name: 'Developer Associate',
      domains: [{ number: 1, title: 'Development', share: 32 }],
    },
  ],
  services: { boxes: 'Boxes' },
  renames,
});

/** The browser's storage: JSON in, JSON out. */
export function createStorage(initial: Record<string, unknown> = {}) {
  const items = new Map(Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]));
  const area: Area = {
    get: (keys) =>
      Promise.resolve(
        Object.fromEntries(
          keys.flatMap((key) => {
            const text = items.get(key);
            return text === undefined ? [] : [[key, JSON.parse(text) as unknown]];
          }),
        ),
      ),
    set: (changes) => {
      for (const [key, value] of Object.entries(changes)) items.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
  };
  return { ...area, items };
}

let acts = 0;

/** A browser with its database and storage, a clock and a place, in which a background may be started many times. */
export function createWorld(settings: Partial<typeof defaultSettings> = {}) {
  globalThis.indexedDB = new IDBFactory();
  const world = {
    at: noon,
    zone: 'Europe/Berlin',
    base: baseOf(service),
    /** How often something was told to have changed. */
    changes: 0,
    open: () => openReviewDatabase(),
    area: createStorage({
      [choicesKeys.chosen]: { ...nothingChosen, sets: ['boxes'] },
      [choicesKeys.settings]: { ...defaultSettings, ...settings },
    }),
    /** A background that was just started. */
    start(changed: Partial<Surroundings> = {}) {
      const store = createReviewStore({
        open: () => world.open(),
        loadBase: () => Promise.resolve(world.base),
        area: world.area,
        now: () => world.at,
        zone: () => world.zone,
        onChange: () => {
          world.changes += 1;
        },
        ...changed,
      });
      return { store, backups: createBackups(store, () => world.at) };
    },
    /** What a surface asks for: an act on a card that was seen in a version. */
    request(name: string, act: Act, version: number, more: Partial<ActRequest> = {}): ActRequest {
      acts += 1;
      const where = everywhere;
      return {
        id: `act-${acts}`,
        card: card(name),
        revision: 'r1',
        act,
        version,
        took: 3000,
        where,
        ...more,
      };
    },
    /** The raw content of a store of the database. */
    async rows<Row>(name: 'states' | 'log' | 'aside' | 'backups'): Promise<Row[]> {
      const database = await openReviewDatabase();
      const rows = (await database.getAll(name)) as Row[];
      database.close();
      return rows;
    },
    /** Does something to the database behind the background's back. */
    async tamper(name: 'states' | 'log' | 'backups', change: (store: IDBObjectStore) => void): Promise<void> {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('review');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(opening.error as DOMException));
      });
      const writing = database.transaction(name, 'readwrite');
      change(writing.objectStore(name));
      await new Promise((resolve) => {
        writing.addEventListener('complete', resolve);
      });
      database.close();
    },
  };
  return world;
}
export type World = ReturnType<typeof createWorld>;
export type Store = ReturnType<World['start']>['store'];

export const grade = (given: 1 | 2 | 3 | 4): Act => ({ kind: 'grade', grade: given });
export const here = (more: Partial<Where> = {}): Where => ({ ...everywhere, ...more });

/** What was answered, which must not be a refusal. */
export function granted<Answer>(answer: Answer): Exclude<Answer, Refusal> {
  if (isRefused(answer)) expect.fail(`refused: ${answer.refused}`);
  return answer as Exclude<Answer, Refusal>;
}
export const session = async (store: Store): Promise<Session> => granted(await store.session(everywhere));
export const everything = async (store: Store): Promise<Stored> =>
  granted(await store.withAll(({ stored }) => Promise.resolve(stored)));
export const stateOf = async (store: Store, name: string): Promise<CardState | undefined> =>
  (await everything(store)).states.find(({ id }) => id === card(name));

/** A state without the number that only counts its writes; one that is empty is none. */
export function content(state: CardState | null | undefined) {
  if (!state) return null;
  const { version: _version, ...rest } = state;
  const isEmpty = rest.phase === 'new' && !rest.reps && !rest.buriedUntil && !rest.isSuspended;
  return isEmpty ? null : rest;
}

/** Lets the browser run out of space in the midst of writing to a store, as it does: the transaction is aborted. */
export function runOutOfSpace(name: string): void {
  const put: IDBObjectStore['put'] = Reflect.get(IDBObjectStore.prototype, 'put');
  const aborted = new WeakSet<IDBTransaction>();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
    const { transaction } = this;
    if (this.name === name && !aborted.has(transaction)) {
      aborted.add(transaction);
      // There is no way from outside to abort with another reason than one's own wish.
      const { _abort } = transaction as unknown as { _abort: (reason: string) => void };
      queueMicrotask(() => _abort.call(transaction, 'QuotaExceededError'));
    }
    return put.call(this, value);
  });
}

/** Seeded random numbers from 0 to 1: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
