import { keepBadge } from './badge.ts';
import { browser } from './browser.ts';
import { openReviewDatabase } from './database.ts';
import { loadReviewBase, loadService } from './knowledge.ts';
import { answer } from './messages.ts';
import { reviewAnswers } from './review-answers.ts';
import { choicesKeys, readChoices } from './review-choices.ts';
import { reviewChannel } from './review-requests.ts';
import { createReviewStore, everywhere, isRefused } from './review-store.ts';
import { receivedChoices, sendChoices } from './review-sync.ts';
import { tellReviewChanged } from './review-turn.ts';
import type { Chosen } from '../review/state.ts';

/** Where the learner is; some browsers do not say, and then days are those of UTC. */
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

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
    zone,
    onChange: () => {
      showBadge();
      tellReviewChanged();
    },
  };
  const store = createReviewStore(surroundings);
  const showBadge = keepBadge(() => store);
  answer(
    browser.runtime,
    reviewChannel,
    reviewAnswers(store, surroundings, (id) => loadService(id)),
  );

  // What is chosen here is sent to the other browsers; what another one sent is taken over as it is.
  local.onChanged.addListener((changes) => {
    if (choicesKeys.chosen in changes || choicesKeys.settings in changes)
      void readChoices(local)
        .then((choices) => sendChoices(sync, choices))
        .catch(() => undefined);
  });
  sync.onChanged.addListener(() => void takeOver());
  void takeOver((chosen) => !chosen.sets.length && !chosen.facts.length);

  /** @param isWanted decides by what is chosen here whether what is chosen elsewhere counts */
  async function takeOver(isWanted: (chosen: Chosen) => boolean = () => true) {
    const received = await receivedChoices(sync).catch(() => null);
    const here = await readChoices(local);
    const isSame = received && isEqual(received, { settings: here.settings, sets: here.chosen.sets });
    if (!received || isSame || !isWanted(here.chosen)) return;
    await store.changeChoices(({ chosen }) => ({
      chosen: { ...chosen, sets: received.sets },
      settings: received.settings,
    }));
  }
  showBadge();
  return {
    /** How many cards of a topic wait. */
    async dueIn(topic) {
      if (topic === null) return 0;
      const session = await store.session({ ...everywhere, topic });
      return isRefused(session) ? 0 : session.counts.topic;
    },
  };
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
