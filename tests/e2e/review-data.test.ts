import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  chosenFacts,
  dueCard,
  forgetReview,
  heedsGrades,
  openReview,
  question,
  questionsOf,
  showAnswer,
  store,
  stored,
  textOf,
} from './review-tools.ts';
import { type Session, startSession, waitForHeading } from './session.ts';
import { violations } from './violations.ts';

let session: Session;
/** A page of the extension from which states are prepared and read; it is never the one that is tested. */
let desk: Page;
const downloads = mkdtempSync(join(tmpdir(), 'sidecar-'));
beforeAll(async () => {
  session = await startSession();
  const browser = await session.browser.target().createCDPSession();
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  desk = await session.browser.newPage();
  await desk.goto(`chrome-extension://${session.extensionId}/popup.html`);
});
beforeEach(() => forgetReview(desk));
afterEach(async () => {
  for (const page of await session.browser.pages()) if (page !== desk) await page.close();
  for (const name of readdirSync(downloads)) rmSync(join(downloads, name));
});
afterAll(async () => {
  await session.close();
  rmSync(downloads, { recursive: true, force: true });
});

const cards = questionsOf('lambda/layers').slice(0, 3);
/** Three cards are due, and one of them was answered. */
async function answerOne(page: Page): Promise<void> {
  const asked = await question(page);
  await showAnswer(page);
  await page.keyboard.press('3');
  await question(page, asked);
}
const prepare = () =>
  store(desk, { chosen: chosenFacts(...cards), states: cards.map((card) => dueCard(card)) });
