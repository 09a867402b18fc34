import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex, type Synonyms } from '../../src/search/build-index.ts';
import type { SearchEntry } from '../../src/search/entries.ts';
import { createFuzzy } from '../../src/search/fuzzy.ts';
import { createSearch } from '../../src/search/search.ts';

const entry = (
  id: string,
  kind: SearchEntry['kind'],
  title: string,
  text: string,
  keywords: string[] = [],
): SearchEntry => {
  const [service = ''] = id.split('/');
  return {
    id,
    kind,
    service,
    topic: `${service}/topic`,
    topicTitle: 'Topic',
    exams: [],
    title,
    line: text,
    text,
    keywords,
  };
};

const entries = [
  entry(
    'functions/timeout',
    'limit',
    'Timeout',
    'At most 900 s = 15 minutes for one run, default 3 s, per function.',
    ['duration'],
  ),
  entry(
    'functions/timeout-stops',
    'concept',
    'A function stops at its timeout',
    'Whatever it does, the work is lost.',
  ),
  entry(
    'queues/visibility',
    'concept',
    'Visibility timeout hides a message',
    'Others do not see a received message for 30 seconds.',
  ),
  entry(
    'queues/dead-letters',
    'concept',
    'A dead-letter queue collects failures',
    'After maxReceiveCount receives a message moves.',
    ['redrive'],
  ),
  entry('queues/fifo-or-standard', 'comparison', 'FIFO or standard queue?', 'Order against throughput.'),
  entry(
    'queues/fifo',
    'concept',
    'A FIFO queue keeps the order',
    'Within a message group. A standard queue does not.',
  ),
  entry(
    'objects/presigned',
    'concept',
    'A presigned URL lends access',
    'Whoever has the URL acts as its signer.',
  ),
  entry(
    'objects/replicas',
    'concept',
    'Replication copies objects',
    'To a bucket in another Region. Replicas keep tags.',
  ),
  entry(
    'tables/throughput',
    'error',
    'ProvisionedThroughputExceededException',
    'A key is hot: more is asked than was provisioned.',
  ),
  entry(
    'functions/edge',
    'concept',
    'Functions@Edge runs near the viewer',
    'In the places of the network, without extensions.',
  ),
  entry('tables/item-size', 'limit', 'Item size', 'At most 400 KB per item.'),
];
const synonyms: Synonyms = {
  same: [
    ['dlq', 'dead letter queue'],
    ['vs', 'versus'],
  ],
  related: { 'how long': ['timeout', 'duration'], 'temporary link': ['presigned'], 'keep rows': ['tdb'] },
  services: [
    { id: 'functions', names: ['AWS Functions', 'fn'], aliases: ['serverless'] },
    { id: 'queues', names: ['Simple Queues', 'sq'], aliases: [] },
    { id: 'objects', names: ['Object Store', 'Route 9'], aliases: ['bucket'] },
    { id: 'tables', names: ['Table Store', 'TableStore', 'tdb'], aliases: [] },
  ],
};
const stored = JSON.parse(JSON.stringify(buildIndex(entries, synonyms)));
const search = createSearch(stored, entries);
const first = (query: string, service?: string) => search(query, { service: service ?? null }).hits[0]?.id;

describe('finds first', () => {
  test.each([
    ['words in any order', 'timeout visibility', 'queues/visibility'],
    ['a service’s name as filter', 'sq timeout', 'queues/visibility'],
    ['an abbreviation of the field', 'dlq', 'queues/dead-letters'],
    ['the long form of it', 'dead letter queue', 'queues/dead-letters'],
    ['an abbreviation of a service', 'tdb size', 'tables/item-size'],
    ['a name of two words', 'route 9 presigned', 'objects/presigned'],
    ['a name in CamelCase, typed in small letters', 'tablestore size', 'tables/item-size'],
    ['a half-typed last word', 'presi', 'objects/presigned'],
    ['a word typed past its stem', 'replicatio', 'objects/replicas'],
    ['a typing error', 'presinged url', 'objects/presigned'],
    ['two typing errors', 'visbility timout', 'queues/visibility'],
    ['an error name', 'ProvisionedThroughputExceededException', 'tables/throughput'],
    ['a part of an error name', 'throughput exceeded', 'tables/throughput'],
    ['an error name in small letters', 'provisionedthroughputexceeded', 'tables/throughput'],
    ['a natural question', 'how long can a function run?', 'functions/timeout'],
    ['everyday words for a service', 'keep my rows', 'tables/throughput'],
    ['everyday words with others between them', 'temporary download link', 'objects/presigned'],
    [
      'words that only ask beside what is asked',
      'what happens to replicas and always needs a region',
      'objects/replicas',
    ],
    ['a mistyped ending', 'extention', 'functions/edge'],
    ['a value in another unit', '15 min', 'functions/timeout'],
    ['a value without a space', '900s', 'functions/timeout'],
    ['a size in small letters', '400kb', 'tables/item-size'],
    ['the comparison of two things', 'fifo vs standard', 'queues/fifo-or-standard'],
    ['the limit where a maximum is asked for', 'function timeout maximum', 'functions/timeout'],
    ['words written apart', 'time out visibility', 'queues/visibility'],
  ])('%s: %s', (_, query, id) => {
    expect(first(query)).toBe(id);
  });
});

