import { expect, test } from 'vitest';
import { parseConsoleUrl } from '../../src/console/console-url.ts';
import { findPage, type Route, type Routes } from '../../src/console/find-page.ts';
import { parsePattern } from '../../src/console/pattern.ts';

const route = (pattern: string, service: string, page: string | null = null, ...topics: string[]): Route => ({
  pattern: parsePattern(pattern),
  service,
  page,
  topics,
});

const table: Routes = {
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

const find = (rest: string, routes = table) => {
  const url = parseConsoleUrl(`https://console.aws.amazon.com${rest}`);
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
