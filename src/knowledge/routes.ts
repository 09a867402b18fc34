import { parseConsoleUrl } from '../console/console-url.ts';
import { arrangeByConsole, findPage, type Routes, type RouteTable } from '../console/find-page.ts';
import { parsePattern } from '../console/pattern.ts';

/** Page patterns as they are bundled, and what the handle says about each topic that has pages. */
export interface CompactRoutes {
  oldPaths: RouteTable['oldPaths'];
  /**
   * By console: pattern, service (empty: a console of none of ours), page id (empty: it only tells the service),
   * topic ids.
   */
  routes: Record<string, [pattern: string, service: string, page: string, ...topics: string[]][]>;
  /** Ids of the services that something is known about. */
  withNotes: string[];
  /** Title, number of notes and number of limits by service/topic. */
  topics: Record<string, [title: string, notes: number, limits: number]>;
}

/** What is known about the page that is open: its topic, and how much there is. */
export interface Known {
  topic: string;
  notes: number;
  limits: number;
}

/** Makes the bundled form ready to be asked. */
export function unfoldRoutes({ oldPaths, routes }: CompactRoutes): Routes {
  // No name of a console may find what every object has.
  const byConsole = new Map(Object.entries(routes));
  return arrangeByConsole(oldPaths, (name) =>
    (byConsole.get(name) ?? []).map(([pattern, service, page, ...topics]) => ({
      pattern: parsePattern(pattern),
      service: service || null,
      page: page || null,
      topics,
    })),
  );
}

/** What is known about an address. @returns null where no topic of ours belongs to it */
export function knownAt(href: string, routes: Routes, topics: CompactRoutes['topics']): Known | null {
  const url = parseConsoleUrl(href, routes.hosts);
  const page = url && findPage(url, routes);
  const [topic, notes = 0, limits = 0] = topics[`${page?.service}/${page?.topics[0]}`] ?? [];
  return topic === undefined ? null : { topic, notes, limits };
}
