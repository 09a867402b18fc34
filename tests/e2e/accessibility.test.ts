import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forget, heading, type Session, startSession } from './session.ts';
import { violations } from './violations.ts';

let session: Session;
beforeAll(async () => {
  session = await startSession();
});
beforeEach(() => forget(session));
afterAll(() => session.close());

const concurrency =
  'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/functions/f/edit/concurrency';

describe.each([false, true])('dark: %s', (dark) => {
  test.each(['page', 'limits', 'search', 'browse'])('the view %s has no violation', async (view) => {
    session.demo.behaviour.dark = dark;
    const { page, openPanel } = await session.visit(concurrency);
    const frame = await openPanel();
    await heading(frame);
    await frame.click(`#tab-${view}`);
    await frame.waitForSelector(`#view-${view}`);
    if (view === 'search') {
      await frame.type('input', 'timeout');
      await frame.waitForSelector('[role=option]');
    }
    expect(await frame.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(dark);
    expect(await violations(frame)).toEqual([]);
    await page.close();
  });

  test('the popup has no violation', async () => {
    const page = await session.browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await page.goto(`chrome-extension://${session.extensionId}/popup.html`);
    await page.waitForSelector('input:focus');
    await page.keyboard.type('message size');
    await page.waitForSelector('.preview .pair, .preview p');
    expect(await violations(page.mainFrame())).toEqual([]);
    await page.close();
  });
});
