import { browser } from './browser.ts';

/** A popup closes as soon as one looks elsewhere; whoever comes back this soon goes on. */
const keptFor = 5 * 60_000;
const key = 'popup-words';

/** Keeps what is typed in the popup. In memory only: it is gone with the browser, and never written to disk. */
export const keepWords = (words: string): Promise<void> =>
  browser.storage.session.set({ [key]: { words, at: Date.now() } });

/** What was typed in the popup less than five minutes ago, or nothing. */
export async function keptWords(): Promise<string> {
  const stored = await browser.storage.session.get(key);
  const { words, at } = (stored[key] ?? {}) as { words?: unknown; at?: unknown };
  const isFresh = typeof at === 'number' && Math.abs(Date.now() - at) < keptFor;
  return isFresh && typeof words === 'string' ? words : '';
}
