import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Limit } from '../../src/knowledge/catalog.ts';
import { checkTyped, type Expected, expectedOf, type Verdict } from '../../src/review/typed-answer.ts';

const cases: [asked: string, expected: Expected, typed: Record<Verdict, string[]>][] = [
  [
    'a time in seconds',
    { to: 900, unit: 'seconds' },
    {
      right: [
        '15 min',
        '15min',
        '15 minutes',
        '15m',
        '900 s',
        '900',
        '900 sec',
        '0.25 h',
        'at most 15 min',
        '15 Minutes.',
      ],
      unit: ['15', '15 s', '15 MB', '900 MB', '900 minutes', '900 requests', '0,25'],
      wrong: ['5 min', '901', '900-1000', '16', '1 h'],
      unreadable: ['', 'fifteen', '?', '1 h 30 min', '15 15', '--'],
    },
  ],
  [
    'a size in bytes',
    { to: 262_144, unit: 'bytes' },
    {
      right: [
        '256 KB',
        '256 KiB',
        '256kb',
        '262144',
        '262,144',
        '262.144',
        '262 144 bytes',
        '0.25 MB',
        '262,144 b',
      ],
      unit: ['256', '256 s', '262144 KB', '256 bytes'],
      wrong: ['128 KB', '250 KB', '1 MB'],
      unreadable: ['KB', '256 KB or so, 10 more'],
    },
  ],
  [
    'a size whose unit is meant either way',
    { to: 1, unit: 'MiB' },
    {
      right: ['1 MB', '1024 KB', '1,000 KB', '1048576 bytes', '1,000,000 bytes', '1'],
      unit: ['1 GB', '1024', '1000'],
      wrong: ['1025 KB', '2 MB'],
      unreadable: ['one'],
    },
  ],
  [
    'a number of things',
    { to: 1000 },
    {
      right: [
        '1,000',
        '1.000',
        '1 000',
        '1’000',
        '1k',
        '1 k',
        '1K',
        '1000',
        '1000 tables',
        '1 thousand',
        '=1000',
        '~ 1000',
      ],
      unit: ['1000 MB', '1000 s', '1000 %'],
      wrong: ['100', '1 million', '10,000'],
      unreadable: ['a lot', '1,00,0', `1000 ${'a'.repeat(200)}`],
    },
  ],
  [
    'millions',
    { to: 40_000_000 },
    {
      right: ['40M', '40 million', '40m', '40,000,000', '40.000.000'],
      unit: [],
      wrong: ['40k', '40'],
      unreadable: [],
    },
  ],
  [
    'a range',
    { from: 128, to: 10_240, unit: 'MB' },
    {
      right: [
        '128-10240',
        '128 – 10,240 MB',
        '128 MB to 10 GB',
        'from 128 to 10240 MiB',
        'between 128 and 10,240 MB',
        '128..10240',
        '0.125 GB - 10 GB',
      ],
      unit: ['128-10240 s', '128 – 10,240 KB', '0.125-10'],
      wrong: ['10240', '128', '1-10240', '128-3008 MB', '10240-128'],
      unreadable: ['128-', 'to 10240 to 128'],
    },
  ],
  [
    'a range that starts with one',
    { from: 1, to: 64, unit: 'characters' },
    {
      right: ['1-64', '64', '64 characters', '64 chars', '1 to 64 characters', 'up to 64'],
      unit: ['64 bytes', '1-64 s', '64 foo'],
      wrong: ['63', '2-64', '1-63', '1'],
      unreadable: ['characters'],
    },
  ],
  [
    'a range that starts below zero',
    { from: -1, to: 10_000 },
    {
      right: ['-1 to 10000', '-1–10,000', '−1 - 10k'],
      unit: [],
      wrong: ['10000', '1-10000'],
      unreadable: [],
    },
  ],
  [
    'an upper end',
    { to: 5, unit: 'GB' },
    {
      right: ['0-5 GB', '1 – 5 GB', '5', '<= 5 GB', '≤5 GiB', 'max. 5 GB', '5120 MB'],
      unit: ['5 TB'],
      wrong: ['2-5 GB'],
      unreadable: [],
    },
  ],
  [
    'a percentage',
    { to: 99.999, unit: '%' },
    {
      right: ['99.999', '99,999 %', '99.999 percent', '99.999per cent'],
      unit: ['99.999 s'],
      wrong: ['99.99%', '100'],
      unreadable: ['%'],
    },
  ],
  [
    'a share of something',
    { to: 10, unit: '% of allocated storage' },
    { right: ['10%', '10 percent of the storage', '10'], unit: ['10 GB'], wrong: ['0.1'], unreadable: [] },
  ],
  [
    'a throughput in bytes',
    { to: 1000, unit: 'MiB/s' },
    {
      right: ['1000 MB/s', '1000 MBps', '1000 MB per second', '1 GBps', '1000mbps', '1000'],
      unit: ['1000 Mbps', '1000 MB'],
      wrong: ['2 GB/s', '8 Gbps'],
      unreadable: [],
    },
  ],
  [
    'a throughput in bits',
    { to: 10, unit: 'Gbps' },
    {
      right: ['10 Gbps', '10gbps', '10,000 Mbit/s', '10 Gbit/s', '10'],
      unit: ['10 GBps', '10 GB/s', '10 GB'],
      wrong: ['1 Gbps'],
      unreadable: [],
    },
  ],
  [
    'a rate',
    { to: 10, unit: 'requests per second' },
    {
      right: ['10', '10 requests/s', '10 rps', '10 per second', '10 requests', '10 requests per second'],
      unit: ['10 requests per minute', '10 MB', '10 s/hour'],
      wrong: ['100 rps'],
      unreadable: ['rps'],
    },
  ],
  [
    'a rate over an odd time',
    { to: 1000, unit: 'environments per 10 seconds' },
    {
      right: ['1000 environments per 10 seconds', '1k environments per 10 s', '1000 per 10 seconds'],
      unit: ['1000 per 5 minutes'],
      wrong: ['100 per second'],
      unreadable: [],
    },
  ],
  [
    'a value that is also told in other words',
    { from: 0, to: 1, equals: '0 to 100 percent' },
    { right: ['0-1', '1'], unit: ['1 s'], wrong: ['2'], unreadable: ['all'] },
  ],
  [
    'a time rounded in other words',
    { to: 48.8, unit: 'TiB', equals: '50 TB' },
    { right: ['48.8 TiB', '50 TB', '48,8'], unit: ['50'], wrong: ['51 TB'], unreadable: [] },
  ],
  [
    'years',
    { to: 365, unit: 'days' },
    {
      right: ['1 year', '365', '12 months', '365 d'],
      unit: ['365 hours'],
      wrong: ['366', '13 months'],
      unreadable: [],
    },
  ],
  [
    'a price as it is shown',
    { to: 0.000_016_666_7, unit: 'USD' },
    { right: ['0.000017', '0.0000166667 USD'], unit: ['0.000017 s'], wrong: ['0.00017'], unreadable: [] },
  ],
  [
    'nothing',
    { to: 0, unit: 'seconds' },
    { right: ['0', '0 s', '0 min'], unit: ['0 MB'], wrong: ['1'], unreadable: ['none'] },
  ],
  [
    'a unit with a digit',
    { to: 1024, unit: 'UTF-8 characters' },
    {
      right: ['1,024 UTF-8 characters', '1024 characters'],
      unit: ['1024 bits'],
      wrong: ['8'],
      unreadable: [],
    },
  ],
];

