import type { Known } from '../../knowledge/routes.ts';
import { type PageReport, reportAsHash } from '../../platform/messages.ts';
import type { Preferences } from '../../platform/preferences.ts';
import { element } from './element.ts';
import { createFrame, type Frame } from './frame.ts';
import { createHandle } from './handle.ts';
import { inPageStyle } from './style.ts';

/** The console's own sign of dark mode, today's and the older one. */
const darkMarkers = ['awsui-dark-mode', 'awsui-polaris-dark-mode'];
/** A frame that has not spoken by then was refused by the page. */
const handshakeTime = 1000;

/** Whether the console is dark. Its light mode has classes of the same family; without any, nobody knows: null. */
function isDark(): boolean | null {
  const { classList, className } = document.body;
  if (darkMarkers.some((name) => classList.contains(name))) return true;
  return className.includes('awsui') ? false : null;
}

/** What the part in the page needs from outside. */
export interface Surroundings {
  /** What is known about an address; null where there is nothing to say. */
  known: (href: string) => Promise<Known | null>;
  /** How many cards of the page at an address wait for review. */
  due: (href: string) => Promise<number>;
  /** Address of the panel's page. */
  panel: string;
  preferences: Preferences;
  /** Stores a change of the preferences. */
  change: (change: Partial<Preferences>) => void;
  /** Tells the extension's pages what this tab shows. */
  report: (report: PageReport) => void;
  openSidePanel: () => void;
}

/** What the panel is asked for beyond the page. */
type Asked = Pick<PageReport, 'show' | 'lookUp'>;

/** The part of Sidecar that stands in the console page: the handle, and the panel's frame once it is open. */
export interface Sidecar {
  /** The tab shows another address. */
  navigate: () => Promise<void>;
  /** The preferences have changed, here or in another tab. */
  prefer: (preferences: Preferences) => void;
  /** Opens the panel, on a note, limit or topic where one is named. */
  open: (id?: string | null) => void;
  /** Opens the panel and looks words up. */
  lookUp: (words: string) => void;
  close: () => void;
  /** As the shortcut: opens and focuses, focuses, or closes. */
  toggle: () => void;
  /** The frame has spoken: it is there. */
  frameReady: () => PageReport;
  focusPage: () => void;
  report: () => PageReport;
  remove: () => void;
}

/** Draws Sidecar's part in the page. Nothing is added to the page before there is something to show. */
export function createSidecar(around: Surroundings): Sidecar {
  let preferences = around.preferences;
  let here: Known | null = null;
  let frame: Frame | null = null;
  let handshake: ReturnType<typeof setTimeout> | undefined;
  let focusBefore: Element | null = null;
  /** What the panel is to open or look up once its frame is there. */
  let asked: Asked = {};

  /** Tells this page's panel from those of other tabs. */
  const panel = crypto.randomUUID();
  const handle = createHandle({
    opened: () => open(),
    moved: (handleAt) => around.change({ handleAt }),
  });
  const root = element('div', { class: 'root' }, handle.button);
  const host = element('aside', { 'aria-label': 'Sidecar' });
  const shadow = host.attachShadow({ mode: 'closed' });
  // Not a style element: Firefox would hold it to the page's policy, which forbids inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(inPageStyle);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(root);

  const report = (what: Asked = {}): PageReport => ({ href: location.href, dark: isDark(), panel, ...what });
  const draw = () => {
    root.classList.toggle('dark', isDark() ?? matchMedia('(prefers-color-scheme: dark)').matches);
    root.classList.toggle('left', preferences.side === 'left');
    root.classList.toggle('right', preferences.side === 'right');
    const isOpen = frame !== null;
    handle.button.classList.toggle('hidden', !here || isOpen || root.querySelector('.notice') !== null);
    handle.button.setAttribute('aria-expanded', String(isOpen));
    if (here) handle.show(here);
    handle.place(preferences.handleAt);
    if ((here || isOpen) && !host.isConnected) document.documentElement.append(host);
  };

  function open(what: Asked = {}) {
    root.querySelector('.notice')?.remove();
    if (frame) {
      if (what.show || what.lookUp) around.report(report(what));
      return;
    }
    asked = what;
    focusBefore = document.activeElement;
    frame = createFrame(around.panel + reportAsHash(report()), (width) => around.change({ width }));
    root.append(frame.root);
    handshake = setTimeout(refused, handshakeTime);
    draw();
    frame.place(preferences);
    if (!preferences.open) around.change({ open: true });
  }
  function hide() {
    clearTimeout(handshake);
    frame?.remove();
    frame = null;
    draw();
    void count();
  }
  /** Asked once the handle stands: it need not wait. */
  async function count() {
    const { href } = location;
    if (!here) return;
    const due = await around.due(href);
    if (location.href === href) handle.count(due);
  }
  function close() {
    hide();
    around.change({ open: false });
    focusPage();
  }
  function focusPage() {
    if (focusBefore instanceof HTMLElement && focusBefore.isConnected && focusBefore !== document.body)
      focusBefore.focus();
    else frame?.iframe.blur();
  }
  function refused() {
    hide();
    if (preferences.declinedHosts.includes(location.host)) return;
    const button = (text: string, act: () => void) => {
      const made = element('button', { type: 'button' }, text);
      made.addEventListener('click', () => {
        notice.remove();
        draw();
        act();
      });
      return made;
    };
    const notice = element(
      'div',
      { class: 'notice', role: 'alert' },
      element('strong', {}, 'This page does not allow panels'),
      element('p', {}, 'The browser’s side panel works here.'),
      button('Open the side panel', around.openSidePanel),
      button('Not now', () =>
        around.change({ declinedHosts: [...preferences.declinedHosts, location.host] }),
      ),
    );
    notice.style.top = handle.button.style.top;
    root.append(notice);
    draw();
  }

  const onResize = () => {
    handle.place(preferences.handleAt);
    frame?.place(preferences);
  };
  const onVisible = () => document.visibilityState === 'visible' && draw();
  addEventListener('resize', onResize);
  document.addEventListener('visibilitychange', onVisible);

  return {
    async navigate() {
      const { href } = location;
      if (frame) around.report(report());
      const found = await around.known(href);
      // The answer to an address that the tab has left meanwhile is no use.
      if (location.href !== href) return;
      here = found;
      // Remembered as open: opened by itself where there is something to show, without moving focus.
      if (preferences.open && !frame && here) open();
      else draw();
      handle.count(0);
      if (!frame) await count();
    },
    prefer(changed) {
      preferences = changed;
      draw();
      frame?.place(preferences);
    },
    open: (id) => open(id ? { show: id } : {}),
    lookUp: (words) => open({ lookUp: words }),
    close,
    toggle() {
      if (!frame) open();
      else if (document.activeElement === host) return close();
      frame?.iframe.focus();
    },
    frameReady() {
      clearTimeout(handshake);
      const answered = report(asked);
      asked = {};
      return answered;
    },
    focusPage,
    report: () => report(),
    remove() {
      hide();
      removeEventListener('resize', onResize);
      document.removeEventListener('visibilitychange', onVisible);
      host.remove();
    },
  };
}
