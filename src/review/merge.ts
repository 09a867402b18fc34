import type { CardState, Chosen, LogEntry } from './state.ts';
import type { Stored } from './stored.ts';

/** Items by their id; of those with the same id the last. */
export const byId = <Item extends { id: string }>(items: Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** The versions of a state count its writes on one computer and say nothing about its content. */
const isSameContent = (one: CardState, other: CardState): boolean =>
  (Object.keys(one) as (keyof CardState)[]).every(
    (field) => field === 'version' || one[field] === other[field],
  );

/**
 * A state as it is stored over another one: with a version higher than both, so that an answer given on the old one
 * is noticed. What does not change is not written.
 */
export function written(incoming: CardState, current: CardState | undefined): CardState {
  if (!current) return incoming;
  if (isSameContent(incoming, current)) return current;
  return { ...incoming, version: Math.max(incoming.version, current.version) + 1 };
}

/** Both logs in one, each entry once, ordered by time. What was undone on one side is undone. */
function mergedLog(current: LogEntry[], incoming: LogEntry[]): LogEntry[] {
  const entries = byId(current);
  for (const entry of incoming) {
    const known = entries.get(entry.id) ?? entry;
    entries.set(entry.id, { ...known, isUndone: known.isUndone || entry.isUndone });
  }
  return [...entries.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What the log of one side says about a state of it. */
interface Standing {
  /** Whether the other side has undone the very act that led to this state. */
  isWithdrawn: boolean;
  /** When the card was last acted on, not counting what either side has undone. */
  touched: number;
}

/** @param undone ids of the entries that either side has undone */
function standings({ states, log }: Stored, undone: Set<string>): (card: string) => Standing {
  const state = byId(states);
  const withdrawn = new Set<string>();
  const touched = new Map(states.map(({ id, last }) => [id, last]));
  for (const { id, card, at, after, isUndone } of log) {
    const now = state.get(card);
    if (!undone.has(id)) touched.set(card, Math.max(at, touched.get(card) ?? 0));
    else if (!isUndone && now && isSameContent(now, after)) withdrawn.add(card);
  }
  return (card) => ({
    isWithdrawn: withdrawn.has(card),
    touched: touched.get(card) ?? 0,
  });
}

/** Both sides' states: of two, the one that is not withdrawn, was acted on later, was written more often, is here. */
function mergedStates(current: Stored, incoming: Stored, log: LogEntry[]): CardState[] {
  const undone = new Set(log.filter(({ isUndone }) => isUndone).map(({ id }) => id));
  const [standingHere, standingThere] = [standings(current, undone), standings(incoming, undone)];
  const [here, there] = [byId(current.states), byId(incoming.states)];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((card) => {
    const [ours, theirs] = [here.get(card), there.get(card)];
    const [our, their] = [standingHere(card), standingThere(card)];
    if (!ours || !theirs) return (ours ? our : their).isWithdrawn ? [] : (ours ?? theirs ?? []);
    const preferred =
      Number(our.isWithdrawn) - Number(their.isWithdrawn) ||
      their.touched - our.touched ||
      theirs.version - ours.version;
    return preferred > 0 ? written(theirs, ours) : ours;
  });
}

const union = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];
/** What a list has and another has not. */
export const lacking = (list: string[], other: string[]): string[] =>
  list.filter((item) => !other.includes(item));

/** All that one of the two has chosen; what one of them has taken out stays out. */
function mergedChosen(current: Chosen, incoming: Chosen): Chosen {
  const without = union(current.without, incoming.without);
  return {
    ...current,
    sets: union(current.sets, incoming.sets),
    facts: lacking(union(current.facts, incoming.facts), without),
    without,
  };
}

/**
 * Both sides in one, with the settings of the current side. Merging the same again changes nothing; either direction
 * gives the same log and states, but for the versions of states and where both sides are equally good.
 */
export const merged = (current: Stored, incoming: Stored): Stored => {
  const log = mergedLog(current.log, incoming.log);
  return {
    chosen: mergedChosen(current.chosen, incoming.chosen),
    settings: current.settings,
    states: mergedStates(current, incoming, log),
    log,
  };
};
