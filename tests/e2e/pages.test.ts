import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builds } from '../console-demo/launch.ts';
import { forget, heading, type Session, startSession, waitForHeading } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
beforeEach(() => forget(session));
afterAll(() => session.close());

const lambda = 'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1';

describe('every kind of host', () => {
  test.each([
    ['regional', `${lambda}#/functions/f/edit/concurrency`, 'Concurrency'],
    [
      'bare',
      'https://console.aws.amazon.com/lambda/home?region=us-west-2#/functions/f/edit/concurrency',
      'Concurrency',
    ],
    [
      'multi-session',
      'https://111122223333-k3xq7a2b.us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/functions/f/edit/concurrency',
      'Concurrency',
    ],
    ['of the service', 'https://s3.console.aws.amazon.com/s3/buckets?region=us-east-1', 'Buckets'],
    [
      'GovCloud',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/lambda/home?region=us-gov-west-1#/functions/f/edit/concurrency',
      'Concurrency',
    ],
    [
      'China',
      'https://cn-north-1.console.amazonaws.cn/lambda/home?region=cn-north-1#/functions/f/edit/concurrency',
      'Concurrency',
    ],
    [
      'European Sovereign Cloud',
      'https://eusc-de-east-1.console.amazonaws-eusc.eu/lambda/home?region=eusc-de-east-1#/functions/f/edit/concurrency',
      'Concurrency',
    ],
  ])('%s', async (_, url, topic) => {
    const { page, faults, openPanel } = await session.visit(url);
    expect(await heading(await openPanel())).toBe(topic);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('in-page navigation', () => {
  test('the panel follows hash, pushState, replaceState, back and forward', async () => {
    const { page, faults, openPanel } = await session.visit(`${lambda}#/functions/f/edit/concurrency`);
    const frame = await openPanel();
    await waitForHeading(frame, 'Concurrency');
    await page.evaluate(() => (location.hash = '#/layers'));
    await waitForHeading(frame, 'Layers');
    await page.evaluate(() => (window as never as Demo).consoleDemo.push('/s3/buckets?region=us-east-1'));
    await waitForHeading(frame, 'Buckets');
    await page.evaluate(() => (window as never as Demo).consoleDemo.replace('/iam/home#/users'));
    await waitForHeading(frame, 'Users');
    await page.evaluate(() => history.back());
    await waitForHeading(frame, 'Layers');
    await page.evaluate(() => history.forward());
    await waitForHeading(frame, 'Users');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a navigation that the page cancels is not followed, a slow one is at once', async () => {
    const { page, openPanel } = await session.visit(`${lambda}#/layers`);
    const frame = await openPanel();
    await waitForHeading(frame, 'Layers');
    await page.evaluate(() => (window as never as Demo).consoleDemo.cancelled('/iam/home#/users'));
    await page.evaluate(() =>
      (window as never as Demo).consoleDemo.slow('/lambda/home#/functions/f/edit/concurrency', 60_000),
    );
    await waitForHeading(frame, 'Concurrency');
    await page.close();
  });
});

describe('a page that is not known', () => {
  test('keeps an open panel, says so, and offers a report that names nothing of the account', async () => {
    const { page, faults, openPanel } = await session.visit(`${multiSession}/lambda/home#/layers`);
    const frame = await openPanel();
    await page.evaluate(() =>
      (window as never as Demo).consoleDemo.push('/batch/home?region=us-east-1#jobs/detail/payroll-7'),
    );
    await waitForHeading(frame, 'Sidecar does not know this page');
    const report = await frame.$eval('.report pre', (element) => element.textContent);
    expect(report).toBe('Console page: /batch/home#/jobs/*/*\nPartition: aws\nTaken for: no service');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('of a service with notes leads to these', async () => {
    const { page, openPanel } = await session.visit(`${lambda}#/layers`);
    const frame = await openPanel();
    await page.evaluate(() => (location.hash = '#/unheard-of/payroll'));
    await waitForHeading(frame, 'A page of Lambda');
    expect(await frame.$eval('.report pre', (element) => element.textContent)).toContain(
      '/lambda/home#/unheard-of/*',
    );
    expect((await frame.$$('.topic-links button')).length).toBeGreaterThan(10);
    await page.close();
  });
});

test.each([
  ['allows', false],
  ['forbids', true],
])('copies where the page %s its frames the clipboard', async (_, keepsClipboard) => {
  session.demo.behaviour.keepsClipboard = keepsClipboard;
  const { page, faults, openPanel } = await session.visit(`${multiSession}/batch/home#jobs`);
  session.demo.behaviour.keepsClipboard = false;
  await page.evaluate(() => (window as never as Demo).consoleDemo.push('/lambda/home#/layers'));
  const frame = await openPanel();
  await frame.waitForSelector('[aria-label="Copy this note"]');
  await frame.click('[aria-label="Copy this note"]');
  await frame.waitForSelector('[aria-label=Copied]');
  await session.browser.defaultBrowserContext().setPermission(multiSession, {
    permission: { name: 'clipboard-read' },
    state: 'granted',
  });
  await page.click('body');
  const title = await frame.$eval('.note h3', (element) => element.textContent);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(title);
  expect(faults.filter((fault) => !fault.includes('permissions policy'))).toEqual([]);
  await page.close();
});

test('a topic leads to its own console pages, in the session and Region of the page that is open', async () => {
  const { page, faults, openPanel } = await session.visit(`${multiSession}/lambda/home#/layers`);
  const frame = await openPanel();
  const link = await frame.waitForSelector('section[aria-label="In the console"] a');
  expect(await link?.evaluate((element) => element.href)).toBe(
    `${multiSession}/lambda/home?region=us-east-1#/layers`,
  );
  await page.evaluate(() => (location.hash = '#/functions/f/edit/concurrency'));
  await waitForHeading(frame, 'Concurrency');
  // Not before the links of this topic are there and lie still.
  await frame.locator('section[aria-label="In the console"] a[href$="#/functions"]').click();
  await page.waitForFunction(() => location.hash === '#/functions');
  expect(new URL(page.url()).host).toBe(new URL(multiSession).host);
  expect(faults).toEqual([]);
  await page.close();
});

const multiSession = 'https://111122223333-k3xq7a2b.us-east-1.console.aws.amazon.com';

type Demo = {
  consoleDemo: {
    push(url: string): void;
    replace(url: string): void;
    cancelled(url: string): void;
    slow(url: string, wait: number): void;
  };
};

test.each([
  ['a console without notes', 'https://us-east-1.console.aws.amazon.com/batch/home?region=us-east-1#jobs'],
  ['the console’s home', 'https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1'],
])('nothing is added to %s', async (_, url) => {
  const { page, faults } = await session.visit(url);
  // Answers come in the order of the questions: once the second page has its handle, the first was decided.
  await page.evaluate(() => {
    const added: string[] = [];
    (window as never as { added: string[] }).added = added;
    new MutationObserver(() => added.push(location.pathname)).observe(document.documentElement, {
      childList: true,
    });
    if (document.querySelector('aside[aria-label=Sidecar]')) added.push('already');
    (window as never as Demo).consoleDemo.push('/lambda/home?region=us-east-1#/layers');
  });
  await page.waitForSelector('aside[aria-label=Sidecar]');
  expect(await page.evaluate(() => (window as never as { added: string[] }).added)).toEqual(['/lambda/home']);
  expect(faults).toEqual([]);
  await page.close();
});

test.each(['require-corp', 'credentialless'] as const)(
  'the panel opens on pages isolated by %s',
  async (isolation) => {
    session.demo.behaviour.isolation = isolation;
    const { page, faults, openPanel } = await session.visit(`${lambda}#/layers`);
    session.demo.behaviour.isolation = 'none';
    expect(await heading(await openPanel())).toBe('Layers');
    expect(faults).toEqual([]);
    await page.close();
  },
);

test('the extension asks the network for nothing', async () => {
  session.demo.requests.length = 0;
  const { page, openPanel } = await session.visit(`${lambda}#/layers`);
  const frame = await openPanel();
  await frame.click('#tab-search');
  await frame.type('input', 'cold start');
  await frame.waitForSelector('[role=option]');
  const asked = new Set(session.demo.requests.map(({ path }) => path));
  expect([...asked].sort()).toEqual([
    '/demo/console.css',
    '/demo/console.js',
    '/favicon.ico',
    '/lambda/home',
  ]);
  expect(session.demo.requests.filter(({ path }) => path === '/lambda/home')).toHaveLength(1);
  await page.close();
});

test('notes that cannot be read are told in their place, and the rest of the panel works', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'sidecar-'));
  cpSync(builds.chrome, broken, { recursive: true });
  rmSync(join(broken, 'knowledge/service/lambda.json'));
  const other = await startSession(broken);
  const { openPanel } = await other.visit(`${lambda}#/layers`);
  const frame = await openPanel();
  await frame.waitForSelector('main ::-p-text(The notes could not be read)');
  await frame.click('#tab-browse');
  await frame.waitForSelector('.topic-links ::-p-text(Amazon SQS)');
  await other.close();
  rmSync(broken, { recursive: true });
});
