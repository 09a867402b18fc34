import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import { builds } from '../console-demo/launch.ts';
import { backgroundWorker, forget, heading, type Session, startSession, waitForHeading } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
beforeEach(() => forget(session));
afterAll(() => session.close());

const layers = 'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/layers';
const seenKeys = (page: Page) => page.evaluate(() => (window as never as { seenKeys: string[] }).seenKeys);
const margin = (page: Page) => page.evaluate(() => document.documentElement.style.marginRight);
const waitUntilClosed = (page: Page) =>
  page.waitForFunction(() => document.documentElement.style.marginRight === '');

describe('keys', () => {
  test('typing in the panel reaches the field whole and the page not at all', async () => {
    const { page, openPanel } = await session.visit(layers);
    const frame = await openPanel();
    await frame.click('#tab-search');
    await frame.waitForSelector('input:focus');
    await page.keyboard.type('s3 /slash stays');
    expect(await frame.$eval('input', (input) => input.value)).toBe('s3 /slash stays');
    expect(await seenKeys(page)).toEqual([]);
    await page.close();
  });

  test('the page keeps its own keys', async () => {
    const { page, openPanel } = await session.visit(layers);
    await openPanel();
    await page.focus('#field');
    await page.keyboard.type('as');
    await page.keyboard.down('Alt');
    await page.keyboard.press('s');
    await page.keyboard.up('Alt');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    expect(await page.$eval('#field', (input) => (input as HTMLInputElement).value)).toBe('as');
    await page.close();
  });

  test('the handle is reached and pressed by keyboard, and opening moves no focus by itself', async () => {
    const { page } = await session.visit(layers);
    await page.waitForSelector('aside[aria-label=Sidecar]');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('aside');
    await page.keyboard.press('Enter');
    await page.waitForFrame((frame) => frame.url().includes('/panel.html'));
    await page.close();
  });

  test('arrow keys move between tabs', async () => {
    const { page, openPanel } = await session.visit(layers);
    const frame = await openPanel();
    await frame.focus('#tab-page');
    await page.keyboard.press('ArrowRight');
    await waitForHeading(frame, 'Limits');
    await page.keyboard.press('End');
    await waitForHeading(frame, 'All services');
    await page.close();
  });
});

describe('place', () => {
  test('a pinned panel makes the page give way and stays clear of its bars', async () => {
    const { page, openPanel } = await session.visit(layers);
    const frame = await openPanel();
    expect(await margin(page)).toBe('360px');
    const { height } = await frame.evaluate(() => ({ height: innerHeight }));
    expect(height).toBe(900 - 48 - 34);
    await page.close();
  });

  test('closing gives the page its margin back', async () => {
    const { page, openPanel } = await session.visit(layers);
    await page.evaluate(() => (document.documentElement.style.marginRight = '12px'));
    const frame = await openPanel();
    expect(await margin(page)).toBe('360px');
    await frame.click('[aria-label=Close]');
    await page.waitForFunction(() => document.documentElement.style.marginRight === '12px');
    await expect.poll(() => page.frames().length).toBe(1);
    await page.close();
  });

  test('unpinned it lies over the page, and on a narrow page too', async () => {
    const { page, openPanel } = await session.visit(layers);
    const frame = await openPanel();
    await frame.click('[aria-pressed=true]');
    await waitUntilClosed(page);
    await frame.click('[aria-pressed=false]');
    await page.waitForFunction(() => document.documentElement.style.marginRight === '360px');
    await page.setViewport({ width: 900, height: 700 });
    await waitUntilClosed(page);
    await page.close();
  });

  test('the menu moves it to the left and makes it wide', async () => {
    const { page, openPanel } = await session.visit(layers);
    const frame = await openPanel();
    await frame.click('[aria-label=Menu]');
    await frame.locator('[role=menuitemradio] ::-p-text(Wide)').click();
    await page.waitForFunction(() => document.documentElement.style.marginRight === '520px');
    // It lies still where the wider panel has brought it.
    await frame.locator('[role=menuitemradio] ::-p-text(Left side)').click();
    await page.waitForFunction(
      () =>
        document.documentElement.style.marginLeft === '520px' && !document.documentElement.style.marginRight,
    );
    await page.close();
  });
});

