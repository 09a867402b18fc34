import Fuse from 'fuse.js';
import type { SearchEntry } from './entries.ts';

/** A found entry. */
export interface Hit extends SearchEntry {
  /** How well it fits, 0 to 1; higher is better. */
  score: number;
}

/** Finds entries by words. */
export interface Search {
  /**
   * @param query what was typed: words in any order, the last perhaps unfinished, typing errors and all
   * @param service id of the service whose console page is open; its entries come first among equals
   * @returns hits, best first
   */
  (query: string, options?: { service?: string | null; limit?: number }): Hit[];
}

/** How much more an entry of the open service counts. Little, so that a clearly better hit elsewhere still wins. */
const openService = 1.15;

const fields = [
  { name: 'title', weight: 4 },
  { name: 'keywords', weight: 2 },
  { name: 'names', weight: 2 },
  { name: 'text', weight: 1 },
];

/** Words that say nothing about what is looked for. */
const fillers = new Set(
  'a an and are be can do does for from has have how i in is it many much my of on or the there to was what when where which who why will with'.split(
    ' ',
  ),
);

/** Makes a search over entries. Cheap to call often, once made. */
export function createSearch(entries: SearchEntry[]): Search {
  const fuse = new Fuse(entries, {
    keys: fields,
    useTokenSearch: true,
    ignoreLocation: true,
    ignoreFieldNorm: false,
    includeScore: true,
    threshold: 0.25,
    minMatchCharLength: 2,
  });
  return (query, { service = null, limit = 50 } = {}) => {
    const words = meaningfulWords(query);
    if (!words) return [];
    return fuse
      .search(words)
      .map(({ item, score = 1 }) => ({
        ...item,
        score: ((1 - score) * (item.service === service ? openService : 1)) / openService,
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
}

/** The query without filler words, unless nothing else is left. */
function meaningfulWords(query: string): string {
  const words = query.trim().toLowerCase().replace(/\?/g, ' ').split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length ? telling : words).join(' ');
}
