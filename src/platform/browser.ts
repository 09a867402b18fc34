import browser from 'webextension-polyfill';

/** The browser, for extension pages and the background. The content script uses `wxt/browser`, which is smaller. */
export { browser };

/** What the polyfill does not describe: Chrome's side panel. */
interface WithSidePanel {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
}

/**
 * Opens the browser's own side panel (Chrome) or sidebar (Firefox). Only a click or key press allows it.
 * @returns false where it could not be opened
 */
export async function openSidePanel(tabId: number | undefined): Promise<boolean> {
  const { sidePanel } = browser as WithSidePanel;
  try {
    if (sidePanel && tabId !== undefined) await sidePanel.open({ tabId });
    else await browser.sidebarAction.open();
    return true;
  } catch {
    return false;
  }
}
