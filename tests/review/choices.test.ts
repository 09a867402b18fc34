import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../../src/knowledge/catalog.ts';
import { valueText } from '../../src/knowledge/limit-text.ts';
import { choicesFor, shuffled } from '../../src/review/choices.ts';

const limit = (id: string, given: Partial<Limit>): Limit => ({
  id,
  name: id,
  scope: 'resource',
  adjustable: 'no',
  sources: [],
  verified: '2026-11-21',
  ...given,
});
const sorted = (texts: string[]) => [...texts].sort();

test('siblings of the same unit come first, and no more than two', () => {
  const siblings = [
    limit('a', { value: 250, unit: 'MB' }),
    limit('b', { value: 512, unit: 'MB' }),
    limit('c', { value: 75, unit: 'GB' }),
    limit('d', { maximum: 70, unit: 'MB' }),
    limit('e', { value: 9_000_000, unit: 'MB' }),
  ];
  const options = choicesFor(limit('x', { value: 50, unit: 'MB' }), siblings, 'x#value0');
  expect(sorted(options)).toEqual(['100 MB', '250 MB', '50 MB', '512 MB']);
});

test.each<[string, Partial<Limit>, string]>([
  ['20 GB', { value: 50, unit: 'GB' }, '20 GB'],
  ['20,480 MB', { value: 50, unit: 'GB' }, '20 GB'],
  ['up to 37', { value: 50 }, '37'],
  ['256 KB', { maximum: 1_048_576, unit: 'bytes' }, '262,144 bytes'],
])('the older value %s is among them', (said, given, option) => {
  const old = limit('x', { ...given, formerly: { said, now: '' } });
  expect(choicesFor(old, [], 'seed')).toContain(option);
});

test.each<[string, Partial<Limit>, Partial<Limit>[], string[]]>([
  [
    'a range',
    { minimum: 128, maximum: 10_240, unit: 'MB' },
    [],
    ['128–10,240 MB', '128–102,400 MB', '128–20,480 MB', '128–5,120 MB'],
  ],
  ['one', { value: 1, unit: 'hour' }, [], ['1 hour', '10 hours', '2 hours', '5 hours']],
  ['nothing', { value: 0 }, [], ['0', '1', '2', '5']],
  ['nearly all', { value: 99.999, unit: '%' }, [], ['99.99%', '99.998%', '99.9995%', '99.999%']],
  ['a share', { value: 40, unit: '%' }, [], ['20%', '4%', '40%', '80%']],
  ['a sibling with the same value', { value: 10 }, [{ value: 10 }], ['10', '100', '20', '5']],
  ['a unit that tells its number', { value: 8, unit: 'bits of prefix (/8)' }, [], []],
  ['no number', { value: 'unlimited' }, [{ value: 3 }], []],
  [
    'an older statement that is none',
    { value: 10, formerly: { said: 'one or two', now: '' } },
    [],
    ['10', '100', '20', '5'],
  ],
  [
    'an older value that is today’s',
    { value: 1, unit: 'MiB', formerly: { said: '1024 KB', now: '' } },
    [],
    ['1 MiB', '10 MiB', '2 MiB', '5 MiB'],
  ],
])('options of %s', (_, given, others, expected) => {
  const siblings = others.map((other, at) => limit(`s${at}`, other));
  expect(sorted(choicesFor(limit('x', given), siblings, 'seed'))).toEqual(sorted(expected));
});

describe('of any limit', () => {
  const number = fc.integer({ min: 0, max: 1e6 });
  const unit = fc.option(fc.constantFrom('MB', 'seconds', 'characters', '%'), { nil: undefined });
  const shapes = fc.oneof(
    fc.record({ value: number }),
    fc.record({ maximum: fc.integer({ min: 1, max: 1e6 }) }),
    fc
      .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1e6 }))
      .map(([minimum, more]) => ({ minimum, maximum: minimum + more })),
  );
  const limits = fc.tuple(shapes, unit).map(([shape, of]) => ({ ...shape, ...(of && { unit: of }) }));

  test('there is the right one, each means something else, and the seed decides the order', () => {
    fc.assert(
      fc.property(limits, fc.array(limits, { maxLength: 8 }), fc.string(), (given, others, seed) => {
        const right = limit('x', given);
        const siblings = others.map((other, at) => limit(`s${at}`, other));
        const options = choicesFor(right, siblings, seed);
        expect(options).toContain(valueText(right));
        expect(new Set(options).size).toBe(options.length);
        expect(options.length).toBeLessThanOrEqual(4);
        if (given.unit !== '%') expect(options.length).toBeGreaterThanOrEqual(3);
        expect(choicesFor(right, siblings.toReversed(), seed)).toEqual(options);
      }),
    );
  });
});

test('another seed gives another order, with the right one in each place', () => {
  const options = ['1', '2', '3', '4'];
  const places = Array.from({ length: 40 }, (_, reps) => shuffled(options, `a/b#value${reps}`).indexOf('1'));
  expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
  expect(shuffled(options.toReversed(), 'seed')).toEqual(shuffled(options, 'seed'));
});
