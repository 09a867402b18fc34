import { expect, test } from 'vitest';
import { findBrowser } from '../console-demo/find-browser.ts';
import { launchWithExtension, panelFrame, pressHandle, waitForSidecar } from '../console-demo/launch.ts';
import { startConsoleDemo } from '../console-demo/server.ts';
import { waitForHeading } from './session.ts';

const firefox = findBrowser(['firefox']);

// A frame in a web page has fewer rights in Firefox, and inline styles are held to the page's policy there.
test.skipIf(!firefox)('Firefox, where it is installed, opens the panel and follows the page', async () => {
  const demo = await startConsoleDemo();
  const { browser } = await launchWithExtension(firefox ?? expect.unreachable(), {
    headless: true,
    port: demo.port,
  });
  try {
    const page = await browser.newPage();
    await page.goto('https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/layers');
    await waitForSidecar(page);
    await pressHandle(page);
    const frame = await panelFrame(page);
    await waitForHeading(frame, 'Layers');
    await page.evaluate(() => (location.hash = '#/functions/f/edit/concurrency'));
    await waitForHeading(frame, 'Concurrency');
    expect(await page.evaluate(() => document.documentElement.style.marginRight)).toBe('360px');

    await (await frame.waitForSelector('#tab-search'))?.click();
    await (await frame.waitForSelector('input[role=combobox]'))?.type('sqs visibilty timeout');
    await frame.waitForSelector('[role=option] ::-p-text(Visibility timeout)');

    await (await frame.waitForSelector('#tab-review'))?.click();
    await (await frame.waitForSelector('button ::-p-text(Developer)'))?.click();
    await (await frame.waitForSelector('button ::-p-text(Show answer)'))?.click();
    await frame.waitForSelector('button ::-p-text(Good)');
  } finally {
    await browser.close();
    await demo.close();
  }
});
