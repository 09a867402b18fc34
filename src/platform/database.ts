import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { CardState, LogEntry } from '../review/state.ts';
import type { StoredBackup } from './review-requests.ts';

/** A backup as it is kept: the file's text, compressed. */
export interface KeptBackup extends StoredBackup {
  gzip: ArrayBuffer;
}

interface ReviewSchema extends DBSchema {
  states: { key: string; value: CardState };
  /** Numbered in the order in which things were done, whatever the clock said. */
  log: { key: number; value: LogEntry; indexes: { id: string; day: string } };
  backups: { key: number; value: KeptBackup };
  /** Records that cannot be read: taken out of their store, so that nothing is written over them. */
  aside: { key: number; value: { from: 'states' | 'log'; record: unknown } };
}

export type ReviewDatabase = IDBPDatabase<ReviewSchema>;

const stores = ['states', 'log', 'backups', 'aside'] as const;
type Writing = IDBPTransaction<ReviewSchema, typeof stores, 'readwrite'>;

/** What each version of the database adds to the one before; never changed once released, only added to. */
const upgrades: ((database: ReviewDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('states', { keyPath: 'id' });
    const log = database.createObjectStore('log', { autoIncrement: true });
    log.createIndex('id', 'id', { unique: true });
    log.createIndex('day', 'day');
    database.createObjectStore('backups', { keyPath: 'made' });
    database.createObjectStore('aside', { autoIncrement: true });
  },
];

/**
 * Opens the database of reviewing. Only the background does: in a frame of a web page it would be another one.
 * @throws DOMException where the browser cannot open it, or where a newer Sidecar has made it
 */
export const openReviewDatabase = (name = 'review'): Promise<ReviewDatabase> =>
  openDB<ReviewSchema>(name, upgrades.length, {
    upgrade: (database, from) => {
      for (const upgrade of upgrades.slice(from)) upgrade(database);
    },
    // Another copy of the extension, or a newer one, wants to upgrade: it must not wait for this one.
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
  });

/**
 * Writes durably, all at once or not at all: whatever fails on the way takes everything back.
 * @param run begins the writes and waits for nothing else than them
 * @throws the reason why nothing was written
 */
export async function write<Result>(
  database: ReviewDatabase,
  run: (writing: Writing) => Promise<Result>,
): Promise<Result> {
  const writing = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const { done } = writing;
  done.catch(() => undefined);
  try {
    const result = await run(writing);
    await done;
    return result;
  } catch (error) {
    try {
      writing.abort();
    } catch {
      // It is over already.
    }
    await done.catch(() => undefined);
    // What is written when space runs out is told that it was aborted; the transaction knows why.
    throw writing.error ?? error;
  }
}
