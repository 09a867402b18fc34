import { browser } from './browser.ts';
import {
  answer,
  ask,
  backgroundChannel,
  type OwnTabRequest,
  type PageReport,
  surfaceChannel,
  tabChannel,
  type TabRequests,
} from './messages.ts';

/** Asks the content script of a tab. @throws Error where the tab is no console page */
export function askTab<Name extends keyof TabRequests>(
  tabId: number,
  name: Name,
  ...payload: Parameters<TabRequests[Name]>
) {
  const post = (message: unknown) => browser.tabs.sendMessage(tabId, message, { frameId: 0 });
  return ask(post, tabChannel, name, ...(payload as never));
}

/** Tells the extension's pages, and the frames of the tab, what that tab shows. Only the background calls this. */
export function tellPage(report: PageReport, tab: number): void {
  const posts = [
    (message: unknown) => browser.runtime.sendMessage(message),
    (message: unknown) => browser.tabs.sendMessage(tab, message),
  ];
  // Nobody may be listening: no page of ours is open, or no panel in that tab.
  for (const post of posts) ask(post, surfaceChannel, 'page-changed', { ...report, tab }).catch(() => null);
}

/** The tab that the window shows: its id, and what its console page is (null on any other page). */
export interface ShownTab {
  id: number;
  report: PageReport | null;
}

async function shownTab(): Promise<ShownTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : reportOf(tab.id);
}

/** No answer means no content script: a page that is no console, or one opened before the extension came. */
async function reportOf(id: number): Promise<ShownTab> {
  return { id, report: await askTab(id, 'get-page').catch(() => null) };
}

/** Asks the page that the panel stands in, by way of the background. */
export function askOwnTab(name: OwnTabRequest) {
  return ask((message) => browser.runtime.sendMessage(message), backgroundChannel, 'ask-own-tab', name);
}

/** Asks the background to open the browser's side panel beside this tab. Only a click or key press allows it. */
export function askSidePanel(): Promise<boolean> {
  return ask((message) => browser.runtime.sendMessage(message), backgroundChannel, 'open-side-panel');
}

/**
 * Follows the page that the panel stands in. The first question is the handshake that tells the page's side that the
 * frame is there.
 * @param panel the word that page and panel share; reports for other panels are not told
 */
export function followOwnTab(
  panel: string | undefined,
  tell: (report: PageReport) => void,
  signal: AbortSignal,
): void {
  answer(
    browser.runtime,
    surfaceChannel,
    {
      'page-changed': (report) => {
        if (report.panel === panel) tell(report);
      },
    },
    signal,
  );
  void askOwnTab('panel-ready').then((report) => report && tell(report));
}

/**
 * Lets console links of a page of ours that stands in no tab lead the tab beside it. Clicks that ask for a new tab or
 * window stay the browser's.
 */
export function leadShownTab(signal: AbortSignal): void {
  const lead = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-console]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void browser.tabs.update({ url: link.href });
  };
  document.addEventListener('click', lead, { signal });
}

/** Follows whichever tab the window shows. @returns through `tell`, at once and at every change */
export function followShownTab(tell: (tab: ShownTab | null) => void, signal: AbortSignal): void {
  let shown: ShownTab | null = null;
  const look = async () => {
    shown = await shownTab();
    if (!signal.aborted) tell(shown);
  };
  const updated = (id: number, change: { status?: string | undefined }) => {
    if (id === shown?.id && change.status === 'complete') void look();
  };
  const activated = () => void look();
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  });
  answer(
    browser.runtime,
    surfaceChannel,
    {
      'page-changed': (report) => {
        if (shown && report.tab === shown.id) tell({ id: shown.id, report });
      },
    },
    signal,
  );
  void look();
}
