import type { Routes } from '../console/find-page.ts';
import { parsePattern } from '../console/pattern.ts';

/** Page patterns as they travel in the extension's pages. */
export interface CompactRoutes {
  oldPaths: Routes['oldPaths'];
  /** Pattern, service, page id (empty where it only tells the service), topic ids. */
  routes: [pattern: string, service: string, page: string, ...topics: string[]][];
}

/** What the content script knows: which pages have a topic and what the handle says there. Not a word of any note. */
export interface HandleRoutes {
  oldPaths: Routes['oldPaths'];
  /** Pattern, a number for the service, the number of a topic where there is one. */
  routes: [pattern: string, service: number, topic?: number][];
  /** Title, number of notes, number of limits. */
  topics: [title: string, notes: number, limits: number][];
}

/** Unfolds the patterns of an extension page. */
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

/** Unfolds the patterns of the content script: services and topics are numbers as text. */
export function unfoldHandleRoutes({ oldPaths, routes }: HandleRoutes): Routes {
  return {
    oldPaths,
    routes: routes.map(([pattern, service, topic]) => ({
      pattern: parsePattern(pattern),
      service: String(service),
      page: null,
      topics: topic === undefined ? [] : [String(topic)],
    })),
  };
}
