import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { buildIndex } from '../../src/search/build-index.ts';
import { getBrowser } from '../console-demo/find-browser.ts';
import {
  builds,
  launchWithExtension,
  panelFrame,
  pressHandle,
  waitForSidecar,
} from '../console-demo/launch.ts';
import { startConsoleDemo } from '../console-demo/server.ts';
import { repeat, report, say } from './measure.ts';
import { grown, searchMaterial } from './search.ts';
import type * as inPage from './search-in-page.ts';

const page = (hash: string) =>
  `https://us-east-1.console.aws.amazon.com/lambda/home?region=us-east-1#${hash}`;

/** Two pages to go to and fro between. */
const pages = [
  ['/lambda/home?region=us-east-1#/layers', 'Layers'],
  ['/lambda/home?region=us-east-1#/functions/f/edit/concurrency', 'Concurrency'],
] as const;

/** How a console goes to another page; what runs is in the page. */
const navigations: Record<string, (address: string) => void> = {
  hash: (address) => {
    location.hash = address.slice(address.indexOf('#'));
  },
  pushState: (address) => history.pushState(null, '', address),
  replaceState: (address) => history.replaceState(null, '', address),
  'back and forward': (address) => {
    if (address.includes('layers')) history.back();
    else history.forward();
  },
};

/** What a person waits for, in a real browser, and how large the extension is. */
export async function benchBrowser(): Promise<void> {
  execFileSync('wxt', ['build', '--mv3', '-b', 'chrome'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const script = readFileSync(join(builds.chrome, 'content-scripts/console.js'));
  say(
    `content script ${script.length} bytes, ${gzipSync(script, { level: 9 }).length} gzipped (budget 8,000)`,
  );
  const files = readdirSync(builds.chrome, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(builds.chrome, name),
  );
  const zipped = files
    .filter((name) => statSync(name).isFile())
    .reduce((sum, name) => sum + deflateRawSync(readFileSync(name), { level: 9 }).length + 120, 0);
  say(`everything zipped about ${(zipped / 1000).toFixed(0)} kB (ceiling 2,000)`);

  const demo = await startConsoleDemo();
  const { browser, extensionId } = await launchWithExtension(getBrowser(['chrome']), {
    headless: true,
    port: demo.port,
  });
  const tab = await browser.newPage();
  report('content script, script time on a page load (budget 5)', await repeat(() => scriptTime(tab)));
  report(
    'click to notes (budget 100)',
    await repeat(async () => {
      await tab.goto(page('/functions/f/edit/concurrency'));
      await waitForSidecar(tab);
      const pressed = tab.evaluate(
        () =>
          new Promise<number>((resolve) =>
            addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), {
              capture: true,
              once: true,
            }),
          ),
      );
      await pressHandle(tab);
      const frame = await panelFrame(tab);
      // Asked at every frame inside the panel, so the time is that of the frame in which the notes are drawn.
      const drawn = await frame.waitForFunction(
        () => document.querySelector('.note') && performance.timeOrigin + performance.now(),
        { polling: 'raf' },
      );
      const time = Number(await drawn.jsonValue()) - (await pressed);
      await (await panelFrame(tab)).click('[aria-label=Close]');
      await tab.waitForFunction(() => document.documentElement.style.marginRight === '');
      return time;
    }),
  );
  await pressHandle(tab);
  const frame = await panelFrame(tab);
  for (const [kind, navigate] of Object.entries(navigations)) {
    report(
      `page change by ${kind}, commit to hints (budget 50)`,
      await repeat(async (round) => {
        const [address, title] = pages[round % 2] ?? [];
        const shown = frame.waitForFunction(
          (wanted) =>
            document.querySelector('main h2')?.textContent === wanted &&
            performance.timeOrigin + performance.now(),
          { polling: 'mutation' },
          title,
        );
        const committed = tab.evaluate(
          () =>
            new Promise<number>((resolve) =>
              navigation.addEventListener(
                'currententrychange',
                () => resolve(performance.timeOrigin + performance.now()),
                { once: true },
              ),
            ),
        );
        await tab.evaluate(navigate, address ?? '');
        return Number(await (await shown).jsonValue()) - (await committed);
      }),
    );
  }
  const popup = await browser.newPage();
  report(
    'popup: open to ready for typing (budget 100)',
    await repeat(async () => {
      await popup.goto(`chrome-extension://${extensionId}/popup.html`);
      await popup.waitForSelector('input:focus');
      // The field is focused before the first paint, so that paint is the moment in which it can be used.
      const painted = await popup.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      );
      return Number(await painted.jsonValue());
    }),
  );
  report('popup: key press to painted results (search plus one frame)', await typeInPopup(popup));
  await searchInPage(popup);
  await browser.close();
  await demo.close();
}

/** Milliseconds from each key press to the frame in which its results are painted. */
async function typeInPopup(popup: Page): Promise<number[]> {
  await popup.reload();
  await popup.waitForSelector('input:focus');
  await popup.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    let pressed = 0;
    document.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    // After the frame's callbacks comes its paint, after that the next task.
    new MutationObserver(() => {
      const since = pressed;
      if (!since) return;
      pressed = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => times.push(performance.now() - since));
        port1.start();
        port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  for (const words of ['visibility timeout', 'ddb gsi throttling', 'how long does a presigned url last']) {
    await popup.keyboard.type(words, { delay: 60 });
    await popup.keyboard.press('Escape');
  }
  return popup.evaluate(() => (window as unknown as { times: number[] }).times);
}

/** The search alone, in the browser: at the shipped size and at 20,000 entries. */
async function searchInPage(blank: Page): Promise<void> {
  const bundle = (await build({
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: join(import.meta.dirname, 'search-in-page.ts'),
        formats: ['iife'],
        name: 'bench',
      },
    },
  })) as { output: { code: string }[] }[];
  await blank.goto('about:blank');
  await blank.addScriptTag({ content: bundle[0]?.output[0]?.code ?? '' });
  const { entries, synonyms, queries } = searchMaterial();
  for (const size of [entries.length, 20_000]) {
    const some = grown(entries, size);
    const given = {
      index: buildIndex(some, synonyms),
      entries: some,
      queries: queries.map(({ query }) => query),
    };
    const { load, presses } = await blank.evaluate(
      (handed) => (window as unknown as { bench: typeof inPage }).bench.typeInPage(handed),
      given,
    );
    say(`${size} entries in the browser: ready in ${load.toFixed(0)} ms`);
    report('  per key press', presses);
  }
}

/** Milliseconds that the content script's own code ran while a page loaded, from the browser's trace. */
async function scriptTime(tab: Page): Promise<number> {
  await tab.goto('about:blank');
  await tab.tracing.start({ categories: ['devtools.timeline', 'v8'] });
  await tab.goto(page('/layers'));
  await waitForSidecar(tab);
  const trace = JSON.parse(new TextDecoder().decode(await tab.tracing.stop())) as {
    traceEvents: { name: string; dur?: number; args: { data?: { url?: string } } }[];
  };
  const own = trace.traceEvents.filter(
    ({ name, args }) =>
      ['EvaluateScript', 'FunctionCall'].includes(name) && args.data?.url?.includes('content-scripts/'),
  );
  return own.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
}
