// Bundled and run inside the browser: what the search takes there, away from Node.
import type { StoredIndex } from '../../src/search/index-format.ts';
import type { SearchEntry } from '../../src/search/entries.ts';
import { createSearch } from '../../src/search/search.ts';

/** What is given to the page, as JSON. */
export interface Given {
  index: StoredIndex;
  entries: SearchEntry[];
  queries: string[];
}

/** Milliseconds to make the search ready, and of each key press while every query is typed letter by letter. */
export function typeInPage({ index, entries, queries }: Given): { load: number; presses: number[] } {
  const start = performance.now();
  const search = createSearch(index, entries);
  const load = performance.now() - start;
  search('warm');
  const presses = queries.flatMap((query) =>
    Array.from(query, (_, at) => {
      const pressed = performance.now();
      search(query.slice(0, at + 1));
      return performance.now() - pressed;
    }),
  );
  return { load, presses };
}
