import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packLists, unpackLists } from '../../src/search/packed-lists.ts';

const roundTrip = (lists: number[][], size: number) =>
  unpackLists(
    packLists(lists, size),
    lists.map(({ length }) => length),
    size,
  ).map((list) => [...list]);

test.each<[string, number[][], number]>([
  ['nothing', [], 10],
  ['empty lists', [[], []], 10],
  ['one number of one', [[0]], 1],
  ['the ends', [[0], [9], [0, 9]], 10],
  ['all numbers', [[0, 1, 2, 3, 4, 5, 6]], 7],
  ['several in a row', [[1, 2, 3], [], [0, 6], [2]], 7],
])('%s come back', (_, lists, size) => {
  expect(roundTrip(lists, size)).toEqual(lists);
});

test('any ascending lists come back', () => {
  const list = fc.uniqueArray(fc.nat({ max: 999 })).map((numbers) => numbers.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(list), (lists) => {
      expect(roundTrip(lists, 1000)).toEqual(lists);
    }),
  );
});

test('a list of all numbers costs nothing, of neighbours little', () => {
  const all = Array.from({ length: 1000 }, (_, at) => at);
  expect(packLists([all], 1000)).toBe('');
  const run = all.slice(300, 400);
  const spread = all.filter((number) => number % 10 === 0);
  expect(packLists([run], 1000).length).toBeLessThan(packLists([spread], 1000).length / 4);
});
