import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReviewDatabase } from '../../src/platform/database.ts';
import { choicesKeys } from '../../src/platform/review-choices.ts';
import { everywhere } from '../../src/platform/review-results.ts';
import { defaultSettings, type LogEntry, nothingChosen } from '../../src/review/state.ts';
import {
  card,
  content,
  createWorld,
  everything,
  grade,
  granted,
  runOutOfSpace,
  session,
  stateOf,
  type World,
} from './review-world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const full = () => {
  throw new DOMException('no space', 'QuotaExceededError');
};
describe('a database that cannot be opened', () => {
  test('is said, whatever is asked, and opened anew the next time', async () => {
    const { open } = world;
    world.open = () =>
      Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError'));
    const { store, backups } = world.start();
    const failed = { refused: 'storage-failed' };
    const asked = world.request('lids', grade(3), 0);
    expect(await store.session(everywhere)).toEqual(failed);
    expect(await store.act(asked)).toEqual(failed);
    expect(await store.undo(everywhere)).toEqual(failed);
    expect(await backups.restore(1)).toEqual({
      refused: expect.stringMatching(
        /^The browser could not read or write what is stored\. Nothing/,
      ) as string,
    });
    await expect(backups.list()).rejects.toThrow('restart the browser, then try again');
    await expect(backups.export(0)).rejects.toThrow('restart the browser, then try again');
    world.open = open;
    granted(await store.act(asked));
    expect(await world.rows('log')).toHaveLength(1);
  });

  test('because a newer Sidecar made it is left as it is', async () => {
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('review', 99);
      opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('treasures'));
      opening.addEventListener('success', () => resolve(opening.result));
    });
    newer.close();
    const { store } = world.start();
    await expect(world.open()).rejects.toMatchObject({ name: 'VersionError' });
    expect(await store.act(world.request('lids', grade(3), 0))).toEqual({ refused: 'storage-failed' });
    const [found] = await indexedDB.databases();
    expect(found).toMatchObject({ name: 'review', version: 99 });
  });
});

describe('space that runs out', () => {
  test.each<[string, () => void]>([
    ['at once', () => void vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)],
    ['in the midst of writing', () => runOutOfSpace('states')],
  ])('%s: the answer is not stored, nothing else is lost, and it can be given again', async (_, runOut) => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    const [states, log] = [await world.rows('states'), await world.rows('log')];
    const asked = world.request('sizes', grade(3), 0);
    runOut();
    expect(await store.act(asked)).toEqual({ refused: 'storage-full' });
    vi.restoreAllMocks();
    expect(await world.rows('states')).toEqual(states);
    expect(await world.rows('log')).toEqual(log);
    granted(await store.act(asked));
    expect(await world.rows('log')).toHaveLength(2);
    expect(await stateOf(store, 'sizes')).toMatchObject({ reps: 1 });
  });

  test('while undoing leaves the act as it was', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    const before = await everything(store);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    expect(await store.undo(everywhere)).toEqual({ refused: 'storage-full' });
    vi.restoreAllMocks();
    expect(await everything(store)).toEqual(before);
    expect(granted(await store.undo(everywhere)).card).toBe(card('lids'));
  });

  test('in storage, whose errors say so in words', async () => {
    const { store } = world.start({
      area: {
        ...world.area,
        set: () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')),
      },
    });
    expect(await store.changeChoices(() => ({ chosen: nothingChosen }))).toEqual({ refused: 'storage-full' });
  });
});

test('a connection that the browser has closed is opened anew', async () => {
  const opened: ReviewDatabase[] = [];
  const { open } = world;
  world.open = async () => {
    const database = await open();
    opened.push(database);
    return database;
  };
  const { store } = world.start();
  await session(store);
  opened[0]?.close();
  const asked = world.request('lids', grade(3), 0);
  expect(await store.act(asked)).toEqual({ refused: 'storage-failed' });
  granted(await store.act(asked));
  expect(opened).toHaveLength(2);
});

test('another copy that wants to upgrade the database does not have to wait', async () => {
  const { store } = world.start();
  await session(store);
  const newer = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('review', 2);
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('blocked', () => reject(new Error('blocked')));
  });
  expect(newer.version).toBe(2);
  newer.close();
});

