import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConsoleUrl } from '../../src/console/console-url.ts';
import { arrangeRoutes, findPage, type Route, type RouteTable } from '../../src/console/find-page.ts';
import { parsePattern, specificity } from '../../src/console/pattern.ts';
import { matchesPattern } from './matches-pattern.ts';

const route = (
  pattern: string,
  service: string | null,
  page: string | null = null,
  ...topics: string[]
): Route => ({
  pattern: parsePattern(pattern),
  service,
  page,
  topics,
});

const table: RouteTable = {
  oldPaths: [
    [
      ['machines', 'v2', 'home'],
      ['machines', 'home'],
    ],
    [['machines', 'v2'], ['machines']],
  ],
  routes: [
    route('/machines/**', 'machines'),
    route('/machines/home#Machines', 'machines', 'machines', 'list'),
    route('/machines/home#Disk*/**', 'disks'),
    route('/machines/home#Disks', 'disks', 'disks', 'disks', 'sizes'),
    route('/machines/home#Machine*/**?tab=cost', 'machines', 'cost', 'cost', 'list'),
    route('/machines/home#Machine*/**', 'machines', 'machine', 'details'),
  ],
};

const find = (rest: string, written = table) => {
  const routes = arrangeRoutes(written);
  const url = parseConsoleUrl(`https://console.aws.amazon.com${rest}`, routes.hosts);
  return url && findPage(url, routes);
};

test.each([
  ['/machines/home#Machines:', 'machines', 'machines', ['list', 'details']],
  ['/machines/v2/home#Machines:', 'machines', 'machines', ['list', 'details']],
  ['/machines/v2/other', 'machines', null, []],
  ['/machines/home#Disks:', 'disks', 'disks', ['disks', 'sizes']],
  ['/machines/home#DiskDetails:id=1', 'disks', null, []],
  ['/machines/home#MachineDetails:tab=cost', 'machines', 'cost', ['cost', 'list', 'details']],
  ['/machines/home#Unheard', 'machines', null, []],
])('%s is %s, page %s', (rest, service, page, topics) => {
  expect(find(rest)).toEqual({ service, page, topics });
});

test('a pattern of nobody takes its addresses from a wider one', () => {
  const routes = [...table.routes, route('/machines/walls/**', null)];
  expect(find('/machines/walls/home', { ...table, routes })).toBeNull();
  expect(find('/machines/halls/home', { ...table, routes })).toMatchObject({ service: 'machines' });
});

test('a console on a host of its own is known by host and path together', () => {
  const routes = arrangeRoutes({
    oldPaths: [],
    routes: [route('charts.example.com/sn/**', 'charts'), route('/sn/**', 'others')],
  });
  const at = (href: string) => {
    const url = parseConsoleUrl(href, routes.hosts);
    return url && findPage(url, routes)?.service;
  };
  expect(at('https://us-east-1.charts.example.com/sn/start')).toBe('charts');
  expect(at('https://charts.example.com/sn/start')).toBe('charts');
  expect(at('https://console.aws.amazon.com/sn/start')).toBe('others');
  expect(at('https://charts.example.com/other')).toBeUndefined();
  expect(at('https://badcharts.example.com/sn/start')).toBeNull();
  expect(at('https://charts.example.com.evil.example/sn/start')).toBeNull();
});

describe('against patterns tried one by one', () => {
  const segment = fc.constantFrom('a', 'ab', 'abc', 'b', '*', 'a*', 'ab*');
  const part = fc
    .tuple(fc.array(segment, { maxLength: 3 }), fc.boolean())
    .map(([parts, open]) => [...parts, ...(open ? ['**'] : [])]);
  const pattern = fc
    .tuple(part, fc.option(part), fc.subarray(['x=1', 'y=2', 'x=*']))
    .map(
      ([path, hash, params]) =>
        `/${path.join('/')}${hash ? `#${hash.join('/')}` : ''}${params.length ? `?${params.join('&')}` : ''}`,
    );
  const address = fc.record({
    path: fc.array(fc.constantFrom('a', 'ab', 'abc', 'c'), { maxLength: 4 }),
    hash: fc.array(fc.constantFrom('a', 'ab', 'abc', 'c'), { maxLength: 4 }),
    params: fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2')),
  });

  test('the same routes fit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { maxLength: 12 }), address, (patterns, given) => {
        const url = { partition: 'aws', region: null, session: null, host: null, ...given } as const;
        const routes = patterns.map((text) => route(text, text));
        const expected = routes.filter((one) => matchesPattern(one.pattern, url));
        const found = arrangeRoutes({ oldPaths: [], routes }).fitting(url);
        expect(new Set(found)).toEqual(new Set(expected));
        const ranks = found.map((one) => specificity(one.pattern));
        expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      }),
      { numRuns: 500 },
    );
  });
});

test('an address that no pattern fits is nobody’s', () => {
  expect(find('/elsewhere/home#Machines:')).toBeNull();
});

test('the order of patterns never matters', () => {
  const turned = { ...table, routes: table.routes.toReversed() };
  for (const rest of [
    '/machines/home#Machines:',
    '/machines/home#Disks:',
    '/machines/home#MachineDetails:tab=cost',
  ]) {
    expect(find(rest, turned)).toEqual(find(rest));
  }
});
