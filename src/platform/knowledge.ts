import type { Service, ServiceSummary } from '../knowledge/catalog.ts';
import type { ReviewBase } from '../review/decks.ts';
import type { StoredIndex } from '../search/index-format.ts';
import type { Search } from '../search/search.ts';
import { searchEntries } from '../search/entries.ts';
import { browser } from './browser.ts';
import { idle } from './idle.ts';

/** Reads one of the extension's own files. */
async function read<Content>(path: string): Promise<Content> {
  const reply = await fetch(browser.runtime.getURL(path));
  return (await reply.json()) as Content;
}

/** Keeps what was read: a file is read once per document. */
function once<Value>(make: (key: string) => Promise<Value>): (key?: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key = '') => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    // What failed is tried again the next time.
    known.catch(() => made.delete(key));
    return known;
  };
}

/** Every service with topics, without the text of its notes. */
export const loadServices = once(() => read<ServiceSummary[]>('knowledge/services.json'));

/** One service with everything known about it. @throws Error where there is none of that id */
export const loadService = once((id: string) => read<Service>(`knowledge/service/${id}.json`));

/** The ids of all cards, and what else reviewing needs beside their text. */
export const loadReviewBase = once(() => read<ReviewBase>('knowledge/review.json'));

/** The search over the whole base. Waits until the document is drawn, so that it never delays typing. */
export const loadSearch = once(async (): Promise<Search> => {
  await idle();
  const [{ createSearch }, index, summaries] = await Promise.all([
    import('../search/search.ts'),
    read<StoredIndex>('knowledge/search.json'),
    loadServices(),
  ]);
  const services = await Promise.all(summaries.map(({ id }) => loadService(id)));
  return createSearch(index, searchEntries(services));
});
