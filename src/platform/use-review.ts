import { useEffect, useMemo, useState } from 'preact/hooks';
import { isChosen } from '../review/chosen.ts';
import { serviceOf } from '../review/state.ts';
import { askReview } from './ask-review.ts';
import { idle } from './idle.ts';
import { followReview } from './review-turn.ts';
import { useChoices } from './use-choices.ts';

/** How many cards of a topic wait for review, always current. */
export function useDue(topic: string | null): number {
  const [due, setDue] = useState(0);
  useEffect(() => {
    if (topic === null) return setDue(0);
    let isWanted = true;
    const ask = async () => {
      const count = await askReview('count', topic).catch(() => 0);
      if (isWanted) setDue(count);
    };
    // The notes of the page come first.
    void idle().then(ask);
    const ended = new AbortController();
    followReview(() => void ask(), ended.signal);
    return () => {
      isWanted = false;
      ended.abort();
    };
  }, [topic]);
  return due;
}

/** What is in review, and how single notes and limits are taken in and out. @returns null until it is read */
export function useReviewChoice() {
  const chosen = useChoices()?.chosen;
  return useMemo(
    () =>
      chosen
        ? {
            isIn: (fact: string, topic: string) =>
              isChosen(`${fact}#`, { topic, service: serviceOf(topic) }, chosen),
            toggle: (fact: string, topic: string, on: boolean) =>
              void askReview('choose-fact', { fact, topic, service: serviceOf(topic), on }).catch(() => null),
          }
        : null,
    [chosen],
  );
}
