import { browser } from './browser.ts';
import { type Preferences, preferencesKey, readPreferences, refusedKey } from './preferences.ts';

/** The stored preferences, or the defaults where they cannot be read. */
export async function storedPreferences(): Promise<Preferences> {
  const stored = await browser.storage.local.get(preferencesKey);
  return readPreferences(stored[preferencesKey]).preferences;
}

/** Changes run one after another, so that none is lost between another's read and write. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Merges a change into the stored preferences. Only the background calls this. What could not be read is kept aside
 * under its own key before anything is written over it.
 */
export function changePreferences(change: Partial<Preferences>): Promise<Preferences> {
  const changed = queue.then(async () => {
    const stored = await browser.storage.local.get(preferencesKey);
    const { preferences, refused } = readPreferences(stored[preferencesKey]);
    if (refused !== undefined) await browser.storage.local.set({ [refusedKey]: refused });
    const merged = { ...preferences, ...change };
    await browser.storage.local.set({ [preferencesKey]: merged });
    return merged;
  });
  queue = changed.catch(() => undefined);
  return changed;
}

/** Tells the preferences whenever they change, in whatever tab. @param signal ends it */
export function watchPreferences(tell: (preferences: Preferences) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[preferencesKey];
    if (change) tell(readPreferences(change.newValue).preferences);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
