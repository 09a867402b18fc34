import { withFact, withSet } from '../review/chosen.ts';
import { overviewOf } from '../review/overview.ts';
import type { Service } from '../knowledge/catalog.ts';
import type { Handlers } from './messages.ts';
import { createAnki } from './review-anki.ts';
import { createBackups } from './review-backups.ts';
import type { Choices } from './review-choices.ts';
import { type Done, refusalTexts, type ReviewRequests } from './review-requests.ts';
import { type ReviewStore, type Surroundings } from './review-store.ts';
import { accepted, everywhere, isRefused } from './review-results.ts';

/**
 * What the background answers about review.
 * @param loadService one service with the texts of its notes, for exports
 */
export function reviewAnswers(
  store: ReviewStore,
  { now, loadBase }: Pick<Surroundings, 'now' | 'loadBase'>,
  loadService: (id: string) => Promise<Service>,
): Handlers<ReviewRequests> {
  const backups = createBackups(store, now);
  const anki = createAnki(store, loadService);
  const choose = async (change: (choices: Choices) => Partial<Choices>): Promise<Done> => {
    const result = await store.changeChoices(change);
    return isRefused(result) ? { refused: refusalTexts[result.refused] } : { done: true };
  };
  return {
    session: (where) => store.session(where),
    count: async (topic) => {
      const count = await store.count({ kind: 'topic', topic });
      return isRefused(count) ? 0 : count;
    },
    act: async (request) => {
      const result = await store.act(request);
      // Not waited for: the learner goes on while it is made.
      if (!isRefused(result)) void backups.daily();
      return result;
    },
    undo: (where) => store.undo(where),
    'choose-sets': async ({ sets, on }) => {
      const base = await loadBase().catch(() => null);
      if (!base) return { refused: refusalTexts['storage-failed'] };
      return choose(({ chosen }) => ({
        chosen: sets.reduce((so, set) => withSet(so, set, on, base.decks), chosen),
      }));
    },
    'choose-fact': ({ fact, topic, service, on }) =>
      choose(({ chosen }) => ({ chosen: withFact(chosen, fact, { topic, service }, on) })),
    'change-settings': async (change) =>
      accepted(await store.changeChoices(({ settings }) => ({ settings: { ...settings, ...change } })))
        .settings,
    overview: async () => {
      const session = await store.session(everywhere);
      if (isRefused(session)) return session;
      return store.withAll(async ({ stored, base }) =>
        overviewOf(stored, base, { at: now(), zone: session.zone, dueToday: session.counts.all }),
      );
    },
    export: (from) => backups.export(from),
    'import-part': (part) => backups.importPart(part),
    'import-preview': (mode) => backups.preview(mode),
    'import-confirm': (mode) => backups.confirm(mode),
    'anki-export': () => anki.export(),
    'anki-import': (text) => anki.import(text),
    backups: () => backups.list(),
    restore: (made) => backups.restore(made),
    'delete-all': () => backups.deleteAll(),
  };
}
