import { beforeEach, describe, expect, test, vi } from 'vitest';
import { reviewAnswers } from '../../src/platform/review-answers.ts';
import { everywhere } from '../../src/platform/review-results.ts';
import {
  card,
  createWorld,
  everything,
  grade,
  granted,
  oneDay,
  service,
  type World,
} from './review-world.ts';

let world: World;
let store: ReturnType<World['start']>['store'];
let answers: ReturnType<typeof reviewAnswers>;
const sender = { id: 'ours' };
beforeEach(() => {
  world = createWorld();
  ({ store } = world.start());
  answers = reviewAnswers(store, { now: () => world.at, loadBase: () => Promise.resolve(world.base) }, () =>
    Promise.resolve(service),
  );
});

/** Once all that was begun is done: whatever is asked of the store runs after it. */
const settled = () => store.withAll(() => Promise.resolve(null));

test('an answer is given before the backup of the day is made, which is made once', async () => {
  for (const name of ['lids', 'sizes', 'rooms']) await answers.act(world.request(name, grade(3), 0), sender);
  await settled();
  expect(await answers.backups(undefined, sender)).toMatchObject([{ why: 'daily' }]);
});

test('the whole log is read for the backup of the day, not after every answer', async () => {
  await answers.act(world.request('lids', grade(3), 0), sender);
  await settled();
  const reading = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  await answers.act(world.request('sizes', grade(3), 0), sender);
  // After whatever that has begun.
  await store.session(everywhere);
  expect(reading).not.toHaveBeenCalled();
  reading.mockRestore();
});

test('sets and single notes are taken in and out', async () => {
  const chosen = async () => (await everything(store)).chosen;
  expect(await answers['choose-sets']({ sets: ['boxes/more'], on: false }, sender)).toEqual({ done: true });
  expect(await chosen()).toMatchObject({ sets: ['boxes/basics'] });
  const lids = { fact: 'boxes/lids', topic: 'boxes/basics', service: 'boxes' };
  await answers['choose-fact']({ ...lids, on: false }, sender);
  await answers['choose-fact']({ ...lids, fact: 'boxes/labels', topic: 'boxes/more', on: true }, sender);
  expect(await chosen()).toMatchObject({ facts: ['boxes/labels'], without: ['boxes/lids'] });
  expect(granted(await answers.session(everywhere, sender)).counts.all).toBe(3);
});

test('a setting is changed alone', async () => {
  expect(await answers['change-settings']({ perDay: 2 }, sender)).toMatchObject({ perDay: 2, newPerDay: 15 });
  expect(granted(await answers.session(everywhere, sender)).queue).toMatchObject({ newCount: 2, waiting: 3 });
});

test('the overview counts as the store does, in an unknown zone as well', async () => {
  world.zone = 'Etc/Unknown';
  await answers.act(world.request('lids', grade(3), 0), sender);
  world.at += oneDay;
  expect(granted(await answers.overview(undefined, sender))).toMatchObject({
    today: '2026-11-22',
    dueToday: 5,
    streak: { now: 1, longest: 1 },
    domains: [{ number: 1, cards: 5, seen: 1 }],
    services: [{ name: 'Boxes', cards: 5, seen: 1 }],
  });
});

describe('Anki', () => {
  const row = (id: string, tags: string) => `sidecar:${id}\tBasic\tDeck\tFront\tBack\t${tags}`;
  const head =
    '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n';

  test('gets the cards that are chosen, and is understood again', async () => {
    await answers['choose-sets']({ sets: ['boxes/more'], on: false }, sender);
    await answers.act(world.request('lids', grade(3), 0), sender);
    const text = await answers['anki-export'](undefined, sender);
    expect(text.match(/^sidecar:\S+/gm)).toEqual(
      ['lids', 'sizes', 'rooms'].map((name) => `sidecar:${card(name)}`),
    );
    expect(await answers['anki-import'](text, sender)).toEqual({
      facts: 3,
      suspended: 0,
      unknown: 0,
      problems: 0,
    });
  });

  test('tells what is learned there and what is a leech; a second time nothing changes', async () => {
    await answers['choose-sets']({ sets: ['boxes'], on: false }, sender);
    const text = `${head}${row(card('lids'), 'leech')}\n${row(card('labels'), '')}\n${row('boxes/gone#value', '')}\nhalf\n`;
    const told = { facts: 2, unknown: 1, problems: 1 };
    expect(await answers['anki-import'](text, sender)).toEqual({ ...told, suspended: 1 });
    expect(await answers['anki-import'](text, sender)).toEqual({ ...told, suspended: 0 });
    const { chosen, states, log } = await everything(store);
    expect(chosen.facts).toEqual(['boxes/lids', 'boxes/labels']);
    expect(states).toMatchObject([{ id: card('lids'), isSuspended: true, reps: 0 }]);
    expect(log).toHaveLength(1);
    expect(granted(await answers.undo(everywhere, sender)).card).toBe(card('lids'));
  });

  test('a file of another kind is refused, and nothing changes', async () => {
    const before = await everything(store);
    expect(await answers['anki-import']('Front,Back\n', sender)).toEqual({
      refused: expect.stringMatching(/^This is not a text file exported by Anki/) as string,
    });
    expect(await everything(store)).toEqual(before);
  });
});
