import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../../knowledge/command.ts', import.meta.url));
const run = (args: string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', command, ...args],
    { encoding: 'utf8', input, maxBuffer: 64e6 },
  );
  return { lines: stdout.split('\n').filter(Boolean), stderr, status };
};
const json = (args: string[], input?: string) => run(args, input).lines.map((line) => JSON.parse(line));

const concurrency =
  'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/functions/f/edit/concurrency?tab=configure';

describe('at', () => {
  test('tells the page, its topics and the ids of its notes and limits', () => {
    const [page] = json(['at', concurrency]);
    expect(page).toMatchObject({
      url: concurrency,
      place: 'page',
      service: 'lambda',
      page: 'concurrency',
      region: 'us-east-1',
      partition: 'aws',
    });
    expect(page.topics[0]).toBe('concurrency');
    expect(page.notes).toContain('lambda/reserved-or-provisioned');
    expect(page.limits).toContain('lambda/concurrent-executions');
  });
  test('answers each line of standard input in order', () => {
    const answers = json(
      ['at', '-'],
      'https://console.aws.amazon.com/batch/home\n\nhttps://example.com/\nnonsense\n',
    );
    expect(answers.map(({ place, service }) => [place, service])).toEqual([
      ['console', null],
      ['outside', null],
      ['outside', null],
    ]);
  });
});

test('stats prints the whole base first, then its parts', () => {
  const [all, ...parts] = json(['stats']);
  expect(all).toMatchObject({ part: 'all', sourced: 1 });
  expect(all.notes).toBeGreaterThan(1000);
  expect(parts.map(({ part }) => part)).toEqual(expect.arrayContaining(['lambda', 'DVA-C02 1, Development']));
});

describe('search', () => {
  test('prints as many hits as asked for, best first, with their whole text', () => {
    const [{ query, hits }] = json(['search', 'reserved', 'concurrency', '--limit', '3']);
    expect(query).toBe('reserved concurrency');
    expect(hits).toHaveLength(3);
    expect(hits[0]).toMatchObject({
      service: 'lambda',
      topic: 'lambda/concurrency',
      kind: expect.any(String),
      title: expect.any(String),
      text: expect.any(String),
    });
    expect(hits[0].score).toBeGreaterThanOrEqual(hits[1].score);
  });
  test('reads a query a line', () => {
    expect(
      json(['search', '-', '--limit', '1'], 'cold start\nbucket policy\n').map(({ query }) => query),
    ).toEqual(['cold start', 'bucket policy']);
  });
  test('the open page’s service comes first among equals', () => {
    const first = (service: string) =>
      json(['search', 'encryption', '--service', service])[0].hits[0].service;
    expect([first('dynamodb'), first('sqs')]).toEqual(['dynamodb', 'sqs']);
  });
  test('the open page may be of a service without notes', () => {
    const [{ hits }] = json(['search', 'cold start', '--service', 'batch']);
    expect(hits.length).toBeGreaterThan(0);
  });
});

test('dump is one object with every record’s text, sources and date', () => {
  const [base] = json(['dump']);
  expect(Object.keys(base)).toEqual(['services', 'topics', 'notes', 'limits']);
  for (const record of [...base.notes, ...base.limits]) {
    expect(record.text, record.id).not.toBe('');
    expect(record.sources[0].url, record.id).toMatch(/^https:/);
    expect(record.verified, record.id).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
});

test('check is silent and ends well on a base without mistakes', () => {
  expect(run(['check'])).toMatchObject({ lines: [], status: 0 });
});

test.each([
  [[], 'Usage:'],
  [['look'], 'Usage:'],
  [['at'], 'at needs an address'],
  [['search'], 'search needs words'],
  [['search', 'x', '--limit', 'many'], '--limit many is not a number'],
  [['search', 'x', '--colour'], '--colour'],
])('a wrong call %j ends with code 2, says why, and prints nothing else', (args, message) => {
  const { lines, stderr, status } = run(args);
  expect(status).toBe(2);
  expect(lines).toEqual([]);
  expect(stderr).toContain(message);
});
