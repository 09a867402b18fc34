import { expect, test } from 'vitest';
import type { Choices, Area } from '../../src/platform/review-choices.ts';
import { receivedChoices, sendChoices } from '../../src/platform/review-sync.ts';
import { fingerprint } from '../../src/review/hash.ts';
import { defaultSettings, nothingChosen } from '../../src/review/state.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;
/** `storage.sync` with its quotas: QUOTA_BYTES_PER_ITEM, QUOTA_BYTES, MAX_ITEMS. */
function createSync() {
  const items = new Map<string, string>();
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
    set: async (changes) => {
      const next = new Map(items);
      for (const [key, value] of Object.entries(changes)) next.set(key, JSON.stringify(value));
      for (const [key, text] of next)
        if (bytes(key) + bytes(text) > 8192) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      if ([...next].reduce((sum, [key, text]) => sum + bytes(key) + bytes(text), 0) > 102_400)
        throw new Error('QUOTA_BYTES quota exceeded');
      if (next.size > 512) throw new Error('MAX_ITEMS quota exceeded');
      for (const [key, text] of next) items.set(key, text);
      await Promise.resolve();
    },
  };
  return { ...area, items };
}
const choices = (sets: string[], settings: Partial<Choices['settings']> = {}): Choices => ({
  chosen: { ...nothingChosen, sets, facts: ['lambda/timeout'] },
  settings: { ...defaultSettings, ...settings },
});
const named = (count: number, name: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => name(at));

test.each<[string, string[]]>([
  ['nothing', []],
  ['a few services', ['lambda', 's3', 'dynamodb']],
  ['hundreds of services with names of two letters', named(676, (at) => at.toString(36).padStart(2, '0'))],
  ['thousands of services with short names', named(3_000, (at) => `s${at}`)],
  ['five hundred topics', named(500, (at) => `service-${at}/a-topic-with-a-longer-name`)],
])('%s travels within the quotas and arrives as it was', async (_, sets) => {
  const sync = createSync();
  const sent = choices(sets, { retention: 0.85, exam: { code: 'DVA-C02', day: '2027-01-15' } });
  expect(await sendChoices(sync, sent)).toBe(true);
  expect(await receivedChoices(sync)).toEqual({ settings: sent.settings, sets });
});

test('what is sent after something longer arrives alone', async () => {
  const sync = createSync();
  await sendChoices(sync, choices(named(500, (at) => `service-${at}/a-topic`)));
  await sendChoices(sync, choices(['lambda']));
  expect(await receivedChoices(sync)).toMatchObject({ sets: ['lambda'] });
});

test('too many sets do not travel; what was sent before stays', async () => {
  const sync = createSync();
  await sendChoices(sync, choices(['lambda']));
  expect(await sendChoices(sync, choices(named(9_999, (at) => `service-${at}/a-topic`)))).toBe(false);
  expect(await receivedChoices(sync)).toMatchObject({ sets: ['lambda'] });
});

test('pieces of two versions are not mixed, whichever arrives first, even where they fit', async () => {
  const [one, other] = [createSync(), createSync()];
  await sendChoices(one, choices(named(500, (at) => `service-${100 + at}/a-topic`)));
  await sendChoices(other, choices(named(500, (at) => `service-${200 + at}/a-topic`)));
  for (const key of other.items.keys()) {
    const half = createSync();
    for (const [name, text] of one.items) half.items.set(name, text);
    expect(half.items.get(key)).not.toBe(other.items.get(key));
    half.items.set(key, other.items.get(key) ?? '');
    expect(await receivedChoices(half)).toBeNull();
    half.items.delete(key);
    expect(await receivedChoices(half)).toBeNull();
  }
});

/** What another Sidecar would have sent. */
async function sentText(text: string): Promise<Area> {
  const sync = createSync();
  await sync.set({ 'review-sync': { count: 1, fingerprint: fingerprint(text) }, 'review-sync-0': text });
  return sync;
}
const sound = { version: 1, settings: defaultSettings, sets: ['lambda'] };

test.each<[string, unknown]>([
  ['of a newer version', { ...sound, version: 2 }],
  ['with a setting of a newer version', { ...sound, settings: { ...defaultSettings, colour: 'blue' } }],
  ['with an impossible setting', { ...sound, settings: { ...defaultSettings, retention: 2 } }],
  ['without sets', { ...sound, sets: undefined }],
  ['with a set without a name', { ...sound, sets: ['lambda', ''] }],
  ['that is nothing', null],
  ['that is a text', 'lambda'],
])('something %s is left alone', async (_, sent) => {
  expect(await receivedChoices(await sentText(JSON.stringify(sent)))).toBeNull();
});

test('something that is no JSON, or announced in another way, is left alone', async () => {
  expect(await receivedChoices(await sentText('{"version"'))).toBeNull();
  const sync = createSync();
  expect(await receivedChoices(sync)).toBeNull();
  for (const head of [1, 'one', null, { count: '1' }, []]) {
    await sync.set({ 'review-sync': head, 'review-sync-0': JSON.stringify(sound) });
    expect(await receivedChoices(sync)).toBeNull();
  }
});

test('settings of an older version have the default of a field they do not know', async () => {
  const { badge: _badge, ...older } = { ...defaultSettings, perDay: 7 };
  const sync = await sentText(JSON.stringify({ ...sound, settings: older }));
  expect(await receivedChoices(sync)).toEqual({
    settings: { ...defaultSettings, perDay: 7 },
    sets: ['lambda'],
  });
});
