import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openReviewDatabase, write } from '../../src/platform/database.ts';
import { everywhere } from '../../src/platform/review-results.ts';
import type { CardState } from '../../src/review/state.ts';
import type { Stored } from '../../src/review/stored.ts';
import { createWorld, everything, grade, granted } from './review-world.ts';

const golden = (version: number) =>
  (
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../review/stored/version-${version}.json`), 'utf8'),
    ) as { data: Stored }
  ).data;

/** Databases as every version has made them, by its own calls and never by ours of today. */
const makers: ((data: Stored) => Promise<void>)[] = [
  (data) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('review', 1);
      opening.addEventListener('upgradeneeded', () => {
        const { result: database } = opening;
        const states = database.createObjectStore('states', { keyPath: 'id' });
        const log = database.createObjectStore('log', { autoIncrement: true });
        log.createIndex('id', 'id', { unique: true });
        log.createIndex('day', 'day');
        database.createObjectStore('backups', { keyPath: 'made' });
        database.createObjectStore('aside', { autoIncrement: true });
        for (const state of data.states) states.add(state);
        for (const entry of data.log) log.add(entry);
      });
      opening.addEventListener('error', () => reject(opening.error as DOMException));
      opening.addEventListener('success', () => {
        opening.result.close();
        resolve();
      });
    }),
];

test('a new database has the newest version, which has an example here', async () => {
  createWorld();
  const database = await openReviewDatabase();
  expect(database.version).toBe(makers.length);
  database.close();
});

test('what fails in the midst of writing takes back what was written before it', async () => {
  createWorld();
  const database = await openReviewDatabase();
  const [state] = golden(1).states;
  const writing = write(database, async (stores) => {
    stores
      .objectStore('states')
      .put(state as CardState)
      .catch(() => undefined);
    await stores.objectStore('states').put({} as CardState);
  });
  await expect(writing).rejects.toMatchObject({ name: 'DataError' });
  expect(await database.getAll('states')).toEqual([]);
  database.close();
});

test.each(makers.map((_, at) => at + 1))(
  'what version %d has stored is read without loss',
  async (version) => {
    const world = createWorld();
    const data = golden(version);
    await makers[version - 1]?.(data);
    const { store } = world.start();
    const { states, log } = await everything(store);
    const byId = <Item extends { id: string }>(items: Item[]) =>
      items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(states)).toEqual(byId(data.states));
    expect(log).toEqual(data.log);
    expect(await world.rows('aside')).toEqual([]);

    granted(await store.act(world.request('lids', grade(3), 0)));
    granted(await store.undo(everywhere));
    expect((await everything(store)).log).toHaveLength(data.log.length + 1);
  },
);
