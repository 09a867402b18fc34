import { defineBackground } from '#imports';
import compact from 'virtual:knowledge-routes';
import { knownAt, unfoldRoutes } from '@/knowledge/routes.ts';
import { browser, openSidePanel } from '@/platform/browser.ts';
import { answer, backgroundChannel } from '@/platform/messages.ts';
import { askTab, tellPage } from '@/platform/tab.ts';
import { changePreferences } from '@/platform/stored-preferences.ts';

export default defineBackground(() => {
  const routes = unfoldRoutes(compact);
  answer(browser.runtime, backgroundChannel, {
    'known-at': (href) => knownAt(href, routes, compact.topics),
    'change-preferences': changePreferences,
    'tell-page': (report, sender) => {
      if (sender.tab?.id !== undefined) tellPage(report, sender.tab.id);
    },
    'ask-own-tab': async (name, sender) =>
      sender.tab?.id === undefined ? null : ((await askTab(sender.tab.id, name)) ?? null),
    'open-side-panel': (_, sender) => openSidePanel(sender.tab?.id),
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'toggle-panel' || tab?.id === undefined) return;
    const { id } = tab;
    // On a tab that is no console nobody answers; the browser's side panel is what can be shown there.
    askTab(id, 'toggle-panel').catch(() => openSidePanel(id));
  });
});
