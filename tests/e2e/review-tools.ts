import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'puppeteer-core';
import type { Service } from '../../src/knowledge/catalog.ts';
import type { Handlers } from '../../src/platform/messages.ts';
import type { ReviewRequests, Session as ReviewSession } from '../../src/platform/review-requests.ts';
import { writeBackup } from '../../src/review/backup.ts';
import { type Card, cardsOf } from '../../src/review/card.ts';
import type { ReviewBase } from '../../src/review/decks.ts';
import { type CardState, defaultSettings, factOf, nothingChosen } from '../../src/review/state.ts';
import type { Stored } from '../../src/review/stored.ts';
import { builds } from '../console-demo/launch.ts';

const oneDay = 86_400_000;
/** Milliseconds after which what is waited for will not come: sooner than a test ends, so that it says what it was. */
const patience = 5_000;

/** Asks the extension's background about review, as its own pages do. @throws Error where it fails or refuses */
export async function askReview<Name extends keyof ReviewRequests>(
  page: Page | Frame,
  name: Name,
  payload?: Parameters<Handlers<ReviewRequests>[Name]>[0],
): Promise<Exclude<Awaited<ReturnType<ReviewRequests[Name]>>, { refused: string }>> {
  const reply = await page.evaluate(
    (message) => (globalThis as never as Chrome).chrome.runtime.sendMessage(message),
    { to: 'review', name, payload },
  );
  if (!reply || 'error' in reply || (reply.value as { refused?: string } | null)?.refused)
    throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.value as never;
}

interface Chrome {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: unknown } | { error: string }> } };
}

/** A card that was answered some times and is due since yesterday. */
export const dueCard = (id: string, change: Partial<CardState> = {}): CardState => ({
  id,
  version: 3,
  phase: 'review',
  due: Date.now() - oneDay,
  last: Date.now() - 10 * oneDay,
  stability: 9,
  difficulty: 5,
  step: 0,
  interval: 9,
  reps: 3,
  lapses: 0,
  revision: '',
  buriedUntil: 0,
  isSuspended: false,
  ...change,
});

/** Puts this in the place of all that is stored, by way of an import. */
export async function store(page: Page | Frame, given: Partial<Stored>): Promise<void> {
  const all = { chosen: nothingChosen, settings: defaultSettings, states: [], log: [], ...given };
  await askReview(page, 'import-part', { from: 0, text: await writeBackup(all, Date.now()) });
  await askReview(page, 'import-confirm', 'replace');
}

/** Everything that is stored, from the export. */
export async function stored(page: Page | Frame): Promise<Stored> {
  const { part } = await askReview(page, 'export', 0);
  return (JSON.parse(part) as { data: Stored }).data;
}

export const sessionOf = (page: Page | Frame): Promise<ReviewSession> =>
  askReview(page, 'session', {
    scope: { kind: 'all' },
    topic: null,
    service: null,
    continueAnyway: false,
    first: null,
  });

/** Sets that are in review, whole. */
export const chosenSets = (...sets: string[]) => ({ ...nothingChosen, sets });

/** Opens the browser's side panel as a page of its own, where it begins with Review. */
export async function openReview({
  browser,
  extensionId,
}: {
  browser: Browser;
  extensionId: string;
}): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
  return page;
}

/** The words of an element, once it is there. */
export async function textOf(page: Page | Frame, selector: string): Promise<string> {
  const found = await page.waitForSelector(selector);
  return (await found?.evaluate((element) => element.textContent)) ?? '';
}

/** What is asked. Fails where the question is still the one before. */
export async function question(page: Page | Frame, before = ''): Promise<string> {
  const shown = await page.waitForFunction(
    (former) => {
      const text = document.querySelector('.question')?.textContent;
      return text && text !== former && !document.querySelector('.answer-sheet') ? text : null;
    },
    {},
    before,
  );
  return String(await shown.jsonValue());
}

/** Shows the answer and waits until grades are heard again after it. */
export async function showAnswer(page: Page, frame: Page | Frame = page): Promise<void> {
  await page.keyboard.press('Space');
  await heedsGrades(frame);
}

/** Grades are not taken for a quarter of a second after the answer has appeared. */
export async function heedsGrades(page: Page | Frame): Promise<void> {
  await page.waitForSelector('.answer-sheet');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const since = performance.now();
        const look = () => (performance.now() - since > 260 ? resolve() : requestAnimationFrame(look));
        look();
      }),
  );
}

/** Stops the background, as the browser does when it likes. It comes back with the next message. */
export async function stopBackground(page: Page): Promise<void> {
  const tools = await page.createCDPSession();
  const isStopped = new Promise<void>((resolve) => {
    tools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await tools.send('ServiceWorker.enable');
  await tools.send('ServiceWorker.stopAllWorkers');
  await isStopped;
  await tools.detach();
}

interface Emptied {
  chrome: { storage: Record<'local' | 'sync', { clear(): Promise<void> }> };
}

/** As in a fresh profile: nothing chosen, here and in what travels to other browsers, nothing answered, panel closed. */
export async function forgetReview(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { local, sync } = (globalThis as never as Emptied).chrome.storage;
    await local.clear();
    await sync.clear();
  });
  await store(page, {});
}

const built = (path: string): unknown =>
  JSON.parse(readFileSync(join(builds.chrome, 'knowledge', path), 'utf8'));

/** Cards of a topic that somebody has written, in their order, as the build has them. */
export const questionsOf = (topic: string): string[] =>
  (built('review.json') as ReviewBase).decks
    .find((deck) => deck.topic === topic)
    ?.cards.filter((card) => card.endsWith('#question')) ?? [];

/** A card with its texts. @throws Error where the build has none of that id */
export function cardIn(service: string, id: string): Card {
  const { topics, short } = built(`service/${service}.json`) as Service;
  const card = topics.flatMap((topic) => cardsOf(topic, short)).find((one) => one.id === id);
  if (!card) throw new Error(`There is no card ${id}`);
  return card;
}

/** The notes and limits of these cards are in review, and nothing else. */
export const chosenFacts = (...cards: string[]) => ({ ...nothingChosen, facts: cards.map(factOf) });
