import { withFact, withSet } from '../review/chosen.ts';
import { overviewOf } from '../review/overview.ts';
import type { Service } from '../knowledge/catalog.ts';
import type { Handlers } from './messages.ts';
import { createAnki } from './review-anki.ts';
import { createBackups } from './review-backups.ts';
import type { ReviewRequests } from './review-requests.ts';
import { accepted, everywhere, isRefused, type ReviewStore, type Surroundings } from './review-store.ts';

/**
 * What the background answers about review.
 * @param loadService one service with the texts of its notes, for exports
 */
export function reviewAnswers(
  store: ReviewStore,
  { now }: Pick<Surroundings, 'now'>,
  loadService: (id: string) => Promise<Service>,
): Handlers<ReviewRequests> {
  const backups = createBackups(store, now);
  const anki = createAnki(store, loadService);
  return {
    session: (where) => store.session(where),
    act: async (request) => {
      const result = await store.act(request);
      // Not waited for: the learner goes on while it is made.
      if (!isRefused(result)) void backups.daily();
      return result;
    },
    undo: (where) => store.undo(where),
    'choose-sets': async ({ sets, on }) => {
      const { decks } = accepted(await store.withAll(async ({ base }) => base));
      accepted(
        await store.changeChoices(({ chosen }) => ({
          chosen: sets.reduce((so, set) => withSet(so, set, on, decks), chosen),
        })),
      );
      return { done: true };
    },
    'choose-fact': async ({ fact, topic, service, on }) => {
      accepted(
        await store.changeChoices(({ chosen }) => ({
          chosen: withFact(chosen, fact, { topic, service }, on),
        })),
      );
      return { done: true };
    },
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
