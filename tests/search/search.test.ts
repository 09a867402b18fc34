import { describe, expect, test } from 'vitest';
import type { SearchEntry } from '../../src/search/entries.ts';
import { highlight } from '../../src/search/highlight.ts';
import { createSearch } from '../../src/search/search.ts';

const entry = (id: string, title: string, text: string, keywords: string[] = []): SearchEntry => {
  const [service = ''] = id.split('/');
  return {
    id,
    kind: 'concept',
    service,
    topic: `${service}/topic`,
    title,
    line: text,
    text,
    names: [service],
    keywords,
  };
};

const search = createSearch([
  entry(
    'lambda/timeout',
    'A function stops at its timeout',
    'The longest timeout is 900 seconds, 15 minutes.',
    ['duration'],
  ),
  entry(
    'sqs/visibility',
    'Visibility timeout hides a message',
    'Others do not see a received message for 30 seconds.',
  ),
  entry(
    'sqs/dead-letters',
    'Dead-letter queue collects failures',
    'After maxReceiveCount receives a message moves.',
    ['dlq', 'redrive'],
  ),
  entry('s3/presigned', 'Presigned URL lends access', 'Whoever has the URL acts as its signer.'),
  entry(
    'dynamodb/throughput',
    'Throttling has a name',
    'ProvisionedThroughputExceededException means a key is hot.',
  ),
]);
const first = (query: string, service?: string) => search(query, service ? { service } : {})[0]?.id;

test.each([
  ['visibility timeout', 'sqs/visibility'],
  ['timeout visibility', 'sqs/visibility'],
  ['lambda timeout', 'lambda/timeout'],
  ['dlq', 'sqs/dead-letters'],
  ['dead leter queue', 'sqs/dead-letters'],
  ['presinged url', 's3/presigned'],
  ['presi', 's3/presigned'],
  ['ProvisionedThroughputExceededException', 'dynamodb/throughput'],
  ['how long can a function run until its timeout?', 'lambda/timeout'],
])('%s finds %s', (query, id) => {
  expect(first(query)).toBe(id);
});

test('the open service wins among near equals', () => {
  expect(first('timeout', 'sqs')).toBe('sqs/visibility');
  expect(first('timeout', 'lambda')).toBe('lambda/timeout');
});

test.each(['', '   ', '?'])('"%s" finds nothing', (query) => {
  expect(search(query)).toEqual([]);
});

test('a query of filler words is still searched', () => {
  expect(() => search('what is it')).not.toThrow();
});

test.each(['"', "'; DROP", '(', '[a-', '\\', '=exact !not ^start'])(
  'odd signs %s do not break it',
  (query) => {
    expect(() => search(query)).not.toThrow();
  },
);

test('scores lie between 0 and 1, best first, no more than asked for', () => {
  const hits = search('timeout message', { limit: 2 });
  expect(hits).toHaveLength(2);
  expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 1);
  for (const { score } of hits) expect(score).toBeGreaterThanOrEqual(0);
});

describe('highlight', () => {
  test.each([
    ['Message size', 'mess', ['*Mess', 'age size']],
    ['Message size', 'size message', ['*Message', ' ', '*size']],
    ['Dead-letter queue', 'letter', ['Dead-', '*letter', ' queue']],
    ['Resize', 'size', ['Resize']],
    ['Costs (per GB)', '(per', ['Costs (', '*per', ' GB)']],
    ['Anything', '', ['Anything']],
  ])('%s for %s', (text, query, pieces) => {
    expect(highlight(text, query).map((piece) => (piece.isMatch ? '*' : '') + piece.text)).toEqual(pieces);
  });
});
