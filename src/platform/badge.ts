import { browser } from './browser.ts';
import { readChoices } from './review-choices.ts';
import { isRefused } from './review-results.ts';
import type { ReviewStore } from './review-store.ts';

/** The console's blue for notifications, `color-background-notification-blue`: a badge takes no variables. */
const blue = '#006ce0';
const alarm = 'badge';
/** Steps of learning come due within minutes, everything else once a day. */
const minutes = 10;

/** Shows on the toolbar how many cards wait, all together; nothing where none do or where it is switched off. */
async function showBadge(store: ReviewStore): Promise<void> {
  const { settings } = await readChoices(browser.storage.local);
  const waiting = settings.badge ? await store.count({ kind: 'all' }) : 0;
  const count = isRefused(waiting) ? 0 : waiting;
  await browser.action.setBadgeBackgroundColor({ color: blue });
  await browser.action.setBadgeText({ text: count ? String(count) : '' });
}

/**
 * Keeps the badge true: now, and whenever time alone may have changed it.
 * @returns tells it that something was answered or chosen
 */
export function keepBadge(getStore: () => ReviewStore): () => void {
  const show = () => void showBadge(getStore()).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) show();
  });
  void browser.alarms.create(alarm, { periodInMinutes: minutes });
  return show;
}
