import { longestBackup, readBackup, writeBackup } from '../review/backup.ts';
import { renamedChosen, renamedEntry } from '../review/chosen.ts';
import type { ReviewBase } from '../review/decks.ts';
import type { ImportMode } from '../review/plan-import.ts';
import { planImport } from '../review/plan-import.ts';
import type { Stored } from '../review/stored.ts';
import { type ReviewDatabase, write } from './database.ts';
import { renamedStates } from './review-memory.ts';
import { type Done, type ImportPreview, refusalTexts, type StoredBackup } from './review-requests.ts';
import type { ReviewStore } from './review-store.ts';

/** How many rolling backups are kept; the oldest give way. */
const kept = 10;
/** Messages of the browser carry at most 64 MB; a part is as long as this many characters. */
const partLength = 4_000_000;
const oneDay = 86_400_000;

const tooLong = `This file has more than ${longestBackup / 1e6} MB; Sidecar reads backups of up to ${longestBackup / 1e6} MB. Choose a file that Sidecar exported.`;

const gzip = (text: string): Promise<ArrayBuffer> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
const gunzip = (bytes: ArrayBuffer): Promise<string> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();

/** What a backup held, under the ids of today. */
const underNewIds = ({ chosen, settings, states, log }: Stored, { renames }: ReviewBase): Stored => ({
  chosen: renamedChosen(chosen, renames),
  settings,
  states: [...renamedStates(states, renames).values()],
  log: log.map((entry) => renamedEntry(entry, renames)),
});

/**
 * Everything as a file, there and back, and the backups that the extension keeps by itself.
 * @param now epoch milliseconds
 */
export function createBackups(store: ReviewStore, now: () => number) {
  /** The file that is being fetched in parts, and the one that is being handed over. */
  let outgoing = '';
  let incoming = '';
  let lastKept = 0;
  /** Not in the future: a clock that was set back would otherwise have to catch up first. */
  const isRecent = (made: number) => made <= now() && now() - made < oneDay;

  async function keep(stored: Stored, database: ReviewDatabase, why: StoredBackup['why']): Promise<void> {
    const text = await writeBackup(stored, now());
    const others = await database.getAllKeys('backups');
    // Two within a millisecond are two.
    let made = now();
    while (others.includes(made)) made += 1;
    const answers = stored.log.filter(({ act, isUndone }) => act.kind === 'grade' && !isUndone).length;
    const about = { made, why, cards: stored.states.length, answers, size: text.length };
    const compressed = await gzip(text);
    const old = others.slice(0, Math.max(0, others.length + 1 - kept));
    await write(database, (writing) => {
      const backups = writing.objectStore('backups');
      return Promise.all([
        backups.put({ ...about, gzip: compressed }),
        ...old.map((key) => backups.delete(key)),
      ]);
    });
    lastKept = made;
  }

  /** Runs in the store's turn; what the database refuses becomes a sentence. */
  async function done<Result extends object>(
    run: (all: Parameters<Parameters<ReviewStore['withAll']>[0]>[0]) => Promise<Result>,
  ): Promise<Result | { refused: string }> {
    const result = await store.withAll(run);
    return 'refused' in result && result.refused in refusalTexts
      ? { refused: refusalTexts[result.refused] }
      : result;
  }

  const readIncoming = async (base: ReviewBase) => {
    // The worker was stopped since, or it was imported already.
    if (!incoming) return { refused: 'The file is no longer at hand. Choose it again.' };
    const read = await readBackup(incoming);
    return 'refused' in read ? read : { ...read, stored: underNewIds(read.stored, base) };
  };
  const knownCards = ({ decks }: ReviewBase) => new Set(decks.flatMap(({ cards }) => cards));

  return {
    async export(from: number): Promise<{ part: string; next: number | null }> {
      if (from === 0) {
        const text = await store.withAll(({ stored }) => writeBackup(stored, now()));
        if (typeof text !== 'string') throw new Error(refusalTexts[text.refused]);
        outgoing = text;
      }
      // The worker was stopped between two parts: what is missing must not look like the end.
      if (from > outgoing.length) throw new Error('The export was interrupted. Start it again.');
      const next = from + partLength;
      const part = outgoing.slice(from, next);
      return { part, next: next < outgoing.length ? next : null };
    },

    importPart({ from, text }: { from: number; text: string }): Done {
      if (from === 0) incoming = '';
      // The worker may have been stopped between two parts; what it had is gone with it.
      if (from !== incoming.length)
        return { refused: 'The file was not handed over completely. Choose it again.' };
      if (from + text.length > longestBackup) {
        incoming = '';
        return { refused: tooLong };
      }
      incoming += text;
      return { done: true };
    },

    preview: (mode: ImportMode): Promise<ImportPreview> =>
      done(async ({ stored, base }) => {
        const read = await readIncoming(base);
        if ('refused' in read) return read;
        const { changes } = planImport(stored, read.stored, mode, knownCards(base));
        return { changes, made: read.made };
      }),

    confirm: (mode: ImportMode): Promise<Done> =>
      done(async ({ stored, database, base, replaceAll }) => {
        const read = await readIncoming(base);
        if ('refused' in read) return read;
        await keep(stored, database, 'before-import');
        await replaceAll(planImport(stored, read.stored, mode, knownCards(base)).next);
        incoming = '';
        return { done: true };
      }),

    async list(): Promise<StoredBackup[]> {
      const all = await store.withDatabase((database) => database.getAll('backups'));
      if ('refused' in all) throw new Error(refusalTexts[all.refused]);
      return all
        .toReversed()
        .map(({ made, why, cards, answers, size }) => ({ made, why, cards, answers, size }));
    },

    restore: (made: number): Promise<Done> =>
      done(async ({ stored, database, base, replaceAll }) => {
        const backup = await database.get('backups', made);
        if (!backup) return { refused: 'This backup is no longer there. Choose another one.' };
        const read = await readBackup(await gunzip(backup.gzip).catch(() => ''));
        if ('refused' in read) return { refused: 'This backup is damaged. Choose another one.' };
        await keep(stored, database, 'before-restore');
        const known = underNewIds(read.stored, base);
        await replaceAll(planImport(stored, known, 'replace', knownCards(base)).next);
        return { done: true };
      }),

    deleteAll: (): Promise<Done> =>
      done(async ({ stored, database, replaceAll }) => {
        await keep(stored, database, 'before-restore');
        await replaceAll({ ...stored, states: [], log: [] });
        return { done: true };
      }),

    /** Keeps a backup if the last one is a day old and there is anything to keep. */
    async daily(): Promise<void> {
      // Asked after every answer, and reading everything takes its time.
      if (isRecent(lastKept)) return;
      await store.withDatabase(async (database, everything) => {
        const recent = (await database.getAllKeys('backups')).findLast(isRecent);
        if (recent !== undefined) {
          lastKept = recent;
          return;
        }
        const stored = await everything();
        if (stored.log.length) await keep(stored, database, 'daily');
      });
    },
  };
}
