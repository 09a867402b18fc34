import { renamedChosen, renamedEntry } from '../review/chosen.ts';
import { dayOf } from '../review/day.ts';
import type { ReviewBase } from '../review/decks.ts';
import { queueFor, type Scope } from '../review/queue.ts';
import { applyAct, isLeech, previewIntervals, scheduler } from '../review/schedule.ts';
import type { LogEntry } from '../review/state.ts';
import type { Stored } from '../review/stored.ts';
import { todayOf } from '../review/today.ts';
import type { ReviewDatabase } from './database.ts';
import { type Choices, readChoices, type Storage, writeChoices } from './review-choices.ts';
import { logOf, type Memory, read } from './review-memory.ts';
import type { ActRequest, Refusal, Session, Where } from './review-requests.ts';

/** What the store of reviewing needs of the world. */
export interface Surroundings {
  open: () => Promise<ReviewDatabase>;
  loadBase: () => Promise<ReviewBase>;
  storage: Storage;
  /** Epoch milliseconds. */
  now: () => number;
  /** IANA name of the learner's time zone. */
  zone: () => string;
  /** Told after everything that may change how many cards are due. */
  onChange: () => void;
}

/** Nobody thinks longer about a card; whoever comes back after lunch was not thinking. */
const longestThought = 120_000;
/** As many cards of the queue as a surface is told. */
const listed = 50;

/** Everything else that changes what is stored goes through this. */
export type ReviewStore = ReturnType<typeof createReviewStore>;

/**
 * The one writer of all that is stored about reviewing. What is asked for runs one after another; an act is stored
 * durably, state and log entry together, before it is answered.
 */
