import { renamedEntry, renamedState } from '../review/chosen.ts';
import type { ReviewBase } from '../review/decks.ts';
import { written } from '../review/merge.ts';
import type { CardState, LogEntry } from '../review/state.ts';
import { shapes } from '../review/stored.ts';
import type { ReviewDatabase } from './database.ts';

/** A log entry with its number in the database. */
interface Numbered {
  key: number;
  entry: LogEntry;
}

/** What is remembered of the database while this worker lives. It alone writes, so it stays true. */
export interface Memory {
  database: ReviewDatabase;
  states: Map<string, CardState>;
  /** The learner's day that `log` is of. */
  day: string;
  log: Numbered[];
}

/**
 * Reads what is stored, under the ids of today. A state that cannot be read stays where it is and is left out: its
 * card counts as new.
 */
export async function read(open: () => Promise<ReviewDatabase>, { renames }: ReviewBase): Promise<Memory> {
  const database = await open();
  const stored = await database.getAll('states');
  const sound = stored.filter((state) => shapes.cardState(state, '') === null);
  const states = new Map<string, CardState>();
  for (const state of sound) {
    const now = renamedState(state, renames);
    const other = states.get(now.id);
    // Two cards became one: what was answered last is how well it is known.
    states.set(now.id, other ? (other.last > now.last ? written(other, now) : written(now, other)) : now);
  }
  const gone = sound.filter(({ id }) => !states.has(id));
  if (gone.length) {
    const writing = database.transaction('states', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...[...states.values()].map((state) => writing.store.put(state)),
      ...gone.map(({ id }) => writing.store.delete(id)),
      writing.done,
    ]);
  }
  return { database, states, day: '', log: [] };
}

/** What was done on a day, in the order in which it was done. */
export async function logOf(
  database: ReviewDatabase,
  day: string,
  { renames }: ReviewBase,
): Promise<Numbered[]> {
  const reading = database.transaction('log').store.index('day');
  const [keys, entries] = await Promise.all([reading.getAllKeys(day), reading.getAll(day)]);
  return keys.map((key, at) => ({ key, entry: renamedEntry(entries[at] as LogEntry, renames) }));
}
