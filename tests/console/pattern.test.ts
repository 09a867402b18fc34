import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConsoleUrl } from '../../src/console/console-url.ts';
import { overlaps, parsePattern, specificity } from '../../src/console/pattern.ts';
import { arrangeRoutes } from '../../src/console/find-page.ts';
import { matchesPattern } from './matches-pattern.ts';

const url = (rest: string) =>
  parseConsoleUrl(`https://console.aws.amazon.com${rest}`) ?? expect.unreachable(rest);

describe('matching', () => {
  test.each([
    ['/lambda/**', '/lambda/home#/functions', true],
    ['/lambda/**', '/lambda', true],
    ['/lambda/**', '/lambdas/home', false],
    ['/lambda/home#/functions', '/lambda/home#/functions', true],
    ['/lambda/home#/functions', '/lambda/home#/functions/x', false],
    ['/lambda/home#/functions/*', '/lambda/home#/functions/x?tab=code', true],
    ['/lambda/home#/functions/*?tab=code', '/lambda/home#/functions/x?tab=code', true],
    ['/lambda/home#/functions/*?tab=code', '/lambda/home#/functions/x', false],
    ['/lambda/home#/functions/*?tab=*', '/lambda/home#/functions/x?tab=anything', true],
    ['/lambda/home#/functions/*?tab=*', '/lambda/home#/functions/x', false],
    ['/ec2/home#Volume*', '/ec2/home#VolumeDetails:volumeId=vol-1', true],
    ['/ec2/home#Volume*', '/ec2/home#Instances:', false],
    ['/ec2/home#Volume*/**', '/ec2/home#Volumes:', true],
    ['/s3/buckets/*', '/s3/buckets/lambda-logs?tab=objects', true],
    ['/elasticache/home#', '/elasticache/home#', true],
    ['/elasticache/home#', '/elasticache/home#/redis', false],
  ])('%s on %s: %s', (pattern, rest, expected) => {
    const route = { pattern: parsePattern(pattern), service: 'any', page: null, topics: [] };
    expect(arrangeRoutes({ oldPaths: [], routes: [route] }).fitting(url(rest)).length > 0).toBe(expected);
  });

  test('** anywhere but at the end is refused with the pattern’s name', () => {
    expect(() => parsePattern('/a/**/b')).toThrow('/a/**/b: ** may only stand at the end');
  });
});

describe('specificity', () => {
  test.each([
    ['/lambda/home#/functions/*?tab=code', '/lambda/home#/functions/*'],
    ['/lambda/home#/functions/*', '/lambda/home#/functions/**'],
    ['/lambda/home#/functions/*', '/lambda/**'],
    ['/ec2/home#Volumes', '/ec2/home#Volume*'],
    ['/ec2/home#Volume*', '/ec2/home#*'],
    ['/lambda/home#', '/lambda/home'],
  ])('%s is more exact than %s', (exact, wide) => {
    expect(specificity(parsePattern(exact))).toBeGreaterThan(specificity(parsePattern(wide)));
  });
});

describe('overlap', () => {
  test.each([
    ['/a/*#/x', '/a/b#/x', true],
    ['/a/b#/x', '/a/c#/x', false],
    ['/a/b#/x?tab=1', '/a/b#/x?tab=2', false],
    ['/a/b#/x?tab=1', '/a/b#/x?sub=2', true],
    ['/a/**', '/a/b/c', true],
    ['/a/b', '/a/b/**', true],
    ['/a/Vol*', '/a/Volume*', true],
    ['/a/Vol*', '/a/Snap*', false],
    ['own.example.com/a/**', '/a/**', false],
    ['own.example.com/a/**', 'own.example.com/a/b', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlaps(parsePattern(a), parsePattern(b))).toBe(expected);
    expect(overlaps(parsePattern(b), parsePattern(a))).toBe(expected);
  });

  test('two patterns that match one address always overlap', () => {
    const segment = fc.constantFrom('a', 'ab', 'b', '*', 'a*');
    const pattern = fc
      .tuple(fc.array(segment, { maxLength: 3 }), fc.boolean())
      .map(([parts, open]) => `/${[...parts, ...(open ? ['**'] : [])].join('/')}`);
    const path = fc.array(fc.constantFrom('a', 'ab', 'b', 'c'), { maxLength: 3 });
    fc.assert(
      fc.property(pattern, pattern, path, (first, second, segments) => {
        const address = { host: null, path: segments, hash: [], params: {} };
        const [a, b] = [parsePattern(first), parsePattern(second)];
        fc.pre(matchesPattern(a, address) && matchesPattern(b, address));
        expect(overlaps(a, b)).toBe(true);
      }),
    );
  });
});
