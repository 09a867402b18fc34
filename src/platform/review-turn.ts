import { browser } from './browser.ts';
import { choicesKeys } from './review-choices.ts';

/** Changes with every act. Stored, because Firefox tells frames in web pages of storage but not of messages. */
const turnKey = 'review-turn';
const keys = [turnKey, ...Object.values(choicesKeys)];

/** Tells the extension's pages that what there is to review has changed. Only the background calls this. */
export const tellReviewChanged = (): void =>
  void browser.storage.local.set({ [turnKey]: crypto.randomUUID() }).catch(() => undefined);

/** Hears when what there is to review has changed, or how. @param signal ends it */
export function followReview(tell: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (keys.some((key) => key in changes)) tell();
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
