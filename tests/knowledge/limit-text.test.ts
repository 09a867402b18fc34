import { describe, expect, test } from 'vitest';
import type { Limit } from '../../src/knowledge/catalog.ts';
import {
  dayText,
  defaultText,
  formerlyText,
  monthText,
  scopeText,
  valueText,
} from '../../src/knowledge/limit-text.ts';
import { limitCopyText, limitText, noteText, plainLine } from '../../src/knowledge/plain-text.ts';

const limit = (fields: Partial<Limit>): Limit => ({
  id: 'demo/size',
  name: 'Size',
  scope: 'resource',
  of: 'thing',
  adjustable: 'no',
  sources: [{ title: 'Guide', url: 'https://docs.aws.amazon.com/demo/latest/dg/a.html' }],
  verified: '2026-11-21',
  ...fields,
});

test('a price is no limit', () => {
  expect(limitText(limit({ value: 0.4, unit: 'USD per month' }))).toContain(
    '0.4 USD per month, per thing, price',
  );
  expect(limitText(limit({ value: 4 }))).toContain('hard limit');
});

describe('values', () => {
  test.each([
    [{ value: 1000 }, '1,000'],
    [{ value: 1, unit: 'MiB' }, '1 MiB'],
    [{ value: 'unlimited' }, 'unlimited'],
    [{ minimum: 128, maximum: 10240, unit: 'MB' }, '128–10,240 MB'],
    [{ maximum: 900, unit: 'seconds' }, '900 seconds'],
    [{ minimum: 60, unit: 'seconds' }, 'at least 60 seconds'],
    [{ minimum: 0, maximum: 20, unit: 'seconds' }, '0–20 seconds'],
    [{ value: 0.5, unit: 'RCU' }, '0.5 RCU'],
    [{ value: 1, unit: 'minutes' }, '1 minute'],
    [{ value: 1, unit: 'requests per second' }, '1 request per second'],
    [{ value: 1, unit: 'class' }, '1 class'],
    [{ value: 99.9, unit: '%' }, '99.9%'],
    [{ value: 20, unit: '% of the capacity' }, '20% of the capacity'],
    [{ minimum: 1, unit: 'hours' }, 'at least 1 hour'],
    [{ minimum: 1, maximum: 5, unit: 'days' }, '1–5 days'],
  ])('%j reads %s', (fields, text) => {
    expect(valueText(limit(fields))).toBe(text);
  });
  test('thousands are separated as the locale does it', () => {
    expect(valueText(limit({ value: 10240 }), 'de-DE')).toBe('10.240');
  });
  test.each([
    [{ maximum: 10240, default: 512, unit: 'MB' }, 'default 512 MB'],
    [{ value: 1, default: 'off' }, 'default off'],
    [{ value: 1 }, null],
  ])('%j has the default %s', (fields, text) => {
    expect(defaultText(limit(fields))).toBe(text);
  });
});

test.each([
  [{ scope: 'account-and-region', of: undefined }, 'per account and Region'],
  [{ scope: 'resource', of: 'function' }, 'per function'],
  [{ scope: 'request', of: 'PutItem request' }, 'per PutItem request'],
  [{ scope: 'zone', of: undefined }, 'per Availability Zone'],
] as const)('%j counts %s', (fields, text) => {
  expect(scopeText({ scope: fields.scope, ...(fields.of && { of: fields.of }) })).toBe(text);
});

test('dates are written for people', () => {
  expect(monthText('2025-08')).toBe('Aug 2025');
  expect(monthText('2025')).toBe('2025');
  expect(dayText('2026-11-21')).toBe('21 Nov 2026');
  expect(formerlyText({ said: '256 KB', until: '2025-08' }, '1 MiB')).toBe(
    'Exam material may say 256 KB, until Aug 2025. Documented today: 1 MiB.',
  );
});

test('inline Markdown is taken out of plain text, code keeps its signs', () => {
  expect(plainLine('**Reserved** keeps *some* of `a*b*`')).toBe('Reserved keeps some of a*b*');
});

test('plain text holds the value, the older value and the quota code', () => {
  const text = limitText(
    limit({
      value: 1,
      unit: 'MiB',
      formerly: { said: '256 KB', now: '' },
      quota: { service: 'demo', code: 'L-0123ABCD' },
    }),
  );
  expect(text).toBe(
    '1 MiB, per thing, hard limit\nExam material may say 256 KB. Documented today: 1 MiB.\nService Quotas code L-0123ABCD',
  );
});

test('a copied limit says value, scope, kind, older value, source and date', () => {
  const text = limitCopyText(
    limit({ name: 'Event size', value: 1, unit: 'MB', formerly: { said: '256 KB', now: '' } }),
    { name: 'AWS Demo' },
  );
  expect(text).toBe(
    'Event size (AWS Demo): 1 MB per thing, hard limit. Formerly 256 KB. https://docs.aws.amazon.com/demo/latest/dg/a.html checked 2026-11-21',
  );
});

test('a note’s plain text holds everything it says', () => {
  const { sources, verified } = limit({});
  const text = noteText({
    id: 'demo/n',
    kind: 'comparison',
    title: 'A or B',
    points: ['**A** first.'],
    table: { columns: ['', 'A'], rows: [['Size', '1']] },
    code: 'aws demo',
    trap: 'Not `C`.',
    question: 'Which?',
    answer: 'A.',
    formerly: { said: 'B', now: 'A', until: '2024' },
    sources,
    verified,
  });
  expect(text.split('\n')).toEqual([
    'A first.',
    ' | A',
    'Size | 1',
    'Exam trap: Not C.',
    'Exam material may say B, until 2024. Documented today: A.',
    'Which?',
    'A.',
    'aws demo',
  ]);
});
