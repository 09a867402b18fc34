import { expect, test } from 'vitest';
import { parseConsoleUrl } from '../../src/console/console-url.ts';
import { pageShape } from '../../src/console/page-shape.ts';
import { parsePattern } from '../../src/console/pattern.ts';

const patterns = [
  '/machines/home#/machines/create',
  '/machines/home#/machines/*/disks',
  '/machines/home#/machines/*?tab=cost',
  'own.example.com/sn/**',
].map(parsePattern);

test.each([
  ['/machines/home?region=us-east-1#/machines', '/machines/home#/machines'],
  ['/machines/home#/machines/create', '/machines/home#/machines/create'],
  ['/machines/home#/machines/payroll', '/machines/home#/machines/*'],
  ['/machines/home#/machines/create/disks', '/machines/home#/machines/create/*'],
  ['/machines/home#/machines/payroll/disks', '/machines/home#/machines/*/disks'],
  ['/machines/home#/machines/disks', '/machines/home#/machines/*'],
  ['/machines/home#/machines/payroll?tab=cost', '/machines/home#/machines/*?tab=cost'],
  ['/machines/home#/machines/payroll?tab=payroll', '/machines/home#/machines/*?tab=*'],
  ['/machines/home#/walls', '/machines/home#/walls'],
  ['/machines/home#/wall-1', '/machines/home#/*'],
  ['/newservice/things/payroll', '/newservice/things/*'],
  ['/newservice/111122223333/payroll', '/newservice/*/*'],
  ['/s3/buckets/payroll?prefix=2026/&tab=objects', '/s3/buckets/*?prefix=*&tab=*'],
  ['/machines/home#Machines:machineId=i-0abc;tag:Owner=jane', '/machines/home#/Machines?machineId=*'],
  ['/machines/home#/machines/arn%3Aaws%3Ax%3Aus-east-1%3A111122223333%3Ay', '/machines/home#/machines/*'],
  ['/', '/'],
])('%s becomes %s', (rest, shape) => {
  const url =
    parseConsoleUrl(`https://111122223333-k3xq7a2b.us-east-1.console.aws.amazon.com${rest}`) ??
    expect.unreachable(rest);
  expect(pageShape(url, patterns)).toBe(shape);
});

test('a host of its own is part of the shape', () => {
  const href = 'https://eu-west-1.own.example.com/sn/console/111122223333-k3xq7a2b/start';
  const url = parseConsoleUrl(href, ['own.example.com']) ?? expect.unreachable(href);
  expect(pageShape(url, patterns)).toBe('own.example.com/sn/console/*/*');
});

test('the pattern of a page is its own shape', () => {
  const url = parseConsoleUrl('https://console.aws.amazon.com/machines/home#/machines/x/disks');
  expect(parsePattern(pageShape(url ?? expect.unreachable(), patterns))).toEqual(patterns[1]);
});
