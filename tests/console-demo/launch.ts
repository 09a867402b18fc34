import { fileURLToPath } from 'node:url';
import { type Browser, type Frame, launch, type Page } from 'puppeteer-core';
import type { FoundBrowser } from './find-browser.ts';

/** Host names of the console that are looked for on loopback. Nothing else can be reached at all. */
const consoleNames = [
  'console.aws.amazon.com',
  'console.amazonaws-us-gov.com',
  'console.amazonaws.cn',
  'console.amazonaws-eusc.eu',
  'quicksight.aws.amazon.com',
];

/** Where the build of each browser is. */
export const builds: Record<FoundBrowser['kind'], string> = {
  chrome: fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url)),
};

export interface LaunchOptions {
  headless: boolean;
  /** Port of the demo console; absent for the real network. */
  port?: number;
  size?: { width: number; height: number };
  /** Folder of another build than the usual one. */
  extension?: string;
  /** Folder of a profile that outlives the browser. */
  profile?: string;
}

/** Opens a browser in a profile of its own, thrown away afterwards unless it is named, with the extension loaded. */
export async function launchWithExtension(
  { kind, path }: FoundBrowser,
  { headless, port, size = { width: 1440, height: 900 }, extension = builds[kind], profile }: LaunchOptions,
): Promise<{ browser: Browser; extensionId: string }> {
  const browser = await launch({
    browser: kind,
    executablePath: path,
    headless,
    acceptInsecureCerts: port !== undefined,
    defaultViewport: headless ? size : null,
    ...(profile && { userDataDir: profile }),
    ...(kind === 'chrome' ? chromeOptions(port) : firefoxOptions(port)),
  });
  const extensionId = await browser.installExtension(extension);
  return { browser, extensionId };
}

const chromeOptions = (port: number | undefined) => ({
  pipe: true,
  enableExtensions: true,
  args: [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    // Chromium refuses its sandbox to root; only the demo's own pages are shown then.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(port === undefined ? [] : [`--host-resolver-rules=${resolverRules(port)}`]),
  ],
});

function resolverRules(port: number): string {
  const toDemo = consoleNames
    .flatMap((name) => [name, `*.${name}`])
    .map((name) => `MAP ${name} 127.0.0.1:${port}`);
  return [...toDemo, 'MAP * ~NOTFOUND'].join(', ');
}

const firefoxOptions = (port: number | undefined) => ({
  args: ['--remote-allow-system-access'],
  ...(port !== undefined && {
    extraPrefsFirefox: { 'network.dns.forceResolve': '127.0.0.1', 'network.socket.forcePort': `443=${port}` },
  }),
});

/**
 * The panel's frame in a console page, once it is there and has drawn. The demo console has no frame of its own, and
 * Firefox does not tell the panel's address, so the frame is the only one that has a parent.
 * @throws Error after ten seconds without
 */
export async function panelFrame(page: Page): Promise<Frame> {
  const frame = await page.waitForFrame((candidate) => candidate.parentFrame() !== null, { timeout: 10_000 });
  await frame.waitForSelector('main');
  return frame;
}

/** The handle is in a closed shadow root, so it is pressed where a person sees it. */
export async function pressHandle(page: Page): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.click(width - 12, height / 2);
}

/** Waits until the extension's part of the page is there. */
export async function waitForSidecar(page: Page): Promise<void> {
  await page.waitForSelector('aside[aria-label=Sidecar]', { timeout: 10_000 });
}
