import { keepBadge } from './badge.ts';
import { browser } from './browser.ts';
import { openReviewDatabase } from './database.ts';
import { loadReviewBase, loadService } from './knowledge.ts';
import { answer } from './messages.ts';
import { reviewAnswers } from './review-answers.ts';
import { choicesKeys, readChoices } from './review-choices.ts';
import { reviewChannel } from './review-requests.ts';
import { createReviewStore } from './review-store.ts';
import { receivedChoices, sendChoices } from './review-sync.ts';
import { tellReviewChanged } from './review-turn.ts';
import { localZone } from './zone.ts';
import type { Chosen, ReviewSettings } from '../review/state.ts';

/** Milliseconds. */
const badgeAfter = 1000;

/**
 * Starts all that the background does about review: answers, badge, and what travels to other browsers.
 * @returns how to ask for what waits
 */
export function startReview(): { dueIn: (topic: string | null) => Promise<number> } {
  const { local, sync } = browser.storage;
  const surroundings = {
    open: () => openReviewDatabase(),
    loadBase: () => loadReviewBase(),
    area: local,
    now: () => Date.now(),
    zone: localZone,
    onChange: () => {
      showBadge();
      tellReviewChanged();
    },
  };
  const store = createReviewStore(surroundings);
  const showBadge = keepBadge(() => store);
  const answers = reviewAnswers(store, surroundings, (id) => loadService(id));
  answer(browser.runtime, reviewChannel, answers);

  /** What was sent from here: the browser tells of that, too, perhaps after the next choice. */
  const sent = new Set<string>();
  // What is chosen here is sent to the other browsers; what another one sent is taken over as it is.
  local.onChanged.addListener((changes) => {
    if (choicesKeys.chosen in changes || choicesKeys.settings in changes)
      void readChoices(local)
        .then((choices) => {
          sent.add(travelling(choices.settings, choices.chosen.sets));
          return sendChoices(sync, choices);
        })
        .catch(() => undefined);
  });
  sync.onChanged.addListener(() => void takeOver());
  void takeOver((chosen) => !chosen.sets.length && !chosen.facts.length);

  /** @param isWanted decides by what is chosen here whether what is chosen elsewhere counts */
  async function takeOver(isWanted: (chosen: Chosen) => boolean = () => true) {
    const received = await receivedChoices(sync).catch(() => null);
    const here = await readChoices(local);
    if (!received || !isWanted(here.chosen)) return;
    const wanted = travelling(received.settings, received.sets);
    if (sent.has(wanted) || wanted === travelling(here.settings, here.chosen.sets)) return;
    await store.changeChoices(({ chosen }) => ({
      chosen: { ...chosen, sets: received.sets },
      settings: received.settings,
    }));
  }
  // Whoever woke this worker waits for something else first.
  setTimeout(showBadge, badgeAfter);
  return {
    /** How many cards of a topic wait. */
    dueIn: async (topic) => (topic === null ? 0 : answers.count(topic, {})),
  };
}

/** Settings and sets in a form that can be compared. */
const travelling = (settings: ReviewSettings, sets: string[]) => JSON.stringify([settings, sets]);
