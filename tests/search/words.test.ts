import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stem, wordsOf } from '../../src/search/words.ts';

const tokens = (text: string) => wordsOf(text).map((word) => word.tokens.join('|'));

describe('words', () => {
  test.each([
    ['DynamoDB tables', ['dynamo|dynamodb', 'db', 'tabl']],
    ['CAPABILITY_NAMED_IAM', ['capability', 'named', 'iam']],
    ['s3:GetObject', ['s3', 'get', 'object|getobject']],
    ['Route53 and Route 53', ['rout|route53', '53', 'and', 'rout', '53']],
    ['two VPCs', ['two', 'vpc']],
    ['dead-letter queue', ['dead|deadletter', 'letter', 'queu']],
    ['Lambda@Edge', ['lambda|lambdaedge', 'edge']],
    ['gp3 t3.micro', ['gp3', 't3', 'micro']],
    ['10,240', ['10240']],
    ['10k', ['10000']],
    ['6:1', ['6:1']],
    ['Größe', ['größ']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('one quantity, however it is written', () => {
  test.each([
    [['15 min', '15 minutes', '900 s', '900s', '900 seconds', '15-minute', '0.25 h'], '#900s'],
    [['256 KB', '256kb', '256 KiB', '262144 bytes'], '#262144b'],
    [['10 GB', '10240 MB', '10,240 MiB'], '#10737400000b'],
    [['14 days', '2 weeks'], '#1209600s'],
    [['1 year', '365 days'], '#31536000s'],
  ])('%j', (forms, quantity) => {
    for (const form of forms) expect(tokens(form)[0]?.split('|')).toContain(quantity);
  });
  test('a number without a unit is none', () => {
    expect(tokens('900 items')).toEqual(['900', 'item']);
  });
});

describe('stems', () => {
  test.each([
    ['queues', 'queue'],
    ['policies', 'policy'],
    ['caching', 'cache'],
    ['replicated', 'replicates'],
    ['replication', 'replicates'],
    ['throttled', 'throttling'],
    ['batches', 'batch'],
    ['encryption', 'encrypt'],
    ['retries', 'retry'],
    ['aliases', 'alias'],
    ['replicas', 'replica'],
  ])('%s and %s are one', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });
  test.each(['sns', 'aws', 'alias', 's3', 'dns', 'bus', 'class', 'status'])('%s is left as it is', (word) => {
    expect(stem(word)).toBe(word);
  });
});

test('places never overlap, and lie within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let from = 0;
      for (const { start, end } of wordsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        from = end;
      }
    }),
  );
});
