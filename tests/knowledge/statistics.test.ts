import { expect, test } from 'vitest';
import { readBase } from '../../knowledge/base.ts';
import { compileCatalog } from '../../knowledge/compile-catalog.ts';
import { exampleFiles, withSecondTopic } from '../../knowledge/rules/example.ts';
import { statistics } from '../../knowledge/statistics.ts';

const limit = {
  id: 'second-limit',
  name: 'Second limit',
  value: 3,
  scope: 'region',
  adjustable: 'yes',
  quota: 'L-00000001',
  sources: ['guide'],
  verified: '2026-01-02',
  formerly: { said: '2', now: '3' },
};
const files = { ...exampleFiles, ...withSecondTopic({ limits: [limit] }) };
const { base } = readBase(new Map(Object.entries(files)));
const figures = statistics(compileCatalog(base));

test('the whole, each service, then each exam domain', () => {
  expect(figures.map(({ part }) => part)).toEqual(['all', 'demo', 'DEMO-C01 1, All']);
});

test('everything is counted, and the longest unchecked fact is found', () => {
  expect(figures[0]).toEqual({
    part: 'all',
    services: 1,
    topics: 2,
    notes: 2,
    limits: 2,
    questions: 2,
    comparisons: 0,
    formerly: 1,
    quotas: 1,
    sourced: 1,
    oldest: '2026-01-02',
  });
  expect(figures[1]).toEqual({ ...figures[0], part: 'demo' });
});

test('a domain counts the topics that name it', () => {
  expect(figures[2]).toMatchObject({ topics: 1, notes: 1, limits: 1, quotas: 0, oldest: '2026-11-21' });
});

test('a base without a fact has nothing unsourced', () => {
  expect(statistics([])).toEqual([
    expect.objectContaining({ part: 'all', topics: 0, sourced: 1, oldest: null }),
  ]);
});
