import { describe, expect, test } from 'vitest';
import { reviewChannel, type ReviewRequests } from '../../src/platform/review-requests.ts';
import { everywhere } from '../../src/platform/review-results.ts';

const act = {
  id: '0b6e',
  card: 'lambda/timeout#value',
  revision: '',
  act: { kind: 'grade', grade: 3 },
  version: 0,
  took: 0,
  where: everywhere,
};
const page = { ...everywhere, topic: 'lambda/concurrency', service: 'lambda', first: 'lambda/timeout#value' };
const without = (record: object, field: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));

const table: Record<keyof ReviewRequests, { accepted: unknown[]; refused: unknown[] }> = {
  count: {
    accepted: ['lambda/concurrency'],
    refused: [undefined, null, '', 7, {}, ['lambda/concurrency']],
  },
  session: {
    accepted: [
      everywhere,
      page,
      { ...page, scope: { kind: 'topic', topic: 'lambda/concurrency' } },
      { ...page, scope: { kind: 'service', service: 'lambda' } },
      { ...page, scope: { kind: 'domain', exam: 'DVA-C02/1' } },
    ],
    refused: [
      undefined,
      null,
      {},
      [],
      'all',
      ...Object.keys(everywhere).map((field) => without(everywhere, field)),
      { ...page, scope: { kind: 'topic' } },
      { ...page, scope: { kind: 'topic', service: 'lambda' } },
      { ...page, scope: { kind: 'everything' } },
      { ...page, scope: { kind: 'toString' } },
      { ...page, scope: { kind: '__proto__' } },
      { ...page, scope: { kind: ['all'] } },
      { ...page, scope: 'all' },
      { ...page, continueAnyway: 1 },
      { ...page, topic: 7 },
      { ...page, first: false },
    ],
  },
  act: {
    accepted: [
      act,
      { ...act, act: { kind: 'bury' }, version: 12, took: 3000.5 },
      { ...act, act: { kind: 'reset' } },
    ],
    refused: [
      undefined,
      ...Object.keys(act).map((field) => without(act, field)),
      { ...act, id: '' },
      { ...act, card: '' },
      { ...act, act: { kind: 'grade' } },
      { ...act, act: { kind: 'grade', grade: 5 } },
      { ...act, act: { kind: 'grade', grade: '3' } },
      { ...act, act: { kind: 'bury', grade: 3 } },
      { ...act, act: { kind: 'forget' } },
      { ...act, version: -1 },
      { ...act, version: 0.5 },
      { ...act, version: '0' },
      { ...act, took: -1 },
      { ...act, took: NaN },
      { ...act, took: '1' },
      { ...act, where: { ...everywhere, scope: null } },
    ],
  },
  undo: { accepted: [everywhere, page], refused: [undefined, {}, { ...page, scope: undefined }] },
  'choose-sets': {
    accepted: [
      { sets: [], on: true },
      { sets: ['lambda', 'lambda/concurrency'], on: false },
    ],
    refused: [
      { sets: 'lambda', on: true },
      { sets: ['lambda', ''], on: true },
      { sets: ['lambda', 1], on: true },
      { sets: ['lambda'] },
      { sets: ['lambda'], on: 'yes' },
    ],
  },
  'choose-fact': {
    accepted: [{ fact: 'lambda/timeout', topic: 'lambda/concurrency', service: 'lambda', on: true }],
    refused: [
      { fact: '', topic: 'lambda/concurrency', service: 'lambda', on: true },
      { fact: 'lambda/timeout', topic: 'lambda/concurrency', on: true },
      { fact: 'lambda/timeout', topic: 'lambda/concurrency', service: 'lambda' },
    ],
  },
  'change-settings': {
    accepted: [{}, { perDay: 0 }, { retention: 0.7, dayStartsAt: 23 }, { exam: { code: 'X', day: null } }],
    refused: [
      undefined,
      [],
      { perDay: -1 },
      { retention: 1 },
      { dayStartsAt: 24 },
      { restDays: [7] },
      { exam: { day: null } },
      { colour: 'blue' },
      { version: 2 },
      { perDay: undefined },
    ],
  },
  overview: { accepted: [undefined, null], refused: [0, {}, ''] },
  export: { accepted: [0, 4_000_000], refused: [undefined, -1, 0.5, '0', NaN, Infinity] },
  'import-part': {
    accepted: [{ from: 0, text: '' }],
    refused: [undefined, { from: 0 }, { text: '' }, { from: -1, text: '' }, { from: 0, text: [] }],
  },
  'import-preview': { accepted: ['merge', 'replace'], refused: [undefined, 'both', ['merge']] },
  'import-confirm': { accepted: ['merge', 'replace'], refused: [undefined, 'both', ['merge']] },
  'anki-export': { accepted: [undefined, null], refused: [0, {}, ''] },
  'anki-import': { accepted: ['', '#separator:tab'], refused: [undefined, null, 3, {}] },
  backups: { accepted: [undefined, null], refused: [0, {}, ''] },
  restore: { accepted: [1_795_000_000_000], refused: [undefined, 'now', -1] },
  'delete-all': { accepted: [undefined, null], refused: [true, {}] },
};

describe.each(Object.keys(reviewChannel.accepts) as (keyof ReviewRequests)[])('%s', (name) => {
  const accepts = reviewChannel.accepts[name];
  test.each(table[name].accepted)('accepts %j', (payload) => {
    expect(accepts(payload)).toBe(true);
  });
  test.each(table[name].refused.map((payload) => ({ payload })))('refuses $payload', ({ payload }) => {
    expect(accepts(payload)).not.toBe(true);
  });
});
