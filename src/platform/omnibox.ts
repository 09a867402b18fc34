import type { Hit, Search } from '../search/search.ts';
import { browser } from './browser.ts';
import { reportAsHash } from './messages.ts';

/** How many suggestions the address bar shows. */
const suggestions = 6;

/** Chrome reads a description as XML, Firefox as it is. */
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const asXml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
const plain = (text: string) => text;

/**
 * Answers the keyword in the address bar: suggestions while typing, and a page of ours with what was chosen.
 * @param load gives the search, once it is wanted
 */
export function answerOmnibox(load: () => Promise<Search>): void {
  const describe = import.meta.env.FIREFOX ? plain : asXml;
  let found: Hit[] = [];
  browser.omnibox.setDefaultSuggestion({ description: 'Search notes and limits of the AWS console' });
  browser.omnibox.onInputChanged.addListener((words, suggest) => {
    void load().then((search) => {
      found = search(words, { limit: suggestions }).hits;
      suggest(
        found.map(({ id, title, line }) => ({ content: id, description: describe(`${title}: ${line}`) })),
      );
    });
  });
  browser.omnibox.onInputEntered.addListener((chosen, disposition) => {
    const isHit = found.some(({ id }) => id === chosen);
    const asked = isHit ? { show: chosen } : { lookUp: chosen };
    const url = browser.runtime.getURL(
      `sidepanel.html${reportAsHash({ href: '', dark: null, ...asked })}` as never,
    );
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
