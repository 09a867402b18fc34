import { byId, lacking, merged, written } from './merge.ts';
import type { ReviewSettings } from './state.ts';
import type { Stored } from './stored.ts';

/** Whether what is imported is added to what is there, or takes its place. */
export type ImportMode = 'merge' | 'replace';

/** What an import would change, for the learner to confirm. */
export interface ImportChanges {
  cardsAdded: number;
  cardsUpdated: number;
  cardsRemoved: number;
  /** Grades that count, so not those undone. An answer undone on the other side counts as removed. */
  answersAdded: number;
  answersRemoved: number;
  /** Services and topics. */
  setsAdded: string[];
  setsRemoved: string[];
  /** Single notes and limits that would be listed as in or out, or no longer be. */
  singlesChanged: number;
  settingsChanged: (keyof ReviewSettings)[];
  /** Cards of the import that are in no deck of this version. They are kept, but not asked. */
  unknownCards: number;
}

export interface ImportPlan {
  /** What is to be stored if the learner confirms. */
  next: Stored;
  changes: ImportChanges;
}

const replaced = (current: Stored, incoming: Stored): Stored => {
  const here = byId(current.states);
  const states = [...byId(incoming.states).values()].map((state) => written(state, here.get(state.id)));
  return { ...incoming, states, log: [...byId(incoming.log).values()] };
};

const plans: Record<ImportMode, (current: Stored, incoming: Stored) => Stored> = {
  merge: merged,
  replace: replaced,
};

const answersIn = ({ log }: Stored): Set<string> =>
  new Set(log.filter(({ act, isUndone }) => act.kind === 'grade' && !isUndone).map(({ id }) => id));

const differing = (one: string[], other: string[]): number =>
  lacking(one, other).length + lacking(other, one).length;

function changesBetween(current: Stored, next: Stored): Omit<ImportChanges, 'unknownCards'> {
  const [before, after] = [byId(current.states), byId(next.states)];
  const [answered, answering] = [answersIn(current), answersIn(next)];
  const kept = next.states.filter(({ id }) => before.has(id));
  return {
    cardsAdded: after.size - kept.length,
    cardsUpdated: kept.filter((state) => state.version !== before.get(state.id)?.version).length,
    cardsRemoved: before.size - kept.length,
    answersAdded: answering.difference(answered).size,
    answersRemoved: answered.difference(answering).size,
    setsAdded: lacking(next.chosen.sets, current.chosen.sets),
    setsRemoved: lacking(current.chosen.sets, next.chosen.sets),
    singlesChanged:
      differing(current.chosen.facts, next.chosen.facts) +
      differing(current.chosen.without, next.chosen.without),
    settingsChanged: (Object.keys(next.settings) as (keyof ReviewSettings)[]).filter(
      (field) => JSON.stringify(current.settings[field]) !== JSON.stringify(next.settings[field]),
    ),
  };
}

/**
 * Works out what an import would do, without doing it: show `changes`, store `next` when confirmed. Merging keeps the
 * current settings. States that are replaced get a higher version, so that open panels notice.
 * @param incoming what a backup held, under the ids of today: see `renamedState` and its like
 * @param known ids of all cards in the decks
 */
export function planImport(
  current: Stored,
  incoming: Stored,
  mode: ImportMode,
  known: ReadonlySet<string>,
): ImportPlan {
  const next = plans[mode](current, incoming);
  const unknownCards = incoming.states.filter(({ id }) => !known.has(id)).length;
  return { next, changes: { ...changesBetween(current, next), unknownCards } };
}
