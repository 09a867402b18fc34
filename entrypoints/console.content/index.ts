import { defineContentScript } from '#imports';
import { browser } from 'wxt/browser';
import { consoleHosts } from '@/console/console-url.ts';
import { answer, ask, backgroundChannel, tabChannel } from '@/platform/messages.ts';
import { watchAddress } from '@/platform/navigation.ts';
import { preferencesKey, readPreferences } from '@/platform/preferences.ts';
import { createSidecar } from '@/ui/in-page/sidecar.ts';

export default defineContentScript({
  matches: consoleHosts,
  runAt: 'document_idle',
  // A posted message would tell the page that the extension is there, and its id.
  noScriptStartedPostMessage: true,

  async main(ctx) {
    const stored = await browser.storage.local.get(preferencesKey);
    const post = (message: unknown) => browser.runtime.sendMessage(message);
    // After an update the extension is gone, and this script removes itself.
    const quietly = (asked: Promise<unknown>) => void asked.catch(() => ctx.isInvalid);

    const sidecar = createSidecar({
      known: (href) => ask(post, backgroundChannel, 'known-at', href).catch(() => null),
      due: (href) => ask(post, backgroundChannel, 'due-at', href).catch(() => 0),
      panel: browser.runtime.getURL('/panel.html'),
      preferences: readPreferences(stored[preferencesKey]).preferences,
      change: (change) => quietly(ask(post, backgroundChannel, 'change-preferences', change)),
      report: (report) => quietly(ask(post, backgroundChannel, 'tell-page', report)),
      openSidePanel: () => quietly(ask(post, backgroundChannel, 'open-side-panel')),
    });
    ctx.onInvalidated(sidecar.remove);
    // An update tells nobody in the page. WXT's timers look whether the extension is still there.
    ctx.setInterval(() => {}, 2000);

    answer(
      browser.runtime,
      tabChannel,
      {
        'get-page': sidecar.report,
        'panel-ready': sidecar.frameReady,
        'toggle-panel': sidecar.toggle,
        'open-panel': sidecar.open,
        'look-up': sidecar.lookUp,
        'close-panel': sidecar.close,
        'leave-panel': sidecar.focusPage,
      },
      ctx.signal,
    );
    browser.storage.local.onChanged.addListener((changes) => {
      const changed = changes[preferencesKey];
      if (changed && ctx.isValid) sidecar.prefer(readPreferences(changed.newValue).preferences);
    });
    watchAddress(() => void sidecar.navigate(), ctx.signal);
  },
});
