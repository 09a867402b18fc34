import { gzipSync } from 'node:zlib';
import { readKnowledge } from '../../knowledge/check.ts';
import { compileCompactRoutes, compilePages } from '../../knowledge/compile-routes.ts';
import { pageAt } from '../../src/knowledge/page-at.ts';
import { type CompactRoutes, unfoldRoutes } from '../../src/knowledge/routes.ts';
import { percentile, say, timed } from './measure.ts';

/** How large the page table is, and how long it takes to find the page of an address, with the table grown too. */
export function benchUrls(): void {
  const base = readKnowledge();
  const compact = compileCompactRoutes(base);
  const packed = JSON.stringify(compact);
  const rows = Object.values(compact.routes).flat();
  say(
    `page table: ${rows.length} patterns, ${packed.length} bytes, ${gzipSync(packed, { level: 9 }).length} gzipped (held by the background and pages, not by the content script)`,
  );
  const hrefs = compilePages(base).flatMap(({ page: { urls } }) => urls);
  for (const times of [1, 3, 10]) {
    const routes = unfoldRoutes({ ...compact, routes: manifold(compact.routes, times) });
    const look = () => hrefs.map((href) => timed(() => pageAt(href, routes, () => true))[0] * 1000);
    look();
    const found = [look(), look(), look()].flat();
    say(
      `  ${rows.length * times} patterns: median ${percentile(found, 0.5).toFixed(1)} µs an address, p95 ${percentile(found, 0.95).toFixed(1)} µs (budget 50)`,
    );
  }
}

type Rows = CompactRoutes['routes'];

/** The table several times over, on the same consoles: every other word once more with a number behind it. */
function manifold(routes: Rows, times: number): Rows {
  const numbered = (part: string, number: number) => part.replaceAll(/\/([\w-]+)/g, `/$1${number}`);
  const copy = ([pattern, ...rest]: Rows[string][number], number: number): Rows[string][number] => {
    const [path = '', route] = pattern.split('#');
    const [host = '', console = '', ...others] = path.split('/');
    const kept = others.length ? `${host}/${console}${numbered(`/${others.join('/')}`, number)}` : path;
    return [
      route === undefined ? kept : `${path}#${numbered(`/${route.replace(/^\//, '')}`, number)}`,
      ...rest,
    ];
  };
  const copies = Array.from({ length: times - 1 }, (_, at) => at);
  return Object.fromEntries(
    Object.entries(routes).map(([console, rows]) => [
      console,
      [...rows, ...copies.flatMap((number) => rows.map((row) => copy(row, number)))],
    ]),
  );
}
