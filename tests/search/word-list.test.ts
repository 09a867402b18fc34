import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWords, unpackWords } from '../../src/search/word-list.ts';

test('shared beginnings are written once', () => {
  expect(packWords(['bucket', 'buckets', 'build', 'zone'])).toBe('0bucket 6s 2ild 0zone');
});

test('any sorted words come back, long ones and signs of any kind too', () => {
  const word = fc.oneof(
    fc.string({ minLength: 1 }).filter((text) => !text.includes(' ')),
    fc.integer({ min: 1, max: 200 }).map((length) => 'a'.repeat(length)),
  );
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), (words) => {
      const sorted = words.toSorted((a, b) => (a < b ? -1 : 1));
      expect(unpackWords(packWords(sorted))).toEqual(sorted);
    }),
  );
});
