import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everywhere } from '../../src/platform/review-results.ts';
import { longestBackup, writeBackup } from '../../src/review/backup.ts';
import { type LogEntry, nothingChosen } from '../../src/review/state.ts';
import type { Stored } from '../../src/review/stored.ts';
import {
  card,
  createWorld,
  everything,
  grade,
  granted,
  minute,
  noon,
  oneDay,
  runOutOfSpace,
  session,
  stateOf,
  type Store,
  type World,
} from './review-world.ts';

let world: World;
let store: Store;
let backups: ReturnType<World['start']>['backups'];
beforeEach(() => {
  world = createWorld();
  ({ store, backups } = world.start());
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Answers a card once more. */
async function answer(name: string, given: 1 | 2 | 3 | 4 = 3): Promise<void> {
  const version = (await stateOf(store, name))?.version ?? 0;
  granted(await store.act(world.request(name, grade(given), version)));
  world.at += minute;
}
/** Everything as a file, fetched part by part. */
async function exported(): Promise<string> {
  let text = '';
  for (let from: number | null = 0; from !== null;) {
    const { part, next }: { part: string; next: number | null } = await backups.export(from);
    text += part;
    from = next;
  }
  return text;
}
function handOver(text: string, length = 4_000_000) {
  for (let from = 0; from === 0 || from < text.length; from += length) {
    const done = backups.importPart({ from, text: text.slice(from, from + length) });
    if ('refused' in done) return done;
  }
  return { done: true as const };
}
/** Content without the versions of states, which only count writes, and without an order of the states. */
const plain = ({ states, ...rest }: Stored) => ({
  ...rest,
  states: states.map(({ version: _version, ...state }) => state).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

describe('the daily backup', () => {
  test('is made once a day, and not before there is anything to keep', async () => {
    await backups.daily();
    expect(await backups.list()).toEqual([]);
    await answer('lids');
    for (let hour = 0; hour < 72; hour += 1) {
      // Every few hours the background is another one.
      if (hour % 5 === 0) ({ store, backups } = world.start());
      await backups.daily();
      world.at += oneDay / 24;
    }
    expect((await backups.list()).map(({ made }) => made)).toEqual([
      noon + minute + 2 * oneDay,
      noon + minute + oneDay,
      noon + minute,
    ]);
  });

  test('tells what it holds', async () => {
    await answer('lids');
    await answer('sizes');
    granted(await store.undo(everywhere));
    await backups.daily();
    expect(await backups.list()).toEqual([
      { made: world.at, why: 'daily', cards: 2, answers: 1, size: expect.any(Number) as number },
    ]);
  });

  test('of the eleventh day takes the place of the oldest', async () => {
    await answer('lids');
    const days = Array.from({ length: 14 }, () => 0);
    for (const at of days.keys()) {
      await backups.daily();
      days[at] = world.at;
      world.at += oneDay;
    }
    expect((await backups.list()).map(({ made }) => made)).toEqual(days.slice(-10).toReversed());
  });

  test('is made once a day although the clock was set back a year, and costs no other but the oldest', async () => {
    await answer('lids');
    for (let day = 0; day < 10; day += 1) {
      await backups.daily();
      world.at += oneDay;
    }
    const before = (await backups.list()).map(({ made }) => made);
    world.at -= 365 * oneDay;
    for (let time = 0; time < 20; time += 1) {
      ({ store, backups } = world.start());
      await backups.daily();
      world.at += minute;
    }
    const after = (await backups.list()).map(({ made }) => made);
    expect(after).toHaveLength(10);
    expect(before.filter((made) => after.includes(made))).toEqual(before.slice(0, 9));
  });
});

describe('restoring', () => {
  test('brings everything back, and a backup of what was there can be restored in turn', async () => {
    await answer('lids', 1);
    await answer('sizes', 4);
    const then = await everything(store);
    await backups.daily();
    const [kept] = await backups.list();
    world.at += oneDay;
    await answer('lids', 3);
    await answer('rooms', 2);
    granted(
      await store.changeChoices(({ settings }) => ({
        chosen: nothingChosen,
        settings: { ...settings, perDay: 1 },
      })),
    );
    const now = await everything(store);

    expect(await backups.restore(kept?.made ?? 0)).toEqual({ done: true });
    expect(plain(await everything(store))).toEqual(plain(then));
    expect(plain(await everything(world.start().store))).toEqual(plain(then));
    const [newest] = await backups.list();
    expect(newest).toMatchObject({ why: 'before-restore', answers: 4 });

    expect(await backups.restore(newest?.made ?? 0)).toEqual({ done: true });
    expect(plain(await everything(store))).toEqual(plain(now));
  });

  test('is noticed by a surface that still shows what was there before', async () => {
    await answer('lids', 3);
    await backups.daily();
    await answer('lids', 3);
    const shown = (await stateOf(store, 'lids'))?.version ?? 0;
    const [kept] = await backups.list();
    expect(await backups.restore(kept?.made ?? 0)).toEqual({ done: true });
    expect(await store.act(world.request('lids', grade(1), shown))).toMatchObject({
      refused: 'answered-elsewhere',
    });
  });

  test('one that is gone, or damaged, is refused and nothing changes', async () => {
    await answer('lids');
    await backups.daily();
    const before = await everything(store);
    expect(await backups.restore(7)).toEqual({
      refused: 'This backup is no longer there. Choose another one.',
    });
    const [kept] = await world.rows<{ made: number; gzip: ArrayBuffer }>('backups');
    await world.tamper('backups', (all) => all.put({ ...kept, gzip: kept?.gzip.slice(0, 40) }));
    expect(await backups.restore(kept?.made ?? 0)).toEqual({
      refused: 'This backup is damaged. Choose another one.',
    });
    expect(await everything(store)).toEqual(before);
    expect(await backups.list()).toHaveLength(1);
  });
});

test('deleting everything leaves what is chosen, and a backup', async () => {
  await answer('lids');
  const before = await everything(store);
  expect(await backups.deleteAll()).toEqual({ done: true });
  expect(await everything(store)).toEqual({ ...before, states: [], log: [] });
  expect((await session(store)).counts.all).toBe(5);
  const [kept] = await backups.list();
  expect(kept).toMatchObject({ why: 'before-restore', answers: 1 });
  expect(await backups.restore(kept?.made ?? 0)).toEqual({ done: true });
  expect(await everything(store)).toEqual(before);
});

test('two backups within a millisecond are two', async () => {
  await answer('lids');
  await backups.deleteAll();
  await backups.deleteAll();
  expect((await backups.list()).map(({ made, answers }) => [made, answers])).toEqual([
    [world.at + 1, 0],
    [world.at, 1],
  ]);
});

describe('a file', () => {
  test('of many parts goes to another computer and back: merged and replaced', async () => {
    await answer('lids', 3);
    await answer('sizes', 1);
    const there = await everything(store);
    // As long as the log of years, in three parts.
    const long = structuredClone(there);
    const filler = long.log[0] as LogEntry;
    for (let at = 0; at < 5_000; at += 1)
      long.log.push({
        ...filler,
        id: `old-${at}`,
        at: noon - oneDay,
        day: '2026-11-20',
        scheduler: 'x'.repeat(1_400),
      });
    const text = await writeBackup(long, world.at);
    expect(text.length).toBeGreaterThan(8_000_000);

    world = createWorld();
    ({ store, backups } = world.start());
    await answer('rooms', 2);
    expect(handOver(text)).toEqual({ done: true });
    const before = await everything(store);
    const preview = await backups.preview('merge');
    expect(preview).toMatchObject({
      made: noon + 2 * minute,
      changes: { cardsAdded: 2, cardsUpdated: 0, cardsRemoved: 0, answersAdded: 5_002, answersRemoved: 0 },
    });
    expect(await everything(store)).toEqual(before);
    expect(await backups.preview('replace')).toMatchObject({
      changes: { cardsAdded: 2, cardsRemoved: 1, answersAdded: 5_002, answersRemoved: 1 },
    });
    expect(await backups.confirm('merge')).toEqual({ done: true });
    const merged = await everything(store);
    expect(merged.log).toHaveLength(5_003);
    expect(merged.states.map(({ id }) => id).toSorted()).toEqual(
      [card('lids'), card('rooms'), card('sizes')].toSorted(),
    );
    expect((await backups.list())[0]).toMatchObject({ why: 'before-import', answers: 1 });

    const round = await exported();
    expect(round.length).toBeGreaterThan(8_000_000);
    expect(JSON.parse(round)).toMatchObject({ format: 'sidecar-review', version: 1 });
    expect(await backups.deleteAll()).toEqual({ done: true });
    expect(handOver(round)).toEqual({ done: true });
    expect(await backups.confirm('replace')).toEqual({ done: true });
    expect(plain(await everything(store))).toEqual(plain(merged));
  });

  test('is imported by a preview that tells the truth', async () => {
    await answer('lids', 3);
    const text = await exported();
    await answer('lids', 1);
    await answer('sizes', 1);
    granted(await store.changeChoices(({ settings }) => ({ settings: { ...settings, perDay: 9 } })));
    handOver(text);
    const preview = await backups.preview('replace');
    expect(preview).toMatchObject({
      changes: {
        cardsAdded: 0,
        cardsUpdated: 1,
        cardsRemoved: 1,
        answersAdded: 0,
        answersRemoved: 2,
        setsAdded: [],
        setsRemoved: [],
        settingsChanged: ['perDay'],
        unknownCards: 0,
      },
    });
    expect(await backups.confirm('replace')).toEqual({ done: true });
    expect(await everything(store)).toMatchObject({
      log: [{ card: card('lids') }],
      settings: { perDay: 60 },
    });
    expect((await stateOf(store, 'lids'))?.reps).toBe(1);
  });

  const refusals: [string, (sound: string) => string, RegExp][] = [
    ['that is truncated', (sound) => sound.slice(0, -40), /^This file stops in the middle, after \d+ char/],
    ['that is foreign', () => '{"format":"other"}', /^This is JSON, but not a Sidecar backup/],
    ['that is none of text', () => '<!doctype html>', /^This is not a Sidecar backup: it is not JSON/],
    [
      'of a newer Sidecar',
      (sound) => sound.replace('"version":1', '"version":2'),
      /made by a newer Sidecar.*Update Sidecar/,
    ],
    [
      'whose content does not fit its checksum',
      (sound) => sound.replace('"grade":3', '"grade":4'),
      /changed after it was made, or damaged/,
    ],
    [
      'whose content is none of ours although the checksum fits',
      (sound) => {
        const data = {};
        const checksum = `sha256:${createHash('sha256').update(JSON.stringify(data)).digest('hex')}`;
        return JSON.stringify({ ...(JSON.parse(sound) as object), checksum, data });
      },
      /^The content of this backup cannot be used: data\.chosen/,
    ],
  ];
  test.each(refusals)('%s is refused with a sentence, and nothing changes', async (_, spoil, sentence) => {
    await answer('lids', 3);
    const before = await everything(store);
    expect(handOver(spoil(await exported()))).toEqual({ done: true });
    const refused = { refused: expect.stringMatching(sentence) as string };
    expect(await backups.preview('merge')).toEqual(refused);
    expect(await backups.confirm('replace')).toEqual(refused);
    expect(await everything(store)).toEqual(before);
    expect(await backups.list()).toEqual([]);
  });

  test('of more than 100 MB is refused while it is handed over', async () => {
    await answer('lids', 3);
    const before = await everything(store);
    expect(handOver('x'.repeat(longestBackup + 1), 20_000_000)).toEqual({
      refused:
        'This file has more than 100 MB; Sidecar reads backups of up to 100 MB. Choose a file that Sidecar exported.',
    });
    expect(await backups.confirm('replace')).toEqual({
      refused: 'The file is no longer at hand. Choose it again.',
    });
    expect(await everything(store)).toEqual(before);
  });

  test.each<[string, { from: number; text: string }[]]>([
    [
      'out of order',
      [
        { from: 0, text: '{"a' },
        { from: 9, text: '":1}' },
      ],
    ],
    [
      'with one twice',
      [
        { from: 0, text: '{"a' },
        { from: 3, text: '":' },
        { from: 3, text: '1}' },
      ],
    ],
    ['without the first', [{ from: 4_000_000, text: '1}' }]],
  ])('in parts %s is refused', (_, parts) => {
    expect(parts.map((part) => backups.importPart(part)).at(-1)).toEqual({
      refused: 'The file was not handed over completely. Choose it again.',
    });
  });

  test('that was handed over to a background which was stopped since has to be chosen again', async () => {
    await answer('lids', 3);
    handOver(await exported());
    ({ store, backups } = world.start());
    const refused = { refused: 'The file is no longer at hand. Choose it again.' };
    expect(await backups.preview('merge')).toEqual(refused);
    expect(await backups.confirm('merge')).toEqual(refused);
  });

  test('that is fetched from a background which was stopped since is not cut off in silence', async () => {
    await expect(backups.export(4_000_000)).rejects.toThrow('The export was interrupted. Start it again.');
  });
});

describe('where space runs out', () => {
  const withoutSpace = async (name: string, run: () => Promise<unknown>) => {
    runOutOfSpace(name);
    const result = await run();
    vi.restoreAllMocks();
    return result;
  };
  const refused = { refused: expect.stringMatching(/^The browser is out of space.*make room/) as string };

  test.each(['backups', 'states'])('in %s, an import changes nothing', async (name) => {
    await answer('lids', 3);
    const text = await exported();
    await answer('lids', 1);
    granted(await store.changeChoices(() => ({ chosen: { ...nothingChosen, sets: ['boxes/more'] } })));
    const before = await everything(store);
    handOver(text);
    expect(await withoutSpace(name, () => backups.confirm('replace'))).toEqual(refused);
    expect(await everything(world.start().store)).toEqual(before);
    expect(await backups.confirm('replace')).toEqual({ done: true });
    expect(await stateOf(store, 'lids')).toMatchObject({ reps: 1 });
  });

  test('in storage, an import changes nothing', async () => {
    await answer('lids', 3);
    const text = await exported();
    await answer('lids', 1);
    const before = await everything(store);
    ({ store, backups } = world.start({
      area: { ...world.area, set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) },
    }));
    handOver(text);
    expect(await backups.confirm('replace')).toEqual(refused);
    expect(await everything(world.start().store)).toEqual(before);
  });

  test('the daily backup is missing, and reviewing goes on', async () => {
    await answer('lids', 3);
    await withoutSpace('backups', () => backups.daily());
    await answer('lids', 3);
    expect(await backups.list()).toEqual([]);
    await backups.daily();
    expect(await backups.list()).toHaveLength(1);
  });
});
