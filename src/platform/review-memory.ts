import { renamed, renamedEntry, renamedState, type Renames } from '../review/chosen.ts';
import { dayOf } from '../review/day.ts';
import type { ReviewBase } from '../review/decks.ts';
import { written } from '../review/merge.ts';
import type { CardState, LogEntry } from '../review/state.ts';
import { shapes } from '../review/stored.ts';
import { type ReviewDatabase, write } from './database.ts';

/** A log entry with its number in the database. */
interface Numbered {
  key: number;
  entry: LogEntry;
}

/** What was done on the learner's day, or on a later one by a clock that was set back since. */
interface Done {
  /** In the order in which it was done. */
  log: Numbered[];
  /** What was done up to this number cannot be undone: an act of an earlier day came after it. */
  closed: number;
}

/** What is remembered of the database while this worker lives. It alone writes, so it stays true. */
export interface Memory extends Done {
  database: ReviewDatabase;
  states: Map<string, CardState>;
  /** The learner's day that `log` is of. */
  day: string;
}

const isState = (value: unknown) => shapes.cardState(value, '') === null;
const isEntry = (value: unknown) => shapes.logEntry(value, '') === null;

/** States under the ids of today. Where two cards became one, what was answered last is how well it is known. */
export function renamedStates(states: CardState[], renames: Renames): Map<string, CardState> {
  const byId = new Map<string, CardState>();
  for (const state of states) {
    const now = renamedState(state, renames);
    const other = byId.get(now.id);
    byId.set(now.id, other ? (other.last > now.last ? written(other, now) : written(now, other)) : now);
  }
  return byId;
}

/**
 * Reads what is stored, under the ids of today. A state that cannot be read is put aside, and what the log says of
 * its card takes its place; without that the card counts as new.
 */
export async function read(
  open: () => Promise<ReviewDatabase>,
  loadBase: () => Promise<ReviewBase>,
): Promise<Memory> {
  // Both at once: somebody waits for the worker that was just woken.
  const [{ renames }, { database, stored }] = await Promise.all([
    loadBase(),
    open().then(async (opened) => ({ database: opened, stored: await opened.getAll('states') })),
  ]);
  const unsound = stored.filter((state) => !isState(state));
  const log = unsound.length ? (await database.getAll('log')).filter(isEntry) : [];
  const mended = unsound.flatMap(({ id }) => {
    const latest = log.findLast(({ card, isUndone }) => card === id && !isUndone);
    return latest ? { ...latest.after, id, version: latest.after.version + 1 } : [];
  });
  const sound = [...stored.filter(isState), ...mended];
  const states = renamedStates(sound, renames);
  const gone = sound.filter(({ id }) => !states.has(id));
  if (gone.length || unsound.length) {
    const touched = new Set([...gone, ...mended].map(({ id }) => renamed(id, renames)));
    await write(database, (writing) =>
      Promise.all([
        ...unsound.map((record) => writing.objectStore('aside').add({ from: 'states', record })),
        ...[...unsound, ...gone].map(({ id }) => writing.objectStore('states').delete(id)),
        ...[...touched].flatMap((id) => {
          const state = states.get(id);
          return state ? writing.objectStore('states').put(state) : [];
        }),
      ]),
    );
  }
  return { database, states, day: '', log: [], closed: 0 };
}

/** What was done on a day, and what can be undone of it: the newest acts in one row, none of an earlier day between. */
export async function doneSince(
  database: ReviewDatabase,
  day: string,
  { renames }: ReviewBase,
): Promise<Done> {
  const { store } = database.transaction('log');
  const range = IDBKeyRange.lowerBound(day);
  const [keys, entries] = await Promise.all([
    store.index('day').getAllKeys(range),
    store.index('day').getAll(range),
  ]);
  const log = keys
    .flatMap((key, at) => (isEntry(entries[at]) ? { key, entry: entries[at] as LogEntry } : []))
    .map(({ key, entry }) => ({ key, entry: renamedEntry(entry, renames) }))
    .toSorted((a, b) => a.key - b.key);
  const [first] = log;
  const since = first ? await store.getAllKeys(IDBKeyRange.lowerBound(first.key)) : [];
  const ours = new Set(log.map(({ key }) => key));
  return { log, closed: since.findLast((key) => !ours.has(key)) ?? 0 };
}

/** The acts that can be undone, the newest last. */
export const undoable = ({ log, closed }: Done): Numbered[] =>
  log.filter(({ key, entry }) => key > closed && !entry.isUndone);

/** The whole log in the order in which things were done. What cannot be read is put aside. */
export async function wholeLog(database: ReviewDatabase, { renames }: ReviewBase): Promise<LogEntry[]> {
  const { store } = database.transaction('log');
  const [keys, entries] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const unsound = keys.flatMap((key, at) => (isEntry(entries[at]) ? [] : { key, record: entries[at] }));
  if (unsound.length)
    await write(database, (writing) =>
      Promise.all(
        unsound.flatMap(({ key, record }) => [
          writing.objectStore('aside').add({ from: 'log', record }),
          writing.objectStore('log').delete(key),
        ]),
      ),
    );
  return entries.filter(isEntry).map((entry) => renamedEntry(entry, renames));
}

/** A time zone, or UTC where it is none that is known: some browsers say `Etc/Unknown`. */
export function knownZone(zone: string): string {
  try {
    dayOf(0, { zone, dayStartsAt: 0 });
    return zone;
  } catch {
    return 'UTC';
  }
}
