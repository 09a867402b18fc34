import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getBrowser } from '../console-demo/find-browser.ts';
import { launchWithExtension } from '../console-demo/launch.ts';
import { defaultSettings, nothingChosen } from '../../src/review/state.ts';
import {
  askReview,
  cardIn,
  chosenFacts,
  chosenSets,
  dueCard,
  forgetReview,
  heedsGrades,
  openReview,
  question,
  questionsOf,
  showAnswer,
  stopBackground,
  store,
  stored,
  textOf,
} from './review-tools.ts';
import { heading, type Session, startSession, waitForHeading } from './session.ts';

let session: Session;
/** A page of the extension from which states are prepared and read; it is never the one that is tested. */
let desk: Page;
beforeAll(async () => {
  session = await startSession();
  desk = await session.browser.newPage();
  await desk.goto(`chrome-extension://${session.extensionId}/popup.html`);
});
beforeEach(() => forgetReview(desk));
afterEach(async () => {
  for (const page of await session.browser.pages()) if (page !== desk) await page.close();
});
afterAll(() => session.close());

const layers = 'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/layers';
const timeout = 'lambda/timeout#value';
const [first = '', second = '', third = '', fourth = ''] = questionsOf('lambda/layers');
const elsewhere = questionsOf('lambda/concurrency')[0] ?? '';
const inSqs = questionsOf('sqs/queues')[0] ?? '';

/** These cards are in review and due, the first of them least remembered. */
const due = (cards: string[], settings = {}) =>
  store(desk, {
    chosen: chosenFacts(...cards),
    settings: { ...defaultSettings, ...settings },
    states: cards.map((card, at) => dueCard(card, { stability: 5 + 5 * at })),
  });
const log = async () => (await stored(desk)).log;
const acts = async () =>
  (await log()).filter(({ isUndone }) => !isUndone).map(({ act }) => ('grade' in act ? act.grade : act.kind));
