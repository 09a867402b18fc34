import { useMemo, useState } from 'preact/hooks';
import type { Done } from '../../../platform/review-requests.ts';
import { answered } from './use-doing.ts';

interface Sent<Value, Change> {
  change: Change;
  /** What was stored when it was sent. */
  on: Value;
  isDone: boolean;
}

export interface Ahead<Value, Change> {
  /** What is stored, with the changes that are on their way. */
  shown: Value;
  send: (change: Change) => Promise<void>;
  status: 'idle' | 'saving' | 'saved';
  /** Why the last change was not stored. */
  refused: string | null;
}

/**
 * Shows changes at once while they are being stored: a second one builds on the first. What is refused is taken back.
 * A change that is done is shown until the stored value comes anew.
 * @param stored what is stored; another object when it has changed
 */
export function useAhead<Value, Change>(
  stored: Value,
  apply: (value: Value, change: Change) => Value,
  store: (change: Change) => Promise<Done>,
): Ahead<Value, Change> {
  const [sent, setSent] = useState<Sent<Value, Change>[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [status, setStatus] = useState<Ahead<Value, Change>['status']>('idle');
  const shown = useMemo(
    () =>
      sent
        .filter(({ isDone, on }) => !isDone || on === stored)
        .reduce((value, { change }) => apply(value, change), stored),
    [sent, stored],
  );
  const send = async (change: Change) => {
    const one = { change, on: stored, isDone: false };
    setRefused(null);
    setStatus('saving');
    setSent((all) => [...all.filter(({ isDone, on }) => !isDone || on === stored), one]);
    const answer = await answered(() => store(change));
    if ('refused' in answer) {
      setRefused(answer.refused);
      setStatus('idle');
      setSent((all) => all.filter((other) => other !== one));
      return;
    }
    setStatus('saved');
    setSent((all) => all.map((other) => (other === one ? { ...one, isDone: true } : other)));
  };
  return { shown, send, status, refused };
}