describe('memory', () => {
  test('open and the view survive reload and the way to another host', async () => {
    const { page, openPanel } = await session.visit(layers);
    const first = await openPanel();
    await first.click('#tab-limits');
    await waitForHeading(first, 'Limits');
    await page.reload();
    expect(await heading(await openPanel())).toBe('Limits');
    await page.goto('https://console.aws.amazon.com/iam/home#/users');
    const frame = await openPanel();
    await waitForHeading(frame, 'Limits');
    expect(await frame.$eval('.topic-head', (head) => head.textContent)).toContain('IAM');
    await page.close();
  });

  test('an open panel keeps its view when another tab’s panel changes', async () => {
    const one = await session.visit(layers);
    const frame = await one.openPanel();
    await waitForHeading(frame, 'Layers');
    const two = await session.visit('https://console.aws.amazon.com/iam/home#/users');
    const other = await two.openPanel();
    await other.click('#tab-limits');
    await waitForHeading(other, 'Limits');
    await one.page.bringToFront();
    expect(await heading(frame)).toBe('Layers');
    await one.page.close();
    await two.page.close();
  });

  test('closed stays closed after a reload', async () => {
    const { page, openPanel } = await session.visit(layers);
    const frame = await openPanel();
    await frame.click('[aria-label=Close]');
    await waitUntilClosed(page);
    await page.reload();
    await page.waitForSelector('aside[aria-label=Sidecar]');
    expect(page.frames()).toHaveLength(1);
    await page.close();
  });

  test('preferences that cannot be read are kept aside, and the defaults serve', async () => {
    const worker = await backgroundWorker(session);
    type Storage = {
      chrome: {
        storage: { local: { set(items: object): Promise<void>; get(): Promise<Record<string, unknown>> } };
      };
    };
    await worker?.evaluate(() =>
      (globalThis as never as Storage).chrome.storage.local.set({
        preferences: { version: 9, mood: 'blue' },
      }),
    );
    const { page, openPanel } = await session.visit(layers);
    await openPanel();
    const stored = () => worker?.evaluate(() => (globalThis as never as Storage).chrome.storage.local.get());
    await expect.poll(stored).toMatchObject({
      preferences: { version: 1, open: true },
      'preferences-refused': { version: 9, mood: 'blue' },
    });
    await page.close();
  });
});

describe('content', () => {
  const text = (frame: Frame, selector: string) =>
    frame.$$eval(selector, (found) => found.map((element) => element.textContent));

  test('This page shows limits with scope and kind, notes with source and date, and the rest of the service', async () => {
    const { page, openPanel } = await session.visit(
      'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/functions/f/edit/concurrency',
    );
    const frame = await openPanel();
    await waitForHeading(frame, 'Concurrency');
    expect((await text(frame, '.limit')).join(' ')).toMatch(
      /Concurrent executions.*1,000.*Adjustable.*per account and Region/,
    );
    expect(await frame.$eval('.limit a', (link) => link.href)).toBe(
      'https://us-east-1.console.aws.amazon.com/servicequotas/home/services/lambda/quotas/L-B99A9384?region=us-east-1',
    );
    const [sources] = await text(frame, '.note .sources');
    expect(sources).toMatch(/opens a new tab.*Checked \d+ \w+ 20\d\d/);
    expect(await text(frame, '.section-head h3')).toContain('More about Lambda');
    await page.close();
  });

  test('Limits shows an older value beside today’s', async () => {
    const { page, openPanel } = await session.visit(
      'https://eu-west-1.console.aws.amazon.com/s3/buckets/reports?region=eu-west-1&tab=objects',
    );
    const frame = await openPanel();
    await frame.click('#tab-limits');
    await (await frame.waitForSelector('.chip:nth-of-type(4)'))?.click();
    await frame.waitForSelector('.chip:nth-of-type(4)[aria-pressed=true]');
    const [pair] = await text(frame, '.pair');
    expect(pair).toMatch(/Exam material may say.*Documented today/);
    await page.close();
  });

  test('Search opens a hit where it stands, and the field keeps its words', async () => {
    const { page, openPanel } = await session.visit(layers);
    const frame = await openPanel();
    await frame.click('#tab-search');
    await frame.type('input', 'cold start');
    const option = await frame.waitForSelector('[role=option][aria-selected=true] .title span');
    const title = await option?.evaluate((element) => element.textContent);
    await page.keyboard.press('Enter');
    await frame.waitForSelector('.sought');
    expect((await text(frame, '.sought h3, .sought th'))[0]).toBe(title);
    await frame.click('#tab-search');
    expect(await frame.$eval('input', (input) => input.value)).toBe('cold start');
    await page.close();
  });
});

test('after an update the old handle removes itself without a word', async () => {
  const { page, faults } = await session.visit(layers);
  await page.waitForSelector('aside[aria-label=Sidecar]');
  await session.browser.installExtension(builds.chrome);
  await page.waitForFunction(() => !document.querySelector('aside[aria-label=Sidecar]'), { timeout: 10_000 });
  expect(faults).toEqual([]);
  await page.close();
});
