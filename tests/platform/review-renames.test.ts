import { expect, test } from 'vitest';
import { everywhere } from '../../src/platform/review-results.ts';
import { nothingChosen } from '../../src/review/state.ts';
import {
  baseOf,
  card,
  content,
  createWorld,
  everything,
  grade,
  granted,
  oneDay,
  service,
  session,
  stateOf,
  type World,
} from './review-world.ts';

/** A world in which two cards were answered under ids of an earlier version, `caps` last. */
async function formerWorld(renames: Record<string, string>): Promise<World> {
  const world = createWorld();
  const { store } = world.start();
  for (const [name, given] of [
    ['covers', 1],
    ['caps', 4],
  ] as const) {
    granted(await store.act(world.request(name, grade(given), 0)));
    world.at += 60_000;
  }
  granted(
    await store.changeChoices(() => ({
      chosen: { ...nothingChosen, facts: ['boxes/covers', 'boxes/sizes'], without: ['boxes/caps'] },
    })),
  );
  world.base = baseOf(service, renames);
  return world;
}

test('states, log and choices under old ids are found under the new ones', async () => {
  const world = await formerWorld({ 'boxes/covers': 'boxes/tops', 'boxes/tops': 'boxes/lids' });
  const { store } = world.start();
  const { states, log, chosen } = await everything(store);
  expect(states.map(({ id }) => id).toSorted()).toEqual([card('caps'), card('lids')].toSorted());
  expect(log.map((entry) => [entry.card, entry.after.id])).toEqual([
    [card('lids'), card('lids')],
    [card('caps'), card('caps')],
  ]);
  expect(chosen).toMatchObject({ facts: ['boxes/lids', 'boxes/sizes'], without: ['boxes/caps'] });
  expect((await session(store)).states.map(({ id }) => id)).toEqual([card('lids')]);
});

test('they can be answered and undone there, and are stored there', async () => {
  const world = await formerWorld({ 'boxes/covers': 'boxes/lids' });
  const { store } = world.start();
  expect(await stateOf(store, 'lids')).toMatchObject({ version: 1, reps: 1 });
  granted(await store.act(world.request('lids', grade(3), 1)));
  expect((await world.rows<{ id: string }>('states')).map(({ id }) => id).toSorted()).toEqual(
    [card('caps'), card('lids')].toSorted(),
  );
  for (const expected of [card('lids'), card('caps'), card('lids'), null])
    expect(granted(await store.undo(everywhere)).card).toBe(expected);
  expect((await everything(store)).states.map(content)).toEqual([null, null]);
});

const two = { 'boxes/covers': 'boxes/lids', 'boxes/caps': 'boxes/lids' };

test('two cards that became one are as well known as the one that was answered last', async () => {
  const world = await formerWorld(two);
  const { store } = world.start();
  const last = (await world.rows<{ id: string; last: number }>('states')).find(
    ({ id }) => id === card('lids'),
  );
  expect(last).toBeUndefined();
  const state = await stateOf(store, 'lids');
  expect(state).toMatchObject({ phase: 'review', version: 2 });
  expect(await world.rows('states')).toEqual([state]);
  expect(await everything(world.start().store)).toMatchObject({ states: [state], log: [{}, {}] });
});

test('a backup in which they were two restores the one that was answered last', async () => {
  const world = await formerWorld({});
  const before = world.start();
  await session(before.store);
  await before.backups.daily();
  const [kept] = await before.backups.list();
  const { part } = await before.backups.export(0);
  world.base = baseOf(service, { 'boxes/caps': 'boxes/lids', 'boxes/covers': 'boxes/lids' });
  for (const bring of ['restore', 'import'] as const) {
    const { store, backups } = world.start();
    await backups.deleteAll();
    if (bring === 'import') {
      backups.importPart({ from: 0, text: part });
      expect(await backups.preview('merge')).toMatchObject({ changes: { cardsAdded: 1, unknownCards: 0 } });
    }
    expect(await (bring === 'restore' ? backups.restore(kept?.made ?? 0) : backups.confirm('merge'))).toEqual(
      { done: true },
    );
    expect((await everything(store)).states).toMatchObject([{ id: card('lids'), phase: 'review' }]);
  }
});

test('an id in a circle of renames stays as it is', async () => {
  const world = await formerWorld({ 'boxes/covers': 'boxes/caps', 'boxes/caps': 'boxes/covers' });
  world.at += oneDay;
  const { states } = await everything(world.start().store);
  expect(states.map(({ id }) => id).toSorted()).toEqual([card('caps'), card('covers')].toSorted());
});
