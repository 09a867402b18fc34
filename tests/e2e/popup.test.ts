import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { panelFrame } from '../console-demo/launch.ts';
import { backgroundWorker, forget, heading, type Session, startSession, waitForHeading } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
beforeEach(() => forget(session));
afterAll(() => session.close());

/** Opens the real toolbar popup over the tab that is shown. */
async function openPopup(): Promise<Page> {
  const worker = await backgroundWorker(session);
  await worker?.evaluate(() =>
    (
      globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }
    ).chrome.action.openPopup(),
  );
  const target = await session.browser.waitForTarget((candidate) => candidate.url().endsWith('/popup.html'));
  const popup = await target.asPage();
  await popup.waitForSelector('input:focus');
  return popup;
}

/** Opens the chosen hit beside the page, which closes the popup: often before the key is told to be up again. */
async function enterAndClose(popup: Page): Promise<void> {
  const isClosed = new Promise((resolve) => popup.once('close', resolve));
  await popup.keyboard.press('Enter').catch((error: Error) => {
    if (error.name !== 'TargetCloseError') throw error;
  });
  await isClosed;
}

const dynamodb =
  'https://eu-west-1.console.aws.amazon.com/dynamodbv2/home?region=eu-west-1#table?name=orders';

test('the field is ready at once, the tab’s service is known, arrow keys choose, Enter opens the note beside the page', async () => {
  const { page, faults } = await session.visit(dynamodb);
  await page.waitForSelector('aside[aria-label=Sidecar]');
  const popup = await openPopup();
  await popup.waitForSelector('::-p-text(This tab: Amazon DynamoDB)');
  await popup.keyboard.type('capacity');
  await popup.waitForSelector('[role=option]');
  expect(await popup.$eval('[role=option] .small', (place) => place.textContent)).toContain('DynamoDB');
  await popup.keyboard.press('ArrowDown');
  const chosen = await popup.waitForSelector('[role=option]:nth-child(2)[aria-selected=true] .title span');
  const title = await chosen?.evaluate((element) => element.textContent);
  await enterAndClose(popup);
  const frame = await panelFrame(page);
  const sought = await frame.waitForSelector('.sought h3, .sought th');
  expect(await sought?.evaluate((element) => element.textContent)).toBe(title);
  expect(faults).toEqual([]);
  await page.close();
});

test('a limit is answered without opening anything', async () => {
  const { page } = await session.visit(dynamodb);
  const popup = await openPopup();
  await popup.keyboard.type('item size');
  await popup.waitForSelector('.preview ::-p-text(400 KB)');
  await popup.close();
  await page.close();
});

test('on a tab that is no console a hit opens in the popup itself', async () => {
  const page = await session.browser.newPage();
  const popup = await openPopup();
  await popup.keyboard.type('visibility');
  await popup.waitForSelector('[role=option]');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.sought');
  await popup.close();
  await page.close();
});

test('Escape empties the field first', async () => {
  const page = await session.browser.newPage();
  const popup = await openPopup();
  await popup.keyboard.type('xyzzyx');
  await popup.waitForSelector('::-p-text(Nothing found)');
  await popup.keyboard.press('Escape');
  expect(await popup.$eval('input', (input) => input.value)).toBe('');
  await popup.close();
  await page.close();
});

test('the side panel browses service, topic, note without a console page', async () => {
  const page = await session.browser.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/sidepanel.html`);
  expect(await heading(page.mainFrame())).toBe('Remember what you look up');
  await page.click('#tab-page');
  await waitForHeading(page.mainFrame(), 'No console page is open');
  await page.click('#tab-browse');
  await (await page.waitForSelector('.topic-links ::-p-text(AWS Lambda)'))?.click();
  await (await page.waitForSelector('.topic-links ::-p-text(Concurrency)'))?.click();
  await page.waitForFunction(() => document.querySelector('main h2')?.textContent === 'Concurrency');
  expect((await page.$$('.note')).length).toBeGreaterThan(2);
  expect((await page.$$('.limit')).length).toBeGreaterThan(2);
  await page.close();
});

test('words selected in the console are looked up beside the page', async () => {
  const { page, faults } = await session.visit(dynamodb);
  await page.waitForSelector('aside[aria-label=Sidecar]');
  const worker = await backgroundWorker(session);
  // The browser's own menu cannot be opened from here; what it tells the extension can be.
  await worker?.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    chrome.contextMenus.onClicked.dispatch(
      { menuItemId: 'look-up', selectionText: ' dead letter queue ' },
      tab,
    );
  });
  const frame = await panelFrame(page);
  await frame.waitForSelector('[role=option] ::-p-text(dead-letter queue)');
  expect(await frame.$eval('input', (input) => input.value)).toBe('dead letter queue');
  expect(faults).toEqual([]);
  await page.close();
});

interface Chrome {
  tabs: { query(about: object): Promise<unknown[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: unknown): void } };
}

test.each([
  ['words', 'lookUp=visibility+timeout', '[role=option] ::-p-text(Visibility timeout)'],
  ['a chosen note', 'show=sqs%2Fvisibility-timeout-range', '.sought ::-p-text(Visibility timeout)'],
])('the address bar opens a page of ours on %s', async (_, asked, shown) => {
  const page = await session.browser.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/sidepanel.html#href=&${asked}`);
  await page.waitForSelector(shown);
  await page.close();
});

test('what was typed is there again when the popup is opened soon, and gone when it is old', async () => {
  const first = await openPopup();
  await first.keyboard.type('visibility timeout');
  await first.waitForSelector('[role=option]');
  await first.close();
  const again = await openPopup();
  await again.waitForSelector('[role=option]');
  expect(await again.$eval('input', (input) => input.value)).toBe('visibility timeout');
  const worker = await backgroundWorker(session);
  await worker?.evaluate(async () => {
    const memory = (globalThis as unknown as { chrome: { storage: { session: SessionStorage } } }).chrome
      .storage.session;
    const { 'popup-words': kept } = await memory.get('popup-words');
    await memory.set({ 'popup-words': { ...kept, at: kept.at - 300_001 } });
  });
  await again.close();
  const late = await openPopup();
  expect(await late.$eval('input', (input) => input.value)).toBe('');
  await late.close();
});

interface SessionStorage {
  get(key: string): Promise<Record<'popup-words', { words: string; at: number }>>;
  set(items: object): Promise<void>;
}

test('what was searched and opened is offered again, and goes away with nothing else', async () => {
  const { page } = await session.visit(dynamodb);
  const popup = await openPopup();
  await popup.keyboard.type('item size');
  await popup.waitForSelector('[role=option]');
  await enterAndClose(popup);
  await panelFrame(page);
  const again = await openPopup();
  await again.waitForSelector('section[aria-label="Recent searches"] ::-p-text(item size)');
  await again.click('section[aria-label="Recent searches"] button');
  expect(await again.$eval('input', (input) => input.value)).toBe('item size');
  await again.close();
  await page.close();
});
