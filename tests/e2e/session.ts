import type { Browser, Frame, Page } from 'puppeteer-core';
import { getBrowser } from '../console-demo/find-browser.ts';
import { launchWithExtension, panelFrame, pressHandle, waitForSidecar } from '../console-demo/launch.ts';
import { type ConsoleDemo, startConsoleDemo } from '../console-demo/server.ts';

/** A real browser with the built extension, and the demo console behind the real host names. */
export interface Session {
  browser: Browser;
  extensionId: string;
  demo: ConsoleDemo;
  /** Opens a page in a new tab and keeps what goes wrong on it. */
  visit(url: string): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  page: Page;
  /** Console errors and unhandled failures, of the page and of the extension's frames in it. */
  faults: string[];
  openPanel: () => Promise<Frame>;
}

/** Milliseconds after which what is waited for will not come: sooner than a test ends, so that it says what it was. */
const patience = 10_000;

/** @param extension folder of another build than the usual one */
export async function startSession(extension?: string): Promise<Session> {
  const demo = await startConsoleDemo();
  const { browser, extensionId } = await launchWithExtension(getBrowser(['chrome']), {
    headless: true,
    port: demo.port,
    ...(extension && { extension }),
  });
  return {
    browser,
    extensionId,
    demo,
    async visit(url) {
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(url);
      return {
        page,
        faults,
        openPanel: async () => {
          await waitForSidecar(page);
          if (!page.frames().some((frame) => frame.url().includes('/panel.html'))) await pressHandle(page);
          const frame = await panelFrame(page);
          // Before it is painted, clicks on it may reach the page below.
          await frame.evaluate(
            () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
          );
          return frame;
        },
      };
    },
    async close() {
      await browser.close();
      await demo.close();
    },
  };
}

/** The heading of the view that the panel shows, once it is there. */
export async function heading(frame: Frame): Promise<string> {
  const found = await frame.waitForSelector('main h2');
  return (await found?.evaluate((element) => element.textContent)) ?? '';
}

/** Waits until the panel's heading is this. @throws Error with what it says instead, after five seconds */
export async function waitForHeading(frame: Frame, text: string): Promise<void> {
  await frame
    .waitForFunction(
      (wanted) => document.querySelector('main h2')?.textContent === wanted,
      { timeout: 5000 },
      text,
    )
    .catch(async () => {
      throw new Error(`The panel says "${await heading(frame)}", not "${text}"`);
    });
}

/** Where the extension's background runs, once the browser has started it. */
export const backgroundWorker = ({ browser }: Session) =>
  browser.waitForTarget((target) => target.type() === 'service_worker').then((target) => target.worker());

/** Empties the background's own storage but for the review database: the panel is closed, as in a fresh profile. */
export async function forget(session: Session): Promise<void> {
  const worker = await backgroundWorker(session);
  await worker?.evaluate(async () => {
    const {
      local,
      session: memory,
      sync,
    } = (globalThis as unknown as { chrome: { storage: Areas } }).chrome.storage;
    await Promise.all([local.clear(), memory.clear(), sync.clear()]);
  });
}

type Areas = Record<'local' | 'session' | 'sync', { clear(): Promise<void> }>;
