// `npm start`: builds the extension and shows it beside console pages, in a browser profile that is thrown away.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type FoundBrowser, getBrowser } from './find-browser.ts';
import { launchWithExtension, panelFrame, pressHandle, waitForSidecar } from './launch.ts';
import { startConsoleDemo } from './server.ts';

/** The pages that the demo walks through, and the topic that the panel must show on each. */
const walk = [
  {
    name: 'lambda-configuration',
    url: 'https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#/functions/order-intake?tab=configure',
  },
  {
    name: 'dynamodb-table',
    url: 'https://eu-west-1.console.aws.amazon.com/dynamodbv2/home?region=eu-west-1#table?name=orders',
  },
  {
    name: 's3-bucket',
    url: 'https://eu-west-1.console.aws.amazon.com/s3/buckets/example-reports?region=eu-west-1&tab=objects',
  },
  { name: 'ec2-volumes', url: 'https://us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Volumes:' },
  { name: 'iam-roles', url: 'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles' },
];

const pictures = join(import.meta.dirname, '../../.output/demo');
const isConsole = process.argv.includes('--console');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  if (isConsole && !hasDisplay)
    throw new Error('The real console needs a window to sign in: run this where there is a display.');
  const found = getBrowser(process.argv.includes('--firefox') ? ['firefox'] : ['chrome', 'firefox']);
  build(found);
  if (isConsole) return showConsole(found);

  const demo = await startConsoleDemo();
  const { browser } = await launchWithExtension(found, { headless: !hasDisplay, port: demo.port });
  try {
    if (hasDisplay) await showDemo(browser);
    else await walkPages(browser);
  } finally {
    await browser.close();
    await demo.close();
  }
}

async function showDemo(browser: Browser): Promise<void> {
  await (await firstPage(browser)).goto(walk[0]?.url ?? '');
  say('The demo console is open: press the handle at the right edge. Close the browser to end.');
  await new Promise((resolve) => browser.on('disconnected', resolve));
}

function build({ kind }: FoundBrowser): void {
  say('Building the extension …');
  const { status, stdout, stderr } = spawnSync('wxt', ['build', '--mv3', '-b', kind], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

async function showConsole(found: FoundBrowser): Promise<void> {
  const { browser } = await launchWithExtension(found, { headless: false });
  await (await firstPage(browser)).goto('https://console.aws.amazon.com/');
  say('The AWS console is open. Sign in; this profile is thrown away when the browser is closed.');
  await new Promise((resolve) => browser.on('disconnected', resolve));
}

async function firstPage(browser: Browser): Promise<Page> {
  return (await browser.pages())[0] ?? (await browser.newPage());
}

/** Opens each page, says what the panel shows there and saves a picture of it. */
async function walkPages(browser: Browser): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const page = await firstPage(browser);
  await page.setViewport({ width: 1440, height: 900, deviceScaleFactor: 1 });
  for (const [at, { name, url }] of walk.entries()) {
    await page.goto(url);
    await waitForSidecar(page);
    // The panel stays open from page to page, so it is opened once.
    if (at === 0) await pressHandle(page);
    const frame = await panelFrame(page);
    const shown = await frame
      .waitForSelector('h2')
      .then((heading) => heading?.evaluate((element) => element.textContent));
    const texts = (selector: string) =>
      frame.$$eval(selector, (elements) => elements.map((element) => element.textContent?.trim() ?? ''));
    const picture = join(pictures, `${name}.png`);
    await page.screenshot({ path: picture });
    say(`\n${url}\n  ${(await texts('.service-line p'))[0]}: ${shown}`);
    for (const row of await frame.$$eval('.limit', limitLines)) say(`  limit  ${row}`);
    for (const title of (await texts('.note h3')).slice(0, 6)) say(`  note   ${title}`);
    say(`  saved  ${relative(process.cwd(), picture)}`);
  }
  say(`\nFive pages, five pictures in ${relative(process.cwd(), pictures)}.`);
}

/** Name and value of the limits shown. Runs in the panel. */
function limitLines(rows: Element[]): string[] {
  return rows.map(
    (row) => `${row.querySelector('th')?.textContent}: ${row.querySelector('.value')?.textContent}`,
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
