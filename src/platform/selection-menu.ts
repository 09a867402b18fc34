import { browser } from './browser.ts';

const menu = 'look-up';

/**
 * Offers to look up text that is selected in the console. The text is handed over only when the menu is chosen.
 * @param pages match patterns of the console
 * @param lookUp told the tab and the selected words
 */
export function answerSelectionMenu(pages: string[], lookUp: (tab: number, words: string) => void): void {
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({
      id: menu,
      title: 'Look up “%s” in Sidecar',
      contexts: ['selection'],
      documentUrlPatterns: pages,
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === menu && tab?.id !== undefined && selectionText?.trim())
      lookUp(tab.id, selectionText.trim());
  });
}
