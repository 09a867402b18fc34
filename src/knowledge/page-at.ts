import { type ConsoleUrl, parseConsoleUrl } from '../console/console-url.ts';
import { findPage, type Page, type Routes } from '../console/find-page.ts';

/** What is known about an address. */
export type PageAt =
  /** Not a console page at all. */
  | { place: 'outside'; url: null; page: null }
  /** A console page with nothing to say: of a service without notes, or of none we know. */
  | { place: 'console'; url: ConsoleUrl; page: Page | null }
  /** A page of a service with notes; its topics may still be empty. */
  | { place: 'page'; url: ConsoleUrl; page: Page };

/** Id of the topic that a page is about first, with its service; null where it is about none. */
export const openTopic = (page: Page | null): string | null =>
  page?.topics[0] ? `${page.service}/${page.topics[0]}` : null;

/**
 * Decides what an address shows.
 * @param hasNotes tells whether anything is known about a service
 */
export function pageAt(href: string, routes: Routes, hasNotes: (service: string) => boolean): PageAt {
  const url = parseConsoleUrl(href, routes.hosts);
  // A host of its own is a console only where a pattern says so: the rest of it may be anybody's to read.
  if (!url || (url.host && !routes.fitting(url).length)) return { place: 'outside', url: null, page: null };
  const page = findPage(url, routes);
  return page && hasNotes(page.service) ? { place: 'page', url, page } : { place: 'console', url, page };
}
