import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPreferences, isPreferenceChange, readPreferences } from '../../src/platform/preferences.ts';

test('nothing stored means the defaults, and nothing to keep aside', () => {
  expect(readPreferences(undefined)).toEqual({ preferences: defaultPreferences });
});

test('what was stored comes back, also after a trip through JSON', () => {
  const stored = {
    ...defaultPreferences,
    open: true,
    width: 480,
    side: 'left' as const,
    view: 'limits' as const,
  };
  expect(readPreferences(JSON.parse(JSON.stringify(stored)))).toEqual({ preferences: stored });
});

test('a field that an older version did not have takes its default', () => {
  const { handleAt: _, ...older } = defaultPreferences;
  expect(readPreferences(older)).toEqual({ preferences: defaultPreferences });
});

test.each([
  ['a newer version', { ...defaultPreferences, version: 2, colour: 'blue' }],
  ['an unknown field', { ...defaultPreferences, colour: 'blue' }],
  ['a width out of range', { ...defaultPreferences, width: 5000 }],
  ['a width that is no number', { ...defaultPreferences, width: Number.NaN }],
  ['a view that does not exist', { ...defaultPreferences, view: 'everything' }],
  ['a record without version', { open: true }],
  ['text', 'open'],
  ['a list', []],
  ['null', null],
])('%s falls back to the defaults and is handed back to be kept aside', (_, stored) => {
  expect(readPreferences(stored)).toEqual({ preferences: defaultPreferences, refused: stored });
});

test('whatever is stored, usable preferences come out', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { preferences } = readPreferences(stored);
      expect(isPreferenceChange(preferences)).toBe(true);
    }),
  );
});

test.each([
  [{}, true],
  [{ open: true }, true],
  [{ width: 280 }, true],
  [{ width: 279 }, false],
  [{ __proto__: null, toString: 'x' }, false],
  [{ open: 'yes' }, false],
  [null, false],
])('%j as a change: %s', (change, expected) => {
  expect(isPreferenceChange(change)).toBe(expected);
});