describe.each(cases)('%s', (_, expected, typed) => {
  const rows = Object.entries(typed).flatMap(([verdict, texts]) =>
    texts.map((text) => [text, verdict] as const),
  );
  test.each(rows)('“%s” is %s', (text, verdict) => {
    expect(checkTyped(text, expected)).toBe(verdict);
  });
});

describe('whatever is typed', () => {
  const expected = fc.record(
    {
      from: fc.integer({ min: 0, max: 99 }),
      to: fc.integer({ min: 100, max: 1e9 }),
      unit: fc.constantFrom('seconds', 'MB', 'KiB', '%', 'characters', 'requests per second', 'Gbps'),
      equals: fc.string(),
    },
    { requiredKeys: ['to'] },
  );

  test('it is judged', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\d ,.%kKmMbBs\-–toinperu]{0,200}$/),
      fc.constantFrom(
        'constructor',
        '1 constructor',
        '1 __proto__',
        '5 toString',
        '1'.repeat(100_000),
        '1 '.repeat(50_000),
        '1,'.repeat(60),
      ),
    );
    fc.assert(
      fc.property(text, expected, (typed, given) => {
        expect(['right', 'unit', 'wrong', 'unreadable']).toContain(checkTyped(typed, given));
      }),
      { numRuns: 2000 },
    );
  });

  test('a number reads back in any of the ways to write it', () => {
    const ways: ((value: number) => string)[] = [
      String,
      (value) => value.toLocaleString('en-US'),
      (value) => value.toLocaleString('de-DE'),
      (value) => value.toLocaleString('fr-FR'),
      (value) => value.toLocaleString('de-CH'),
      (value) => `${value / 1000}k`,
      (value) => `${value / 1_000_000} million`,
      (value) => `at most ${value}`,
      (value) => ` ${value} `,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(...ways), (value, write) => {
        expect(checkTyped(write(value), { to: value })).toBe('right');
      }),
    );
  });

  test('a quantity reads back in any of its units, and only there', () => {
    const units = {
      ms: 0.001,
      s: 1,
      sec: 1,
      seconds: 1,
      min: 60,
      minutes: 60,
      h: 3600,
      hrs: 3600,
      hours: 3600,
      d: 86_400,
      days: 86_400,
      weeks: 604_800,
    };
    const names = Object.keys(units) as (keyof typeof units)[];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        (n, a, b) => {
          const given = { to: (n * units[a]) / units[b], unit: b };
          expect(checkTyped(`${n} ${a}`, given)).toBe('right');
          expect(checkTyped(`${n + 1} ${a}`, given)).not.toBe('right');
          expect(checkTyped(`${n} MB`, given)).not.toBe('right');
        },
      ),
    );
  });
});

const limit = (given: Partial<Limit>): Limit => ({
  id: 'a/b',
  name: 'B',
  scope: 'resource',
  adjustable: 'no',
  sources: [],
  verified: '2026-11-21',
  ...given,
});

test.each<[Partial<Limit>, Expected | null]>([
  [
    { value: 5, unit: 'GB' },
    { to: 5, unit: 'GB' },
  ],
  [{ value: '8000' }, { to: 8000 }],
  [{ value: 'unlimited' }, null],
  [
    { maximum: 900, unit: 'seconds', equals: '15 minutes' },
    { to: 900, unit: 'seconds', equals: '15 minutes' },
  ],
  [{ minimum: 60 }, { to: 60 }],
  [
    { minimum: 0, maximum: 2 },
    { from: 0, to: 2 },
  ],
  [{}, null],
])('of %o is expected %o', (given, expected) => {
  expect(expectedOf(limit(given))).toEqual(expected);
});
