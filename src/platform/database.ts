import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
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
}

export type ReviewDatabase = IDBPDatabase<ReviewSchema>;

/** What each version of the database adds to the one before; never changed once released, only added to. */
const upgrades: ((database: ReviewDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('states', { keyPath: 'id' });
    const log = database.createObjectStore('log', { autoIncrement: true });
    log.createIndex('id', 'id', { unique: true });
    log.createIndex('day', 'day');
    database.createObjectStore('backups', { keyPath: 'made' });
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
