import { beforeEach, describe, expect, test } from 'vitest';
import {
  answer,
  ask,
  backgroundChannel,
  reportAsHash,
  reportFromHash,
  type Sender,
  surfaceChannel,
  tabChannel,
} from '../../src/platform/messages.ts';
import { defaultPreferences } from '../../src/platform/preferences.ts';

type Listener = (message: unknown, sender: Sender, reply: (value: unknown) => void) => true | undefined;

/** The smallest runtime there can be: listeners, and a way to deliver a message to them as a browser would. */
function createRuntime() {
  const listeners = new Set<Listener>();
  return {
    id: 'ours',
    onMessage: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
    deliver: (message: unknown, sender: Sender = { id: 'ours' }) =>
      new Promise<unknown>((resolve) => {
        const heard = [...listeners].map((listener) => listener(message, sender, resolve));
        if (!heard.includes(true)) resolve(undefined);
      }),
  };
}

let runtime: ReturnType<typeof createRuntime>;
const changes: unknown[] = [];
beforeEach(() => {
  runtime = createRuntime();
  changes.length = 0;
  answer(runtime as never, backgroundChannel, {
    'known-at': () => null,
    'due-at': () => 0,
    'ask-own-tab': () => null,
    'tell-page': () => undefined,
    'change-preferences': (change) => {
      changes.push(change);
      return { ...defaultPreferences, ...change };
    },
    'open-side-panel': () => {
      throw new Error('no side panel here');
    },
  });
});

test('a request is answered by its handler', async () => {
  expect(await ask(runtime.deliver, backgroundChannel, 'change-preferences', { width: 400 })).toMatchObject({
    width: 400,
  });
});

test('a handler that fails fails the request with its message', async () => {
  await expect(ask(runtime.deliver, backgroundChannel, 'open-side-panel')).rejects.toThrow(
    'no side panel here',
  );
});

test('a request that nobody answers fails', async () => {
  await expect(ask(runtime.deliver, tabChannel, 'get-page')).rejects.toThrow('No answer to tab/get-page');
});

describe('refused without an answer', () => {
  test.each<[string, unknown, Sender?]>([
    [
      'another extension',
      { to: 'background', name: 'change-preferences', payload: { open: true } },
      { id: 'theirs' },
    ],
    ['a web page', { to: 'background', name: 'change-preferences', payload: { open: true } }, {}],
    ['another channel', { to: 'tab', name: 'change-preferences', payload: { open: true } }],
    ['an unknown name', { to: 'background', name: 'delete-everything' }],
    ['a name that every object has', { to: 'background', name: 'toString' }],
    [
      'a payload of the wrong form',
      { to: 'background', name: 'change-preferences', payload: { width: 9999 } },
    ],
    [
      'a request that a panel may not make of its tab',
      { to: 'background', name: 'ask-own-tab', payload: 'open-panel' },
    ],
    ['a payload where none belongs', { to: 'background', name: 'open-side-panel', payload: 'now' }],
    ['text', 'change-preferences'],
    ['null', null],
  ])('%s', async (_, message, sender) => {
    expect(await runtime.deliver(message, sender)).toBeUndefined();
    expect(changes).toEqual([]);
  });
});

test.each([
  { href: 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Volumes:a=b&c', dark: true },
  { href: 'https://console.aws.amazon.com/', dark: false },
  { href: 'https://console.aws.amazon.com/', dark: null, panel: 'a-word' },
])('%j survives the way through an address', (report) => {
  expect(reportFromHash(new URL(`https://x/${reportAsHash(report)}`).hash)).toEqual(report);
});

test('an address without a report has none', () => {
  expect(reportFromHash('')).toBeNull();
});

test('listening ends with its signal', async () => {
  const ended = new AbortController();
  answer(runtime as never, surfaceChannel, { 'page-changed': () => undefined }, ended.signal);
  const message = { to: 'surface', name: 'page-changed', payload: { href: 'https://x', dark: null } };
  expect(await runtime.deliver(message)).toEqual({ value: undefined });
  ended.abort();
  expect(await runtime.deliver(message)).toBeUndefined();
});