/** What is stored, in an order of its own. */
const sorted = async () => {
  const all = await stored(desk);
  return { ...all, states: all.states.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
};

async function openView(page: Page, item: string, title: string): Promise<void> {
  await page.waitForSelector('::-p-aria(Review menu)');
  await page.click('::-p-aria(Review menu)');
  await (await page.waitForSelector(`[role=menuitem] ::-p-text(${item})`))?.click();
  await waitForHeading(page.mainFrame(), title);
}
const openData = (page: Page) => openView(page, 'Your data', 'Your data');
const pressText = async (page: Page, text: string) =>
  (await page.waitForSelector(`button ::-p-text(${text})`))?.click();
const pick = async (page: Page, path: string) => {
  const field = await page.waitForSelector('.import input[type=file]');
  await field?.uploadFile(path);
};
/** Presses Export everything. @returns the file, once it is whole */
async function exported(page: Page): Promise<string> {
  await pressText(page, 'Export everything');
  const name = (await textOf(page, '::-p-text(Exported as)')).replace('Exported as ', '');
  await expect.poll(() => readdirSync(downloads)).toEqual([name]);
  return join(downloads, name);
}

describe('your data', () => {
  test('comes out as a file that changes nothing when it comes back, and replaces what was deleted', async () => {
    await prepare();
    const page = await openReview(session);
    await answerOne(page);
    const before = await sorted();
    expect(before.log).toHaveLength(1);
    await openData(page);
    const file = await exported(page);
    expect(file).toMatch(/sidecar-\d{4}-\d\d-\d\d\.json$/);
    await pick(page, file);
    await page.waitForSelector('.dry-run ::-p-text(Nothing would change.)');
    await pressText(page, 'Cancel');
    await page.type('::-p-aria(Type delete to confirm)', 'delete');
    await pressText(page, 'Delete all');
    await page.waitForSelector('::-p-text(The newest backup brings it back)');
    expect(await sorted()).toMatchObject({ states: [], log: [], chosen: before.chosen });
    await pick(page, file);
    await (await page.waitForSelector('.radio ::-p-text(Replace)'))?.click();
    await page.waitForFunction(() => document.querySelector('.dry-run .stale') === null);
    const changes = await page.$$eval('.changes tbody tr:first-child td', (cells) =>
      cells.map(({ textContent }) => textContent),
    );
    expect(changes).toEqual(['3', '0', '0']);
    await pressText(page, 'Import');
    await page.waitForSelector('::-p-text(What was here before is the newest backup)');
    expect(await sorted()).toEqual(before);
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -40), /stops in the middle, after \d+ characters/],
    ['foreign', () => '{"notes": []}', /not a Sidecar backup/],
    ['no JSON', () => 'front,back', /it is not JSON/],
    ['newer', (text: string) => text.replace('"version":', '"version":9'), /made by a newer Sidecar/],
    [
      'changed by hand',
      (text: string) => text.replace('"grade":3', '"grade":4'),
      /does not fit its checksum/,
    ],
  ])('is not taken from a file that is %s, and the reason stands there', async (_, spoil, reason) => {
    await prepare();
    const page = await openReview(session);
    await answerOne(page);
    const before = await sorted();
    await openData(page);
    const file = await exported(page);
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    await pick(page, file);
    expect(await textOf(page, '.import [role=alert]')).toMatch(reason);
    expect(await sorted()).toEqual(before);
  });

  test('is deleted only for the word, and a backup brings it back', async () => {
    await prepare();
    const page = await openReview(session);
    await answerOne(page);
    const before = await sorted();
    await openData(page);
    await pressText(page, 'Delete all');
    expect(await textOf(page, '[role=alert] .fault')).toContain('Nothing was deleted');
    expect(await sorted()).toEqual(before);
    await page.type('::-p-aria(Type delete to confirm)', 'Delete');
    await pressText(page, 'Delete all');
    await expect.poll(async () => (await sorted()).states).toEqual([]);
    await page.waitForSelector('.backups li:first-child ::-p-text(3 cards · 1 answer)');
    await page.click('.backups li:first-child button');
    await page.waitForSelector('::-p-text(Restored. Everything is as on)');
    expect(await sorted()).toEqual(before);
  });

  test('goes to Anki as a text with its header lines', async () => {
    await prepare();
    const page = await openReview(session);
    await openData(page);
    await pressText(page, 'Export for Anki');
    await page.waitForSelector('::-p-text(Exported as sidecar-anki.txt)');
    await expect.poll(() => readdirSync(downloads)).toEqual(['sidecar-anki.txt']);
    const text = readFileSync(join(downloads, 'sidecar-anki.txt'), 'utf8');
    expect(text).toMatch(/^#separator:tab/i);
    expect(text).toMatch(/^#guid column:/im);
    for (const card of cards) expect(text).toContain(card);
  });
});

describe.each(['light', 'dark'])('in %s, axe finds nothing wrong with', (mode) => {
  /** Side panel in this mode, with the animations of its parts over. */
  async function open(): Promise<Page> {
    const page = await openReview(session);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: mode },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.waitForFunction(
      (dark) => document.documentElement.classList.contains('dark') === dark,
      {},
      mode === 'dark',
    );
    return page;
  }

  test('first run', async () => {
    const page = await open();
    await waitForHeading(page.mainFrame(), 'Remember what you look up');
    expect(await violations(page)).toEqual([]);
  });

  test('question and answer', async () => {
    await prepare();
    const page = await open();
    await question(page);
    expect(await violations(page)).toEqual([]);
    await showAnswer(page);
    expect(await violations(page)).toEqual([]);
  });

  test('an own answer, typed and chosen', async () => {
    await store(desk, {
      chosen: chosenFacts('lambda/timeout#value', 'lambda/layers-per-function#value'),
      states: [dueCard('lambda/timeout#value')],
    });
    const page = await open();
    const asked = await question(page);
    await page.keyboard.type('3 min');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.verdict');
    expect(await violations(page)).toEqual([]);
    await heedsGrades(page);
    await page.keyboard.press('1');
    await question(page, asked);
    await page.waitForSelector('.choice');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('1');
    await page.waitForSelector('.verdict');
    expect(await violations(page)).toEqual([]);
  });

  test('the end', async () => {
    await store(desk, {
      chosen: chosenFacts(...cards),
      states: cards.map((card) => dueCard(card, { due: Date.now() + 9e8 })),
    });
    const page = await open();
    await waitForHeading(page.mainFrame(), 'Nothing due');
    expect(await violations(page)).toEqual([]);
  });

  test('statistics, sets, settings and data', async () => {
    await prepare();
    const page = await open();
    await answerOne(page);
    for (const [item, title, ready] of [
      ['Statistics', 'Statistics', '.figures'],
      ['What to review', 'What to review', '.sets'],
      ['Settings', 'Review settings', '.fields'],
      ['Your data', 'Your data', '.backups li'],
    ] as const) {
      await openView(page, item, title);
      await page.waitForSelector(ready);
      expect(await violations(page), title).toEqual([]);
      await page.click('.manage-back');
      await question(page);
    }
  });
});