const press = (page: Page, label: string) => page.click(`::-p-aria(${label})`);
const choose = async (page: Page, item: string) => {
  await press(page, 'Review menu');
  await (await page.waitForSelector(`[role^=menuitem] ::-p-text(${item})`))?.click();
};
/** Opens the panel beside a console page. */
const visit = async () => {
  const { page, faults, openPanel } = await session.visit(layers);
  page.setDefaultTimeout(5000);
  return { page, faults, frame: await openPanel() };
};
/** What has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.className || document.activeElement?.localName);

describe('first run', () => {
  test('proposes the set, and asks a card of this page once it is added', async () => {
    const { page, faults, frame } = await visit();
    await frame.click('#tab-review');
    await waitForHeading(frame, 'Remember what you look up');
    await (await frame.waitForSelector('button ::-p-text(Add the)'))?.click();
    await question(frame);
    expect(await textOf(frame, '.card .small')).toContain('Layers');
    expect(await frame.$eval('.scopes :checked + .scope', (scope) => scope.textContent)).toContain(
      'This page',
    );
    const { chosen, states } = await stored(desk);
    expect(chosen.sets).toContain('lambda/layers');
    expect(states).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('goes to the choice of services', async () => {
    const page = await openReview(session);
    await (await page.waitForSelector('button ::-p-text(Choose services)'))?.click();
    await waitForHeading(page.mainFrame(), 'What to review');
  });
});

describe('a card', () => {
  test('is shown by Space, graded by keys and buttons, and the next one comes', async () => {
    await due([first, second, third, fourth, ...questionsOf('sqs/queues').slice(0, 5)]);
    const page = await openReview(session);
    let asked = await question(page);
    for (const grade of ['1', '2', '3', '4'] as const) {
      await showAnswer(page);
      await page.keyboard.press(grade);
      asked = await question(page, asked);
    }
    for (const grade of ['Again', 'Hard', 'Good', 'Easy']) {
      await press(page, 'Show answer');
      await heedsGrades(page);
      await (await page.waitForSelector(`.grade-button ::-p-text(${grade})`))?.click();
      asked = await question(page, asked);
    }
    await showAnswer(page);
    await page.keyboard.press('Space');
    await question(page, asked);
    expect(await acts()).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 3]);
    expect(await page.$eval('[role=progressbar]', (bar) => bar.getAttribute('aria-valuenow'))).toBe('9');
  });

  test('does not hear a grade in the first quarter of a second', async () => {
    await due([first, second]);
    const page = await openReview(session);
    const asked = await question(page);
    const isShown = await page.evaluate(async () => {
      const down = (key: string) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      down(' ');
      await new Promise((resolve) => requestAnimationFrame(resolve));
      down('3');
      return document.querySelector('.answer-sheet') !== null;
    });
    expect(isShown).toBe(true);
    await heedsGrades(page);
    await page.keyboard.press('2');
    await question(page, asked);
    expect(await acts()).toEqual([2]);
  });

  test('takes a key that is held down once', async () => {
    await due([first, second]);
    const page = await openReview(session);
    await question(page);
    await page.keyboard.down('Space');
    await heedsGrades(page);
    await page.keyboard.down('Space');
    await page.keyboard.up('Space');
    await page.waitForSelector('.answer-sheet');
    await page.keyboard.press('4');
    await expect.poll(acts).toEqual([4]);
  });

  test('moves the focus to its answer, then to the next question, at the end to the end', async () => {
    await due([first, second]);
    const page = await openReview(session);
    const asked = await question(page);
    await showAnswer(page);
    expect(await focused(page)).toBe('answer-sheet');
    await page.keyboard.press('3');
    await question(page, asked);
    await page.waitForFunction(() => document.activeElement?.className === 'question');
    await showAnswer(page);
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.activeElement?.matches('.session-end h2'));
  });

  test('is taken back step by step with U, at the end as well', async () => {
    await due([first, second, third]);
    const before = (await stored(desk)).states;
    const page = await openReview(session);
    const start = await question(page);
    let asked = start;
    for (const key of ['3', '4'] as const) {
      await showAnswer(page);
      await page.keyboard.press(key);
      asked = await question(page, asked);
    }
    await showAnswer(page);
    await page.keyboard.press('3');
    await page.waitForSelector('.session-end');
    await page.keyboard.press('u');
    expect(await question(page)).toBe(asked);
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
    await question(page, asked);
    await press(page, 'Undo the last answer');
    await expect.poll(() => textOf(page, '.question')).toBe(start);
    await expect.poll(acts).toEqual([]);
    const unversioned = (states: typeof before) =>
      states.map((state) => ({ ...state, version: 0 })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(unversioned((await stored(desk)).states)).toEqual(unversioned(before));
  });

  test('is buried by B and suspended by X, and neither counts as answered', async () => {
    await due([first, second, third]);
    const page = await openReview(session);
    const one = await question(page);
    await page.keyboard.press('b');
    const two = await question(page, one);
    await page.keyboard.press('x');
    await question(page, two);
    const { states } = await stored(desk);
    expect(states.find(({ id }) => id === first)?.buriedUntil).toBeGreaterThan(Date.now());
    expect(states.find(({ id }) => id === second)?.isSuspended).toBe(true);
    expect(await textOf(page, '.session-progress')).toContain('Card 1 of 1');
  });

  test('is reported by F, opened by E, and its source by O', async () => {
    await due([first]);
    const page = await openReview(session);
    const asked = await question(page);
    await session.browser.defaultBrowserContext().setPermission(`chrome-extension://${session.extensionId}`, {
      permission: { name: 'clipboard-read' },
      state: 'granted',
    });
    await page.bringToFront();
    await page.keyboard.press('f');
    await expect
      .poll(() => page.$eval('.session-progress [role=status]', (said) => said.textContent))
      .toBe('Report copied');
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain(first.split('#')[0]);
    expect(report).toContain(asked.replaceAll('`', ''));
    expect(report).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//m);
    const opened = session.browser.waitForTarget((target) => target.url().includes('docs.aws.amazon.com'));
    await page.keyboard.press('o');
    await (await (await opened).page())?.close();
    await page.bringToFront();
    await page.keyboard.press('e');
    const sought = await page.waitForSelector('.sought');
    expect(await sought?.evaluate((element) => element.id)).toBe(first.split('#')[0]);
  });

  test('says once that its fact was corrected', async () => {
    await store(desk, {
      chosen: chosenFacts(first),
      states: [dueCard(first, { revision: 'another' })],
    });
    const page = await openReview(session);
    await question(page);
    await showAnswer(page);
    expect(await textOf(page, '.answer-sheet')).toContain('corrected since you last answered it');
    await page.keyboard.press('1');
    await expect.poll(acts).toEqual([1]);
    await expect.poll(async () => (await stored(desk)).states[0]?.revision).not.toBe('another');
  });
});

describe('keys', () => {
  test('typed in the panel do not reach the page', async () => {
    await due([first, second]);
    const { page, frame } = await visit();
    await frame.click('#tab-review');
    const asked = await question(frame);
    await showAnswer(page, frame);
    await page.keyboard.press('3');
    await question(frame, asked);
    await page.keyboard.press('u');
    await expect.poll(() => textOf(frame, '.question')).toBe(asked);
    expect(await page.evaluate(() => (window as never as { seenKeys: string[] }).seenKeys)).toEqual([]);
    await page.close();
  });

  test('do nothing in a field or while a modifier is held', async () => {
    await due([timeout, first]);
    const page = await openReview(session);
    const asked = await question(page);
    for (const modifier of ['Control', 'Alt', 'Meta'] as const) {
      await page.keyboard.down(modifier);
      await page.keyboard.press('b');
      await page.keyboard.up(modifier);
    }
    await page.click('.typed input');
    await page.keyboard.type('bxu4 e');
    expect(await page.$eval('.typed input', (input) => input.value)).toBe('bxu4 e');
    expect(await textOf(page, '.question')).toBe(asked);
    expect(await log()).toEqual([]);
  });

  test('alone are enough for everything', async () => {
    await due([first, second]);
    const page = await openReview(session);
    await question(page);
    await page.focus('#tab-review');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Review menu');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Open the note'));
    // Upwards from the first line comes the last.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Your data');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await question(page);
    await page.waitForFunction(() => document.activeElement?.className === 'question');
    await page.keyboard.press('Tab');
    expect(await textOf(page, ':focus')).toBe('Show answer');
    await page.keyboard.press('Enter');
    await heedsGrades(page);
    await page.focus('.answer-sheet');
    await page.keyboard.press('2');
    await expect.poll(acts).toEqual([2]);
  });
});

describe('an answer of one’s own', () => {
  test.each([
    ['15 min', 'Right', 3],
    ['15', 'unit is missing', 3],
    ['3 min', 'Not right', 1],
  ])('typed as %s is judged: %s', async (typed, verdict, suggested) => {
    await due([timeout]);
    const page = await openReview(session);
    await question(page);
    // A digit goes to the field by itself.
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    expect(await textOf(page, '.verdict')).toContain(verdict);
    await heedsGrades(page);
    await page.keyboard.press('Space');
    await expect.poll(acts).toEqual([suggested]);
  });

  test('is chosen by its digit', async () => {
    await store(desk, { chosen: chosenFacts(timeout) });
    const page = await openReview(session);
    await question(page);
    const { answer } = cardIn('lambda', timeout);
    const choices = await page.$$eval('.choice', (buttons) =>
      buttons.map((button) => button.lastChild?.textContent ?? ''),
    );
    const right = choices.indexOf(answer) + 1;
    await page.keyboard.press(String(right) as '1');
    expect(await textOf(page, '.verdict')).toBe('Right');
    await heedsGrades(page);
    await page.keyboard.press('3');
    await expect.poll(acts).toEqual([3]);
  });
});

describe('what is in review', () => {
  test('a note and a limit are put in and taken out where they stand, and the tab counts them', async () => {
    const { page, frame } = await visit();
    const put = async (place: string) => {
      await (await frame.waitForSelector(`${place} [data-review][aria-pressed=false]`))?.click();
      await frame.waitForSelector(`${place} [data-review][aria-pressed=true]`);
    };
    await put('.note');
    await frame.click('#tab-limits');
    await put('.limit');
    await frame.click('#tab-page');
    await expect.poll(async () => (await stored(desk)).chosen.facts.length).toBe(2);
    const counted = await frame.waitForSelector('#tab-review .count');
    const count = Number(await counted?.evaluate((element) => element.textContent));
    expect(count).toBeGreaterThanOrEqual(2);
    await (await frame.waitForSelector(`::-p-text(Review ${count} due)`))?.click();
    await question(frame);
    await frame.click('#tab-limits');
    await (await frame.waitForSelector('.limit [aria-pressed=true]'))?.click();
    await frame.click('#tab-page');
    await (await frame.waitForSelector('.note [aria-pressed=true]'))?.click();
    await frame.waitForFunction(() => !document.querySelector('#tab-review .count, .review-due'));
    expect((await stored(desk)).chosen).toEqual(nothingChosen);
    await page.close();
  });

  test('is of this page, its service or all, with counts that follow the page', async () => {
    await due([first, second, elsewhere, inSqs]);
    const { page, frame } = await visit();
    await frame.click('#tab-review');
    const asked = await question(frame);
    const scopes = () => frame.$$eval('.scope', (all) => all.map(({ textContent }) => textContent));
    expect(await scopes()).toEqual(['This page 2', 'Lambda 3', 'All 4']);
    await (await frame.waitForSelector('.scope ::-p-text(All)'))?.click();
    await frame.waitForSelector('.session-progress ::-p-text(Card 1 of 4)');
    await page.keyboard.press('ArrowLeft');
    await frame.waitForSelector('.session-progress ::-p-text(Card 1 of 3)');
    expect(await frame.evaluate(() => document.activeElement?.localName)).toBe('input');
    await page.keyboard.press('ArrowLeft');
    await frame.waitForSelector('.session-progress ::-p-text(Card 1 of 2)');
    expect(await textOf(frame, '.question')).toBe(asked);
    await page.evaluate(() => (location.hash = '#/functions/f/edit/concurrency'));
    await frame.waitForSelector('.scope ::-p-text(Page before)');
    expect(await scopes()).toEqual(['Page before 2', 'This page 1', 'Lambda 3', 'All 4']);
    expect(await frame.$eval('.scopes :checked + .scope', (scope) => scope.textContent)).toContain(
      'Page before',
    );
    expect(await textOf(frame, '.question')).toBe(asked);
    await page.close();
  });

  test('an empty scope says when the next card comes and leads elsewhere', async () => {
    await due([first, inSqs]);
    const { page, frame } = await visit();
    await frame.click('#tab-review');
    const asked = await question(frame);
    await showAnswer(page, frame);
    await page.keyboard.press('3');
    await waitForHeading(frame, 'Nothing due here');
    expect(await textOf(frame, '.session-end')).toMatch(
      /1 answered, all remembered.*Next card of this page: /,
    );
    await (await frame.waitForSelector('button ::-p-text(Review 1 elsewhere)'))?.click();
    await question(frame, asked);
    await page.close();
  });

  test('stops at the limit of the day, unless one continues anyway', async () => {
    await due([first, elsewhere, inSqs], { perDay: 2 });
    const page = await openReview(session);
    let asked = await question(page);
    await showAnswer(page);
    await page.keyboard.press('3');
    asked = await question(page, asked);
    await showAnswer(page);
    await page.keyboard.press('3');
    expect(await textOf(page, '.session-end')).toMatch(
      /2 answered, all remembered.*That was today’s 2\b.*1 more waits until tomorrow/,
    );
    await (await page.waitForSelector('button ::-p-text(Continue anyway)'))?.click();
    await question(page, asked);
  });
});

describe('beside the cards', () => {
  test('statistics, sets, settings and data are one way there and one back', async () => {
    await due([first]);
    const page = await openReview(session);
    await question(page);
    for (const [item, title] of [
      ['Statistics', 'Statistics'],
      ['What to review', 'What to review'],
      ['Settings', 'Review settings'],
      ['Your data', 'Your data'],
    ] as const) {
      await choose(page, item);
      await waitForHeading(page.mainFrame(), title);
      await (await page.waitForSelector('.manage-back'))?.click();
      await question(page);
    }
  });

  test('statistics tell what was answered, as charts and as tables', async () => {
    await due([first, second]);
    const page = await openReview(session);
    const asked = await question(page);
    await showAnswer(page);
    await page.keyboard.press('3');
    await question(page, asked);
    await choose(page, 'Statistics');
    expect(await textOf(page, '.figures')).toMatch(/Remembered100.%of 1,.*Due today1/);
    expect((await page.$$('.chart [role=img]')).length).toBeGreaterThan(3);
    await (await page.waitForSelector('button ::-p-text(Show as tables)'))?.click();
    await page.waitForFunction(() => document.querySelectorAll('.chart table').length >= 3);
    expect(await page.$('.chart [role=img]')).toBeNull();
  });

  test('a weak service leads to its cards', async () => {
    await due([first, second, inSqs]);
    const page = await openReview(session);
    const asked = await question(page);
    await showAnswer(page);
    await page.keyboard.press('3');
    await question(page, asked);
    await choose(page, 'Statistics');
    await (await page.waitForSelector('.statistics button ::-p-text(SQS)'))?.click();
    await question(page);
    expect(await textOf(page, '.scopes input:checked + .scope')).toBe('SQS 1');
    expect(await page.$eval('.card .small', (subject) => subject.textContent)).toMatch(/SQS/);
  });

  test('a setting holds from the next card on', async () => {
    await due([first, elsewhere, inSqs]);
    const page = await openReview(session);
    await question(page);
    await choose(page, 'Settings');
    const field = await page.waitForSelector('::-p-aria(Cards a day, at most)');
    await field?.click({ count: 3 });
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.saved ::-p-text(Saved)');
    await page.click('.manage-back');
    await page.waitForSelector('.session-progress ::-p-text(Card 1 of 1)');
    expect((await stored(desk)).settings.perDay).toBe(1);
  });

  test('a topic is taken out and in again', async () => {
    await store(desk, { chosen: chosenSets('sqs/queues') });
    const page = await openReview(session);
    await question(page);
    await choose(page, 'What to review');
    await (await page.waitForSelector('input[type=search]'))?.type('queues');
    const box = 'label ::-p-text(Queues)';
    await (await page.waitForSelector(box))?.click();
    await expect.poll(async () => (await stored(desk)).chosen.sets).toEqual([]);
    await (await page.waitForSelector(box))?.click();
    await expect.poll(async () => (await stored(desk)).chosen.sets).toEqual(['sqs/queues']);
  });
});

describe('nothing is lost', () => {
  test('when the tab is closed with the grade', async () => {
    await due([first, second]);
    const page = await openReview(session);
    await question(page);
    await showAnswer(page);
    await page.keyboard.press('3');
    await page.close();
    await expect.poll(acts).toEqual([3]);
  });

  test('when the background was stopped between answer and grade', async () => {
    await due([first, second]);
    const page = await openReview(session);
    const asked = await question(page);
    await showAnswer(page);
    await stopBackground(desk);
    await page.keyboard.press('3');
    await question(page, asked);
    expect(await acts()).toEqual([3]);
  });

  test('when the background is stopped while it stores: each grade is there once', async () => {
    await due([first, second, third, fourth]);
    const page = await openReview(session);
    let asked = await question(page);
    for (const _ of [1, 2, 3]) {
      await showAnswer(page);
      await Promise.all([page.keyboard.press('3'), stopBackground(desk)]);
      asked = await question(page, asked);
    }
    expect(await acts()).toEqual([3, 3, 3]);
  });

  test('when the browser is killed after the next card has come', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'sidecar-'));
    const launch = () => launchWithExtension(getBrowser(['chrome']), { headless: true, profile });
    try {
      const killed = await launch();
      const page = await openReview(killed);
      await store(page, { chosen: chosenFacts(first, second), states: [dueCard(first), dueCard(second)] });
      const asked = await question(page);
      await showAnswer(page);
      await page.keyboard.press('3');
      await question(page, asked);
      const gone = new Promise((resolve) => killed.browser.process()?.once('exit', resolve));
      killed.browser.process()?.kill('SIGKILL');
      await gone;
      const again = await launch();
      const { log: kept, chosen, states } = await stored(await openReview(again));
      expect(kept.map(({ act, isUndone }) => [act, isUndone])).toEqual([
        [{ kind: 'grade', grade: 3 }, false],
      ]);
      expect(chosen.facts).toHaveLength(2);
      expect(states).toHaveLength(2);
      await again.browser.close();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  test('by two panels on the same card: the second grade is refused, and its next card comes', async () => {
    await due([first, second]);
    const deaf = await session.browser.newPage();
    deaf.setDefaultTimeout(5000);
    // As if the news were still on its way.
    await deaf.evaluateOnNewDocument(() => {
      (globalThis as never as Listening).chrome.storage.local.onChanged.addListener = () => undefined;
    });
    await deaf.goto(`chrome-extension://${session.extensionId}/sidepanel.html`);
    const asked = await question(deaf);
    await showAnswer(deaf);
    const other = await openReview(session);
    expect(await question(other)).toBe(asked);
    await showAnswer(other);
    await other.keyboard.press('4');
    const next = await question(other, asked);
    await deaf.bringToFront();
    await deaf.keyboard.press('1');
    expect(await question(deaf, asked)).toBe(next);
    expect(await deaf.$('[role=alert]')).toBeNull();
    expect(await acts()).toEqual([4]);
  });

  test('a panel that hears of it goes on to the next card by itself', async () => {
    await due([first, second]);
    const one = await openReview(session);
    const asked = await question(one);
    const other = await openReview(session);
    await question(other);
    await showAnswer(other);
    // Missed: it comes again within minutes, and yet it is not asked here first.
    await other.keyboard.press('1');
    const next = await question(other, asked);
    await one.bringToFront();
    expect(await question(one, asked)).toBe(next);
  });
});

interface Listening {
  chrome: { storage: { local: { onChanged: { addListener(hear: unknown): void } } } };
}

test('the toolbar button counts what is due, unless that is switched off', async () => {
  const badge = () => desk.evaluate(() => (globalThis as never as Badged).chrome.action.getBadgeText({}));
  await due([first, second, inSqs]);
  await expect.poll(badge).toBe('3');
  await askReview(desk, 'change-settings', { badge: false });
  await expect.poll(badge).toBe('');
  await askReview(desk, 'change-settings', { badge: true });
  await expect.poll(badge).toBe('3');
});

interface Badged {
  chrome: { action: { getBadgeText(of: object): Promise<string> } };
}

test('the heading of an empty review is what a screen reader is told', async () => {
  await store(desk, { chosen: chosenFacts(first), states: [dueCard(first, { due: Date.now() + 9e8 })] });
  const page = await openReview(session);
  expect(await heading(page.mainFrame())).toBe('Nothing due');
  expect(await textOf(page, '.session-end')).toMatch(/Next card: on \d+ \w+\./);
});
