import { useLayoutEffect, useState } from 'preact/hooks';
import { browser } from './browser.ts';
import { ask, backgroundChannel } from './messages.ts';
import type { Preferences } from './preferences.ts';
import { storedPreferences, watchPreferences } from './stored-preferences.ts';

/**
 * The stored preferences, always current, and how to change them. This is the one place where stored state and
 * components meet.
 * @returns null until they are read
 */
export function usePreferences(): [Preferences | null, (change: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  // Asked before the first paint, which waits for the answer.
  useLayoutEffect(() => {
    const ended = new AbortController();
    void storedPreferences().then(setPreferences);
    watchPreferences(setPreferences, ended.signal);
    return () => ended.abort();
  }, []);
  const change = (wanted: Partial<Preferences>) => {
    setPreferences((known) => known && { ...known, ...wanted });
    void ask(
      (message) => browser.runtime.sendMessage(message),
      backgroundChannel,
      'change-preferences',
      wanted,
    ).then(setPreferences);
  };
  return [preferences, change];
}
