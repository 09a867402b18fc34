import type { Known } from '../knowledge/routes.ts';
import { isPreferenceChange, type Preferences } from './preferences.ts';

/** What a console tab shows, as its content script sees it. */
export interface PageReport {
  href: string;
  /** Whether the console is in dark mode; null where it gives no sign. */
  dark: boolean | null;
  /** A note, limit or topic that the panel should open. */
  show?: string;
  /** Words that the panel should look up. */
  lookUp?: string;
  /** Which of the open panels the report is for: a random word that page and panel share. */
  panel?: string;
  /** The tab it is about; the background fills it in. */
  tab?: number;
}

/** A report as the part of an address behind `#`: so a page of ours knows what to show before its first message. */
export function reportAsHash({ href, dark, panel, show, lookUp }: PageReport): string {
  const fields = { href, ...(dark !== null && { dark: String(dark) }), panel, show, lookUp };
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return `#${new URLSearchParams(given)}`;
}

/** The report that an address carries behind `#`, or null. */
export function reportFromHash(hash: string): PageReport | null {
  const fields = new URLSearchParams(hash.slice(1));
  const [href, dark, panel, show, lookUp] = ['href', 'dark', 'panel', 'show', 'lookUp'].map((name) =>
    fields.get(name),
  );
  if (href === null || href === undefined) return null;
  return {
    href,
    dark: dark ? dark === 'true' : null,
    ...(panel && { panel }),
    ...(show && { show }),
    ...(lookUp && { lookUp }),
  };
}

/** Asked of the background, the only writer of stored state. */
export interface BackgroundRequests {
  /**
   * What is known about an address. Asked by the content script of every page it comes to: so the patterns, which
   * grow with the knowledge base, are not loaded into each console page.
   */
  'known-at'(href: string): Known | null;
  /** How many cards of the page at an address wait for review. */
  'due-at'(href: string): number;
  /** Stores a change of the preferences. Answers with all of them. */
  'change-preferences'(change: Partial<Preferences>): Preferences;
  /**
   * The tab of the asking content script shows another page: told on to the extension's pages, and to the frames of
   * that tab, because Firefox delivers a content script's messages to the former only.
   */
  'tell-page'(report: PageReport): void;
  /**
   * Hands a request of the panel on to the content script of the tab it stands in. In Firefox a frame in a web page
   * has no `tabs`, so the panel cannot ask its tab itself.
   */
  'ask-own-tab'(name: OwnTabRequest): PageReport | null;
  /** Opens the browser's side panel beside the asking tab. Answers false where the browser has none. */
  'open-side-panel'(): boolean;
}

/** What the panel asks of the page it stands in. */
export type OwnTabRequest = 'panel-ready' | 'close-panel' | 'leave-panel';
const ownTabRequests: unknown[] = ['panel-ready', 'close-panel', 'leave-panel'] satisfies OwnTabRequest[];

/** Asked of the content script of one console tab. */
export interface TabRequests {
  /** What the tab shows. */
  'get-page'(): PageReport;
  /** The panel's frame has loaded: what the tab shows. */
  'panel-ready'(): PageReport;
  /** Opens the panel, moves focus into it, or closes it, as the shortcut does. */
  'toggle-panel'(): void;
  /** Opens the panel on a note, limit or topic, or as it was. */
  'open-panel'(id: string | null): void;
  /** Opens the panel and looks words up. */
  'look-up'(words: string): void;
  /** Closes the panel. */
  'close-panel'(): void;
  /** Moves focus from the panel back to the page. */
  'leave-panel'(): void;
}

/** Told to the extension's pages. */
export interface SurfaceRequests {
  /** A console tab shows another page. */
  'page-changed'(report: PageReport): void;
}

type Payload<Request> = Request extends (...payload: infer Given) => unknown ? Given : never;
type Answer<Request> = Request extends (...payload: never) => infer Given ? Given : never;

const isText = (payload: unknown) => typeof payload === 'string';
const isNothing = (payload: unknown) => payload === undefined || payload === null;
const isPageReport = (payload: unknown) =>
  typeof payload === 'object' && payload !== null && typeof (payload as PageReport).href === 'string';

