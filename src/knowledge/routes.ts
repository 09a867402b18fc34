import type { Routes } from '../console/find-page.ts';
import { parsePattern } from '../console/pattern.ts';

/** What the content script knows: page patterns and what to say on the handle, never a note's text. */
export interface CompactRoutes {
  oldPaths: [old: string[], current: string[]][];
  /** Pattern, service, page id (empty where it only tells the service), topic ids. */
  routes: [pattern: string, service: string, page: string, ...topics: string[]][];
  /** Title, number of notes and number of limits by service/topic. */
  topics: Record<string, [title: string, notes: number, limits: number]>;
}

/** Unfolds the compact form that travels in the content script. */
export function unfoldRoutes({ oldPaths, routes }: Pick<CompactRoutes, 'oldPaths' | 'routes'>): Routes {
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