export function createReviewStore({ open, loadBase, storage, now, zone, onChange }: Surroundings) {
  let memory: Promise<Memory> | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** Runs one thing after another. Where the database fails it is opened anew the next time. */
  function inTurn<Result>(run: () => Promise<Result>): Promise<Result | Refusal> {
    const done = last.then(run).catch((error: unknown): Refusal => {
      void memory?.then(({ database }) => database.close()).catch(() => undefined);
      memory = null;
      return { refused: isFull(error) ? 'storage-full' : 'storage-failed' };
    });
    last = done;
    return done;
  }

  async function remembered(): Promise<Memory> {
    const base = await loadBase();
    memory ??= read(open, base);
    const known = await memory;
    const { settings } = await readChoices(storage);
    const day = dayOf(now(), { zone: zone(), dayStartsAt: settings.dayStartsAt });
    if (known.day !== day) {
      known.day = day;
      known.log = await logOf(known.database, day, base);
    }
    return known;
  }

  async function sessionFor(where: Where): Promise<Session> {
    const [{ states, log }, { decks, renames }, choices] = await Promise.all([
      remembered(),
      loadBase(),
      readChoices(storage),
    ]);
    const chosen = renamedChosen(choices.chosen, renames);
    const entries = log.map(({ entry }) => entry);
    const day = dayOf(now(), { zone: zone(), dayStartsAt: choices.settings.dayStartsAt });
    const queueOf = (scope: Scope) =>
      queueFor({
        settings: choices.settings,
        chosen,
        decks,
        states,
        scope,
        at: now(),
        zone: zone(),
        today: todayOf(entries, day),
        continueAnyway: where.continueAnyway,
      });
    const countOf = (scope: Scope | null) => (scope ? queueOf(scope).cards.length : 0);
    const queue = queueOf(where.scope);
    const first = queue.cards.filter((card) => card === where.first);
    const cards = [...first, ...queue.cards.filter((card) => card !== where.first)].slice(0, listed);
    return {
      queue: { ...queue, cards },
      counts: {
        topic: countOf(where.topic === null ? null : { kind: 'topic', topic: where.topic }),
        service: countOf(where.service === null ? null : { kind: 'service', service: where.service }),
        all: countOf({ kind: 'all' }),
      },
      states: cards.flatMap((card) => states.get(card) ?? []),
      undoable: entries.filter(({ isUndone }) => !isUndone).length,
      settings: choices.settings,
      zone: zone(),
      previews: previewIntervals(states.get(cards[0] ?? '') ?? null, now(), choices.settings, zone()),
      isAnyChosen: chosen.sets.length + chosen.facts.length > 0,
      leech: null,
    };
  }

  async function act({ id, card, revision, act: done, version, took, where }: ActRequest) {
    const { database, states, log, day } = await remembered();
    if (log.some(({ entry }) => entry.id === id)) return sessionFor(where);
    const before = states.get(card) ?? null;
    if ((before?.version ?? 0) !== version)
      return { refused: 'answered-elsewhere', session: await sessionFor(where) } as const;
    const { settings } = await readChoices(storage);
    const after = applyAct(before, { id: card, revision }, done, now(), settings, zone());
    const entry: LogEntry = {
      id,
      card,
      act: done,
      at: now(),
      day,
      took: done.kind === 'grade' ? Math.min(Math.max(took, 0), longestThought) : 0,
      scheduler,
      before,
      after,
      isUndone: false,
    };
    const writing = database.transaction(['states', 'log'], 'readwrite', { durability: 'strict' });
    const [key] = await Promise.all([
      writing.objectStore('log').add(entry),
      writing.objectStore('states').put(after),
      writing.done,
    ]);
    states.set(card, after);
    log.push({ key, entry });
    onChange();
    const isMissed = done.kind === 'grade' && after.lapses > (before?.lapses ?? 0);
    return { ...(await sessionFor(where)), leech: isMissed && isLeech(after) ? card : null };
  }

  async function undo(where: Where) {
    const { database, states, log } = await remembered();
    const latest = log.findLast(({ entry }) => !entry.isUndone);
    if (!latest) return { card: null, session: await sessionFor(where) };
    const { card, before } = latest.entry;
    const restored = before && { ...before, version: (states.get(card)?.version ?? 0) + 1 };
    const entry = { ...latest.entry, isUndone: true };
    const writing = database.transaction(['states', 'log'], 'readwrite', { durability: 'strict' });
    await Promise.all([
      writing.objectStore('log').put(entry, latest.key),
      restored ? writing.objectStore('states').put(restored) : writing.objectStore('states').delete(card),
      writing.done,
    ]);
    if (restored) states.set(card, restored);
    else states.delete(card);
    latest.entry = entry;
    onChange();
    return { card, session: await sessionFor({ ...where, first: card }) };
  }

  /** Everything that is stored, for a backup or statistics. */
  async function everything(): Promise<Stored> {
    const { database, states } = await remembered();
    const { renames } = await loadBase();
    const { chosen, settings } = await readChoices(storage);
    const log = await database.getAll('log');
    return {
      chosen: renamedChosen(chosen, renames),
      settings,
      states: [...states.values()],
      log: log.map((entry) => renamedEntry(entry, renames)),
    };
  }

  /** Puts something else in the place of everything, at once or not at all. */
  async function replaceAll({ chosen, settings, states, log }: Stored): Promise<void> {
    const { database } = await remembered();
    const writing = database.transaction(['states', 'log'], 'readwrite', { durability: 'strict' });
    const [stateStore, logStore] = [writing.objectStore('states'), writing.objectStore('log')];
    await Promise.all([
      stateStore.clear(),
      logStore.clear(),
      ...states.map((state) => stateStore.put(state)),
      ...log.map((entry) => logStore.add(entry)),
      writing.done,
    ]);
    await writeChoices(storage, { chosen, settings });
    memory = null;
    database.close();
    onChange();
  }

  async function changeChoices(change: (choices: Choices) => Partial<Choices>): Promise<Choices> {
    const choices = await readChoices(storage);
    const changed = change(choices);
    await writeChoices(storage, changed);
    onChange();
    return { ...choices, ...changed };
  }

  return {
    session: (where: Where) => inTurn(() => sessionFor(where)),
    act: (request: ActRequest) => inTurn(() => act(request)),
    undo: (where: Where) => inTurn(() => undo(where)),
    changeChoices: (change: (choices: Choices) => Partial<Choices>) => inTurn(() => changeChoices(change)),
    /** Runs with everything stored and the database, in its turn. */
    withAll: <Result>(
      run: (all: {
        stored: Stored;
        database: ReviewDatabase;
        base: ReviewBase;
        replaceAll: (stored: Stored) => Promise<void>;
      }) => Promise<Result>,
    ) =>
      inTurn(async () => {
        const [stored, { database }, base] = await Promise.all([everything(), remembered(), loadBase()]);
        return run({ stored, database, base, replaceAll });
      }),
  };
}

const isFull = (error: unknown) => error instanceof Error && error.name === 'QuotaExceededError';

/** Where everything is reviewed, whatever page is open. */
export const everywhere: Where = {
  scope: { kind: 'all' },
  topic: null,
  service: null,
  continueAnyway: false,
  first: null,
};

/** Whether the store could not do what it was asked for. */
export const isRefused = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'refused' in result;

/** What the store answered. @throws Error where it refused */
export function accepted<Result>(result: Result | Refusal): Result {
  if (isRefused(result)) throw new Error(result.refused);
  return result;
}
