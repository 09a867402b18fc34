import type { ConsoleUrl } from './console-url.ts';
import { matchesPattern, type Pattern, specificity } from './pattern.ts';

/** One row of the pattern table: what is open where the pattern matches. */
export interface Route {
  pattern: Pattern;
  service: string;
  /** Page id, or null where the pattern only tells the service. */
  page: string | null;
  /** Topic ids of the service, the most fitting first. */
  topics: string[];
}

/** Every pattern there is, and the old paths that stand for current ones. */
export interface Routes {
  /** Old path prefix to the current one, both as segments. */
  oldPaths: [old: string[], current: string[]][];
  routes: Route[];
}

/** The page that is open: a service, and a page of it with topics where one is known. */
export interface Page {
  service: string;
  page: string | null;
  topics: string[];
}

/**
 * Finds which page an address shows. The most specific pattern decides; topics of wider patterns of the
 * same service follow behind its own.
 * @returns the page, or null where no service of ours owns the address
 */
export function findPage(url: ConsoleUrl, { oldPaths, routes }: Routes): Page | null {
  const current = { ...url, path: currentPath(url.path, oldPaths) };
  const matching = routes
    .filter(({ pattern }) => matchesPattern(pattern, current))
    .sort((a, b) => specificity(b.pattern) - specificity(a.pattern));
  const best = matching[0];
  if (!best) return null;
  const topics = matching.filter(({ service }) => service === best.service).flatMap((route) => route.topics);
  return { service: best.service, page: best.page, topics: [...new Set(topics)] };
}

function currentPath(path: string[], oldPaths: Routes['oldPaths']): string[] {
  const found = oldPaths
    .filter(([old]) => old.every((segment, at) => path[at] === segment))
    .sort(([a], [b]) => b.length - a.length)[0];
  return found ? [...found[1], ...path.slice(found[0].length)] : path;
}
