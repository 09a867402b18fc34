import { renamedChosen } from '../review/chosen.ts';
import { dayOf } from '../review/day.ts';
import type { ReviewBase } from '../review/decks.ts';
import { type Queue, queueFor, type Scope } from '../review/queue.ts';
import { applyAct, isLeech, previewIntervals, scheduler } from '../review/schedule.ts';
import { type Chosen, defaultSettings, type LogEntry } from '../review/state.ts';
import type { Stored } from '../review/stored.ts';
import { todayOf } from '../review/today.ts';
import { type ReviewDatabase, write } from './database.ts';
import { type Choices, readChoices, type Area, writeChoices } from './review-choices.ts';
import { doneSince, knownZone, type Memory, read, undoable, wholeLog } from './review-memory.ts';
import type { ActRequest, Refusal, Session, Where } from './review-requests.ts';

/** What the store of reviewing needs of the world. */
export interface Surroundings {
  open: () => Promise<ReviewDatabase>;
  loadBase: () => Promise<ReviewBase>;
  area: Area;
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
export function createReviewStore({ open, loadBase, area, now, onChange, ...given }: Surroundings) {
  const zone = () => knownZone(given.zone());
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
    memory ??= read(open, loadBase);
    const [known, base, { settings }] = await Promise.all([memory, loadBase(), readChoices(area)]);
    const day = dayOf(now(), { zone: zone(), dayStartsAt: settings.dayStartsAt });
    if (known.day !== day) {
      known.day = day;
      Object.assign(known, await doneSince(known.database, day, base));
    }
    return known;
  }

  /** Makes queues of what is stored now; of a scope it makes one. */
  async function queues(continueAnyway: boolean) {
    const [{ states, log, closed }, { decks, renames }, { settings, ...choices }] = await Promise.all([
      remembered(),
      loadBase(),
      readChoices(area),
    ]);
    const chosen = renamedChosen(choices.chosen, renames);
    const day = dayOf(now(), { zone: zone(), dayStartsAt: settings.dayStartsAt });
    const done = log.map(({ entry }) => entry);
    const shared = { settings, chosen, decks, states, continueAnyway, today: todayOf(done, day) };
    const made = new Map<string, Queue>();
    const queueOf = (scope: Scope): Queue => {
      const key = JSON.stringify(scope);
      const queue = made.get(key) ?? queueFor({ ...shared, scope, at: now(), zone: zone() });
      made.set(key, queue);
      return queue;
    };
    return { queueOf, states, chosen, settings, undone: undoable({ log, closed }).length };
  }

  /** How many cards of a scope wait. Where nothing is chosen nothing is read, either. */
  async function count(scope: Scope): Promise<number> {
    const { chosen } = await readChoices(area);
    if (!isAnyChosen(chosen)) return 0;
    const { queueOf } = await queues(false);
    return queueOf(scope).cards.length;
  }

  async function sessionFor(where: Where): Promise<Session> {
    const { queueOf, states, chosen, settings, undone } = await queues(where.continueAnyway);
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
      undoable: undone,
      settings,
      zone: zone(),
      previews: previewIntervals(states.get(cards[0] ?? '') ?? null, now(), settings, zone()),
      isAnyChosen: isAnyChosen(chosen),
      leech: null,
    };
  }

  async function act({ id, card, revision, act: done, version, took, where }: ActRequest) {
    const { database, states, log, day } = await remembered();
    // Of whatever day: it may have been asked for before midnight, by a surface that got no answer.
    if ((await database.getKeyFromIndex('log', 'id', id)) !== undefined) return sessionFor(where);
    const before = states.get(card) ?? null;
    if ((before?.version ?? 0) !== version)
      return { refused: 'answered-elsewhere', session: await sessionFor(where) } as const;
    const { settings } = await readChoices(area);
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
    const [, key] = await write(database, (writing) =>
      Promise.all([writing.objectStore('states').put(after), writing.objectStore('log').add(entry)]),
    );
    states.set(card, after);
    log.push({ key, entry });
    onChange();
    const isMissed = done.kind === 'grade' && after.lapses > (before?.lapses ?? 0);
    return {
      ...(await sessionFor(where)),
      leech: isMissed && isLeech(after) ? { card, lapses: after.lapses } : null,
    };
  }

  async function undo(where: Where) {
    const known = await remembered();
    const { database, states } = known;
    const latest = undoable(known).at(-1);
    if (!latest) return { card: null, session: await sessionFor(where) };
    const { card } = latest.entry;
    // Where there was none it is an empty one: were it deleted, its versions would begin again and mean another state.
    const before = latest.entry.before ?? untouched(card);
    const restored = { ...before, version: (states.get(card)?.version ?? 0) + 1 };
    const entry = { ...latest.entry, isUndone: true };
    await write(database, (writing) =>
      Promise.all([
        writing.objectStore('log').put(entry, latest.key),
        writing.objectStore('states').put(restored),
      ]),
    );
    states.set(card, restored);
    latest.entry = entry;
    onChange();
    return { card, session: await sessionFor({ ...where, first: card }) };
  }

  /** Everything that is stored, for a backup or statistics. */
  async function everything(): Promise<Stored> {
    const { database, states } = await remembered();
    const base = await loadBase();
    const { chosen, settings } = await readChoices(area);
    const log = await wholeLog(database, base);
    return { chosen: renamedChosen(chosen, base.renames), settings, states: [...states.values()], log };
  }

  /** Puts something else in the place of everything, or leaves everything as it was. */
  async function replaceAll({ chosen, settings, states, log }: Stored): Promise<void> {
    const { database } = await remembered();
    const choices = await readChoices(area);
    await writeChoices(area, { chosen, settings });
    try {
      await write(database, async (writing) => {
        const [stateStore, logStore] = [writing.objectStore('states'), writing.objectStore('log')];
        await Promise.all([
          stateStore.clear(),
          logStore.clear(),
          ...states.map((state) => stateStore.put(state)),
          ...log.map((entry) => logStore.add(entry)),
        ]);
      });
    } catch (error) {
      await writeChoices(area, choices);
      throw error;
    }
    memory = null;
    database.close();
    onChange();
  }

  async function changeChoices(change: (choices: Choices) => Partial<Choices>): Promise<Choices> {
    const choices = await readChoices(area);
    const changed = change(choices);
    await writeChoices(area, changed);
    onChange();
    return { ...choices, ...changed };
  }

  return {
    session: (where: Where) => inTurn(() => sessionFor(where)),
    count: (scope: Scope) => inTurn(() => count(scope)),
    act: (request: ActRequest) => inTurn(() => act(request)),
    undo: (where: Where) => inTurn(() => undo(where)),
    changeChoices: (change: (choices: Choices) => Partial<Choices>) => inTurn(() => changeChoices(change)),
    /** Runs with the database, and a way to read everything, in its turn. */
    withDatabase: <Result>(
      run: (database: ReviewDatabase, everything: () => Promise<Stored>) => Promise<Result>,
    ) => inTurn(async () => run((await remembered()).database, everything)),
    /** Runs with everything stored, which means reading the whole log, in its turn. */
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

/** The database says it by the error's name, `storage` by its message. */
const isFull = (error: unknown) => /quota/i.test(String(error));

const untouched = (id: string) =>
  applyAct(null, { id, revision: '' }, { kind: 'reset' }, 0, defaultSettings, 'UTC');

const isAnyChosen = ({ sets, facts }: Chosen): boolean => sets.length + facts.length > 0;
