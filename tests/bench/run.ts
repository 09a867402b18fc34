// `npm run bench [-- urls | search | browser]`: how fast and how large, as medians and p95. Nothing here fails a build.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import Fuse from 'fuse.js';
import type { Page } from 'puppeteer-core';
import { readKnowledge } from '../../knowledge/check.ts';
import { compileCatalog, compileCompactRoutes, compilePages } from '../../knowledge/compile.ts';
import { pageAt } from '../../src/knowledge/page-at.ts';
import { type CompactRoutes, unfoldRoutes } from '../../src/knowledge/routes.ts';
import { searchEntries } from '../../src/search/entries.ts';
import { createSearch } from '../../src/search/search.ts';
import { getBrowser } from '../console-demo/find-browser.ts';
import {
  builds,
  launchWithExtension,
  panelFrame,
  pressHandle,
  waitForSidecar,
} from '../console-demo/launch.ts';
import { startConsoleDemo } from '../console-demo/server.ts';

const rounds = 15;
const queries = [
  'lambda timeout',
  'visibility timeout',
  'gp3 iops',
  'cold start',
  'presigned url',
  'dead leter queue',
  'assume role',
  'item size',
  '256 kb',
  'bucket policy',
];
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

const benches: Record<string, () => void | Promise<void>> = {
  urls: benchUrls,
  search: benchSearch,
  browser: benchBrowser,
};
const wanted = process.argv.slice(2).filter((name) => name in benches);
for (const name of wanted.length ? wanted : Object.keys(benches)) await benches[name]?.();

function benchUrls(): void {
  const base = readKnowledge();
  const compact = compileCompactRoutes(base);
  const packed = JSON.stringify(compact);
  say(
    `page table: ${compact.routes.length} patterns, ${packed.length} bytes, ${gzipSync(packed, { level: 9 }).length} gzipped (held by the background and pages, not by the content script)`,
  );
  const hrefs = compilePages(base).flatMap(({ page: { urls } }) => urls);
  for (const times of [1, 3, 10]) {
    const routes = unfoldRoutes({ ...compact, routes: manifold(compact.routes, times) });
    const look = () => hrefs.map((href) => timed(() => pageAt(href, routes, () => true))[0] * 1000);
    look();
    const found = [look(), look(), look()].flat();
    say(
      `  ${compact.routes.length * times} patterns: median ${percentile(found, 0.5).toFixed(1)} µs an address, p95 ${percentile(found, 0.95).toFixed(1)} µs (budget 50)`,
    );
  }
}

/** The table several times over, on the same paths: every word of a route once more with a number behind it. */
function manifold(routes: CompactRoutes['routes'], times: number): CompactRoutes['routes'] {
  const copies = Array.from({ length: times - 1 }, (_, number) =>
    routes.map(([pattern, ...rest]): CompactRoutes['routes'][number] => {
      const [path = '', route] = pattern.split('#');
      const numbered = (part: string) => part.replaceAll(/\/([\w-]+)/g, `/$1${number}`);
      return [
        route === undefined ? numbered(path) : `${path}#${numbered(`/${route.replace(/^\//, '')}`)}`,
        ...rest,
      ];
    }),
  );
  return [...routes, ...copies.flat()];
}

function benchSearch(): void {
  const entries = searchEntries(compileCatalog(readKnowledge()));
  const [made, ours] = timed(() => createSearch(entries));
  const plain = new Fuse(entries, { keys: ['title', 'text'] });
  const typing = (search: (words: string) => unknown) =>
    queries.flatMap((query) => Array.from(query, (_, at) => timed(() => search(query.slice(0, at + 1)))[0]));
  typing(ours);
  const [mine, peer] = [
    typing((words) => ours(words)),
    typing((words) => plain.search(words, { limit: 50 })),
  ];
  say(`search over ${entries.length} notes and limits, made in ${made.toFixed(0)} ms`);
  report('  per key press', mine);
  report('  per key press, Fuse with default options', peer);
  say(`  ratio of medians ${(percentile(mine, 0.5) / percentile(peer, 0.5)).toFixed(2)}`);
}

async function benchBrowser(): Promise<void> {
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
  say(`everything zipped about ${(zipped / 1000).toFixed(0)} kB (budget 1,000)`);

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
  await browser.close();
  await demo.close();
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

/** Times of several rounds after one to warm up. */
async function repeat(round: (number: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number <= rounds; number += 1) times.push(await round(number));
  return times.slice(1);
}

function timed<Value>(act: () => Value): [milliseconds: number, value: Value] {
  const start = performance.now();
  const value = act();
  return [performance.now() - start, value];
}

function percentile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function report(what: string, times: number[]): void {
  say(
    `${what}: median ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