describe('a record that cannot be read', () => {
  const corrupt = { id: card('lids'), version: 'many', stability: null };

  test('among the states is put aside; the log tells how well the card is known', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    granted(await store.act(world.request('lids', grade(3), 1)));
    granted(await store.act(world.request('lids', grade(1), 2)));
    granted(await store.undo(everywhere));
    const known = await stateOf(store, 'lids');
    await world.tamper('states', (states) => states.put(corrupt));
    const { store: again } = world.start();
    expect(content(await stateOf(again, 'lids'))).toEqual(content(known));
    expect(await world.rows('aside')).toEqual([{ from: 'states', record: corrupt }]);
    expect((await world.rows<{ version: number }>('states'))[0]?.version).toBeTypeOf('number');
    await session(world.start().store);
    expect(await world.rows('aside')).toHaveLength(1);
  });

  test('of a card that the log does not know counts as new, and is still there after it was answered', async () => {
    await session(world.start().store);
    await world.tamper('states', (states) => states.put(corrupt));
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    expect(await stateOf(store, 'lids')).toMatchObject({ reps: 1 });
    expect(await world.rows('aside')).toEqual([{ from: 'states', record: corrupt }]);
  });

  test('in the log disturbs nothing, and neither a backup nor an import loses it', async () => {
    const { store } = world.start();
    granted(await store.act(world.request('lids', grade(3), 0)));
    const broken = { id: 'broken', day: '2026-11-21', card: null };
    await world.tamper('log', (log) => log.add(broken));
    const { store: again, backups } = world.start();
    expect((await session(again)).undoable).toBe(0);
    granted(await again.act(world.request('sizes', grade(3), 0)));
    const { part } = await backups.export(0);
    expect(await world.rows('aside')).toEqual([{ from: 'log', record: broken }]);
    expect((await everything(again)).log.map((entry: LogEntry) => entry.card)).toEqual([
      card('lids'),
      card('sizes'),
    ]);
    expect(backups.importPart({ from: 0, text: part })).toEqual({ done: true });
    expect(await backups.preview('replace')).toMatchObject({ changes: { cardsAdded: 0 } });
    expect(await backups.confirm('replace')).toEqual({ done: true });
    expect(await world.rows('aside')).toHaveLength(1);
  });
});

describe('choices', () => {
  const kept = (key: string) => world.area.items.get(key);

  test.each<[string, unknown]>([
    ['of a wrong shape', { version: 1, sets: 'boxes' }],
    ['of a newer version', { version: 2, decks: ['boxes'] }],
    ['that are none', 'boxes'],
    ['that are nothing', null],
  ])('%s are kept aside, also after others were made', async (_, stored) => {
    world.area.items.set(choicesKeys.chosen, JSON.stringify(stored));
    const { store } = world.start();
    expect((await session(store)).isAnyChosen).toBe(false);
    granted(await store.changeChoices(({ chosen }) => ({ chosen: { ...chosen, sets: ['boxes/more'] } })));
    expect((await session(store)).counts.all).toBe(2);
    expect(JSON.parse(kept(`${choicesKeys.chosen}-refused`) ?? '')).toEqual(stored);
    expect(JSON.parse(kept(choicesKeys.chosen) ?? '')).toEqual({ ...nothingChosen, sets: ['boxes/more'] });
  });

  test('settings of an impossible value are kept aside, and the defaults count', async () => {
    world.area.items.set(choicesKeys.settings, JSON.stringify({ ...defaultSettings, dayStartsAt: 99 }));
    const told = await session(world.start().store);
    expect(told.settings).toEqual(defaultSettings);
    expect(told.isAnyChosen).toBe(true);
    expect(kept(`${choicesKeys.settings}-refused`)).toMatch('99');
  });

  test('settings without a field that is newer than they are have its default', async () => {
    const { badge: _badge, ...older } = { ...defaultSettings, perDay: 7 };
    world.area.items.set(choicesKeys.settings, JSON.stringify(older));
    expect((await session(world.start().store)).settings).toEqual({ ...defaultSettings, perDay: 7 });
    expect(kept(`${choicesKeys.settings}-refused`)).toBeUndefined();
  });

  test('of two changes at once none is lost', async () => {
    const { store } = world.start();
    await Promise.all([
      store.changeChoices(({ settings }) => ({ settings: { ...settings, perDay: 9 } })),
      store.changeChoices(({ settings }) => ({ settings: { ...settings, newPerDay: 3 } })),
    ]);
    expect((await session(store)).settings).toMatchObject({ perDay: 9, newPerDay: 3 });
  });
});
