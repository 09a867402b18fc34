import { parseConsoleUrl } from '../console/console-url.ts';
import { findPage, type Routes } from '../console/find-page.ts';
import { parsePattern } from '../console/pattern.ts';

/** Page patterns as they are bundled, and what the handle says about each topic that has pages. */
export interface CompactRoutes {
  oldPaths: Routes['oldPaths'];
  /** Pattern, service, page id (empty where it only tells the service), topic ids. */
  routes: [pattern: string, service: string, page: string, ...topics: string[]][];
  /** Title, number of notes and number of limits by service/topic. */
  topics: Record<string, [title: string, notes: number, limits: number]>;
}

/** What is known about the page that is open: its topic, and how much there is. */
export interface Known {
  topic: string;
  notes: number;
  limits: number;
}

/** Unfolds the bundled form. */
export function unfoldRoutes({ oldPaths, routes }: CompactRoutes): Routes {
  return {
    oldPaths,
    routes: routes.map(([pattern, service, page, ...topics]) => ({
      pattern: parsePattern(pattern),
      service,
      page: page || null,
      topics,
    })),
  };
}

/** What is known about an address. @returns null where no topic of ours belongs to it */
export function knownAt(href: string, routes: Routes, topics: CompactRoutes['topics']): Known | null {
  const url = parseConsoleUrl(href);
  const page = url && findPage(url, routes);
  const [topic, notes = 0, limits = 0] = topics[`${page?.service}/${page?.topics[0]}`] ?? [];
  return topic === undefined ? null : { topic, notes, limits };
}