/** One direction of messages: its name, and what each message may carry. Anything else is refused. */
export interface Channel<Requests> {
  to: string;
  accepts: Record<keyof Requests, (payload: unknown) => boolean>;
  /** Never there; it carries the type of the requests. */
  requests?: Requests;
}

export const backgroundChannel: Channel<BackgroundRequests> = {
  to: 'background',
  accepts: {
    'known-at': isText,
    'due-at': isText,
    'tell-page': isPageReport,
    'ask-own-tab': (payload) => ownTabRequests.includes(payload),
    'change-preferences': isPreferenceChange,
    'open-side-panel': isNothing,
  },
};

export const tabChannel: Channel<TabRequests> = {
  to: 'tab',
  accepts: {
    'get-page': isNothing,
    'panel-ready': isNothing,
    'toggle-panel': isNothing,
    'open-panel': (payload) => isNothing(payload) || isText(payload),
    'look-up': isText,
    'close-panel': isNothing,
    'leave-panel': isNothing,
  },
};

export const surfaceChannel: Channel<SurfaceRequests> = {
  to: 'surface',
  accepts: { 'page-changed': isPageReport },
};

/** The form every message has on its way. */
interface Envelope {
  to: string;
  name: string;
  payload?: unknown;
}

/** Who sent a message, as the browser vouches for it. */
export interface Sender {
  id?: string;
  tab?: { id?: number };
}

/** Hears messages. Returning true keeps the way open for an answer later; that works with and without the polyfill. */
type Listener = (message: unknown, sender: Sender, reply: (value: unknown) => void) => true | undefined;

/** The browser's `runtime`, the polyfill's or its own: their listener types agree on nothing but the form above. */
interface Runtime {
  id?: string;
  onMessage: { addListener(listener: never): void; removeListener(listener: never): void };
}

export type Handlers<Requests> = {
  [Name in keyof Requests]: (
    payload: Payload<Requests[Name]>[0],
    sender: Sender,
  ) => Answer<Requests[Name]> | Promise<Answer<Requests[Name]>>;
};

/**
 * Answers the messages of one channel. Messages of other extensions, unknown names and payloads of the wrong
 * form are refused without an answer; a handler that fails answers with the failure.
 * @param signal stops listening
 */
export function answer<Requests>(
  runtime: Runtime,
  channel: Channel<Requests>,
  handlers: Handlers<Requests>,
  signal?: AbortSignal,
): void {
  const listener: Listener = (message, sender, reply) => {
    if (sender.id !== runtime.id || !isEnvelope(message, channel)) return undefined;
    const handler = handlers[message.name as keyof typeof handlers] as (
      payload: unknown,
      sender: Sender,
    ) => unknown;
    Promise.resolve()
      .then(() => handler(message.payload, sender))
      .then(
        (value) => reply({ value }),
        (error: unknown) => reply({ error: String(error) }),
      );
    return true;
  };
  runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () => runtime.onMessage.removeListener(listener as never));
}

function isEnvelope<Requests>(message: unknown, { to, accepts }: Channel<Requests>): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { to: wanted, name, payload } = message as Partial<Envelope>;
  const names = accepts as Record<string, (payload: unknown) => boolean>;
  return (
    wanted === to && typeof name === 'string' && Object.hasOwn(names, name) && names[name]?.(payload) === true
  );
}

/**
 * Sends one message.
 * @param post how it travels: `runtime.sendMessage`, or `tabs.sendMessage` with the tab filled in
 * @returns the answer
 * @throws Error where nobody answers or the other side failed
 */
export async function ask<Requests, Name extends keyof Requests & string>(
  post: (message: unknown) => Promise<unknown>,
  { to }: Channel<Requests>,
  name: Name,
  ...payload: Payload<Requests[Name]>
): Promise<Answer<Requests[Name]>> {
  const reply = (await post({ to, name, payload: payload[0] } satisfies Envelope)) as
    { value?: unknown; error?: string } | undefined;
  if (!reply) throw new Error(`No answer to ${to}/${name}`);
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.value as Answer<Requests[Name]>;
}
