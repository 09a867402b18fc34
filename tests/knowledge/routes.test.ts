import { expect, test } from 'vitest';
import { type CompactRoutes, knownAt, unfoldRoutes } from '../../src/knowledge/routes.ts';
import { pageAt } from '../../src/knowledge/page-at.ts';
import { pageReport } from '../../src/knowledge/page-report.ts';

const compact: CompactRoutes = {
  oldPaths: [],
  routes: {
    '': [
      ['own.example.com/start/**', 'demo', ''],
      ['/*/demo-settings', 'demo', 'settings'],
    ],
    demo: [
      ['/demo/**', 'demo', ''],
      ['/demo/home#/things', 'demo', 'things', 'list', 'other'],
      ['/demo/theirs/**', '', ''],
    ],
    empty: [['/empty/**', 'empty', '']],
  },
  withNotes: ['demo'],
  topics: { 'demo/list': ['Things', 4, 2] },
};
const routes = unfoldRoutes(compact);
const at = (path: string) => `https://console.aws.amazon.com${path}`;

test.each([
  [at('/demo/home#/things'), { topic: 'Things', notes: 4, limits: 2 }],
  [at('/demo/home#/elsewhere'), null],
  [at('/empty/home'), null],
  [at('/nobody/home'), null],
  ['https://example.com/demo/home#/things', null],
])('%s: %j', (href, known) => {
  expect(knownAt(href, routes, compact.topics)).toEqual(known);
});

test.each([
  [at('/demo/home#/things'), 'page', 'demo'],
  [at('/demo/home#/elsewhere'), 'page', 'demo'],
  [at('/empty/home'), 'console', 'empty'],
  [at('/nobody/home'), 'console', undefined],
  [at('/demo/theirs/home'), 'console', undefined],
  [at('/any/demo-settings'), 'page', 'demo'],
  [at('/'), 'console', undefined],
  [at('/constructor/home'), 'console', undefined],
  ['https://example.com/', 'outside', undefined],
  ['https://eu-west-1.own.example.com/start/here', 'page', 'demo'],
  ['https://own.example.com/status', 'outside', undefined],
])('%s is %s', (href, place, service) => {
  const found = pageAt(href, routes, (id) => id === 'demo');
  expect([found.place, found.page?.service]).toEqual([place, service]);
});

test.each([
  ['/demo/home#/elsewhere/mine', 'Console page: /demo/home#/elsewhere/*\nPartition: aws\nTaken for: demo'],
  ['/demo/home#/things', 'Console page: /demo/home#/things\nPartition: aws\nTaken for: demo, things'],
  ['/other/home?name=mine', 'Console page: /other/home?name=*\nPartition: aws\nTaken for: no service'],
])('the report on %s names nothing of the account', (rest, report) => {
  const found = pageAt(
    `https://111122223333-k3xq7a2b.us-east-1.console.aws.amazon.com${rest}`,
    routes,
    () => true,
  );
  if (found.place === 'outside') expect.unreachable(rest);
  expect(pageReport(found, compact)).toBe(report);
});