describe('the open page', () => {
  test('lifts what belongs to it among near equals', () => {
    expect(first('timeout', 'queues')).toBe('queues/visibility');
    expect(first('timeout', 'functions')).toMatch(/^functions/);
  });
  test('never buries an exact hit elsewhere', () => {
    for (const { service } of entries) expect(first('visibility timeout', service)).toBe('queues/visibility');
  });
});

describe('corrections', () => {
  test('are told, and can be refused', () => {
    expect(search('presinged url').corrected).toBe('presigned url');
    expect(search('presigned url').corrected).toBeNull();
    expect(search('presinged', { isExact: true }).hits).toEqual([]);
  });
  test('take letters that changed places for one mistake', () => {
    expect(createFuzzy(['corpus', 'group', 'gropes'])('gorup')).toEqual([{ word: 'group', distance: 1 }]);
  });
  test('are not made for short words and nonsense', () => {
    expect(search('xqz').hits).toEqual([]);
    expect(search('qqqqqqqqqqqqq').hits).toEqual([]);
  });
});

test.each(['', '   ', '?', '…', '🙂', '‏'])('"%s" finds nothing', (query) => {
  expect(search(query).hits).toEqual([]);
});

test('a query of filler words is still searched', () => {
  expect(search('whatever it does').hits[0]?.id).toBe('functions/timeout-stops');
  expect(() => search('what is it')).not.toThrow();
});

test('no input breaks it', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('(', '[a-', '\\', '.*', '__proto__', 'constructor', 'עברית', 'مرحبا', '🙂'.repeat(50)),
    fc.string({ maxLength: 200 }).map((text) => text.repeat(100).slice(0, 10_000)),
  );
  fc.assert(
    fc.property(wild, (query) => {
      const { hits, scores, marker } = search(query);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every(Number.isFinite)).toBe(true);
      for (const { title } of hits)
        expect(
          marker
            .pieces(title)
            .map(({ text }) => text)
            .join(''),
        ).toBe(title);
    }),
  );
});

test('an index of other entries is refused', () => {
  expect(() => createSearch(stored, entries.slice(1))).toThrow(
    `not of these ${entries.length - 1}; build it again`,
  );
});

test('of many words that begin as typed, the most common are looked at', () => {
  const rare = Array.from({ length: 100 }, (_, at) =>
    entry('words/rare', 'concept', 'Rare', `cona${String.fromCharCode(97 + (at % 26), 97 + at / 26)}`),
  );
  const common = [1, 2].map((at) => entry(`words/control-${at}`, 'concept', 'Time control', 'Controlled.'));
  const some = [...rare, ...common];
  const searchSome = createSearch(buildIndex(some, { same: [], related: {}, services: [] }), some);
  expect(searchSome('con', { limit: some.length }).hits).toContain(common[0]);
});

describe('shows why', () => {
  const marked = (query: string, text: string) =>
    search(query)
      .marker.pieces(text)
      .map((piece) => (piece.isMatch ? `*${piece.text}*` : piece.text))
      .join('');
  test.each([
    ['mess', 'Message size', '*Message* size'],
    ['queue dead', 'A dead-letter queue collects', 'A *dead*-letter *queue* collects'],
    ['presinged', 'A presigned URL', 'A *presigned* URL'],
    ['dlq', 'A dead-letter queue', 'A *dead*-*letter* *queue*'],
    ['900s', 'At most 900 s', 'At most *900* s'],
    ['throughput', 'ProvisionedThroughputExceeded', 'Provisioned*Throughput*Exceeded'],
    ['of the', 'of the order', 'of the order'],
    ['(message', 'Anything', 'Anything'],
  ])('%s in %s', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });
  test('the line that has most of what was looked for', () => {
    const { marker } = search('function run');
    expect(marker.bestLine('First line.\nA function may run long.\nA function.')).toBe(
      'A function may run long.',
    );
    expect(marker.bestLine('First line.\nSecond line.')).toBe('First line.');
    expect(marker.bestLine('First line.\nMay a function run?')).toBe('First line.');
  });
});
