import { defineBackground } from '#imports';
import compact from 'virtual:knowledge-routes';
import { knownAt, unfoldRoutes } from '@/knowledge/routes.ts';
import { openTopic, pageAt } from '@/knowledge/page-at.ts';
import { consoleHosts } from '@/console/console-url.ts';
import { browser, openSidePanel } from '@/platform/browser.ts';
import { startReview } from '@/platform/review.ts';
import { loadSearch } from '@/platform/knowledge.ts';
import { answer, backgroundChannel } from '@/platform/messages.ts';
import { answerOmnibox } from '@/platform/omnibox.ts';
import { answerSelectionMenu } from '@/platform/selection-menu.ts';
import { askTab, tellPage } from '@/platform/tab.ts';
import { changePreferences } from '@/platform/stored-preferences.ts';

export default defineBackground(() => {
  const routes = unfoldRoutes(compact);
  const review = startReview();
  answer(browser.runtime, backgroundChannel, {
    'known-at': (href) => knownAt(href, routes, compact.topics),
    'due-at': (href) => review.dueIn(openTopic(pageAt(href, routes, () => true).page)),
    'change-preferences': changePreferences,
    'tell-page': (report, sender) => {
      if (sender.tab?.id !== undefined) tellPage(report, sender.tab.id);
    },
    'ask-own-tab': async (name, sender) =>
      sender.tab?.id === undefined ? null : ((await askTab(sender.tab.id, name)) ?? null),
    'open-side-panel': (_, sender) => openSidePanel(sender.tab?.id),
  });

  answerOmnibox(loadSearch);
  const consoles = [...consoleHosts, ...routes.hosts.map((host) => `https://*.${host}/*`)];
  // Where the panel cannot be shown, the browser's side panel is; what was selected is typed there by hand.
  answerSelectionMenu(
    consoles,
    (tab, words) => void askTab(tab, 'look-up', words).catch(() => openSidePanel(tab)),
  );

  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'toggle-panel' || tab?.id === undefined) return;
    const { id } = tab;
    // On a tab that is no console nobody answers; the browser's side panel is what can be shown there.
    askTab(id, 'toggle-panel').catch(() => openSidePanel(id));
  });
});
