import type { Coverage, ServiceCoverage } from '../review/coverage.ts';
import type { ImportChanges, ImportMode } from '../review/plan-import.ts';
import type { Queue, Scope } from '../review/queue.ts';
import type { Act, CardState, ReviewSettings } from '../review/state.ts';
import type { DayCount } from '../review/statistics.ts';

/** What a surface reviews: the scope that is chosen, and the page that is open, for the counts of the other scopes. */
export interface Where {
  scope: Scope;
  /** Topic (`service/topic`) and service of the open page. */
  topic: string | null;
  service: string | null;
  /** Goes on although the limits of the day are reached. */
  continueAnyway: boolean;
}

/** What there is to review now. */
export interface Session {
  /** Cards of the scope; the first is asked next. At most the first fifty are listed, the counts are of all. */
  queue: Queue;
  /** How many cards wait in each scope. */
  counts: { topic: number; service: number; all: number };
  /** What is stored of the listed cards; one that was never answered has none. */
  states: CardState[];
  /** How many acts of today can be undone. */
  undoable: number;
  settings: ReviewSettings;
  /** IANA name, as the background counts days. */
  zone: string;
  /** Whether anything is chosen for review at all. */
  isAnyChosen: boolean;
}

/** An act on a card, as the surface asks for it. The same `id` sent twice counts once. */
export interface ActRequest {
  /** A random UUID. */
  id: string;
  card: string;
  /** What the card said when it was answered. */
  revision: string;
  act: Act;
  /** The version of the state that was shown; 0 where there was none. */
  version: number;
  /** Milliseconds from question to grade. */
  took: number;
  where: Where;
}

/** Why something was not stored, in a word for a report and a sentence for the learner. */
export interface Refusal {
  refused: 'answered-elsewhere' | 'storage-full' | 'storage-failed';
  /** What is true now, where it can be told. */
  session?: Session;
}

/** What the statistics view shows. Days are the learner's. */
export interface Overview {
  /** `YYYY-MM-DD`. */
  today: string;
  /** Of the last 30 days; `share` is 0 to 1, null where there is no base. */
  remembered: { share: number | null; remembered: number; base: number };
  streak: { now: number; longest: number };
  dueToday: number;
  /** `about 4 minutes`, or null where nothing is known. */
  timeNeeded: string | null;
  /** Milliseconds spent in the last 30 days. */
  timeSpent: number;
  /** 19 weeks from Monday to Sunday. */
  weeks: DayCount[][];
  /** Today and the 29 days after. */
  forecast: DayCount[];
  exam: string;
  /** In the exam's order; `share` is the domain's percentage of the exam. */
  domains: (Coverage & { number: number; title: string; share: number })[];
  /** Weakest first. */
  services: (ServiceCoverage & { name: string })[];
}

/** A rolling backup inside the extension. */
export interface StoredBackup {
  /** Epoch milliseconds; also its key. */
  made: number;
  why: 'daily' | 'before-import' | 'before-restore' | 'before-update';
  cards: number;
  answers: number;
  /** Characters. */
  size: number;
}

/** What an import would do, before it is done. */
export type ImportPreview = { changes: ImportChanges; made: number } | { refused: string };

/** What was done, or why not. */
export type Done = { done: true } | { refused: string };

/** Asked of the background about review. It alone writes; every answer tells what is stored then. */
export interface ReviewRequests {
  /** What there is to review. */
  session(where: Where): Session | Refusal;
  /** Stores an act. It is stored durably when the answer comes. */
  act(request: ActRequest): Session | Refusal;
  /** Takes the last act of today back that was not taken back yet. */
  undo(where: Where): { card: string | null; session: Session } | Refusal;
  /** Takes services or topics in or out. */
  'choose-sets'(change: { sets: string[]; on: boolean }): Done;
  /** Takes a note or limit in or out. */
  'choose-fact'(change: { fact: string; topic: string; service: string; on: boolean }): Done;
  'change-settings'(change: Partial<ReviewSettings>): ReviewSettings;
  overview(): Overview | Refusal;
  /** A part of everything as a backup file, from a character on, at most 4 million characters. */
  export(from: number): { part: string; next: number | null };
  /** Hands a part of a file over; the first part begins at 0. */
  'import-part'(part: { from: number; text: string }): Done;
  /** What the parts handed over would change. */
  'import-preview'(mode: ImportMode): ImportPreview;
  /** Does what was previewed. A backup is made before. */
  'import-confirm'(mode: ImportMode): Done;
  'anki-export'(): string;
  'anki-import'(
    text: string,
  ): { facts: number; suspended: number; unknown: number; problems: number } | { refused: string };
  backups(): StoredBackup[];
  restore(made: number): Done;
  /** Deletes every state and the whole log, after a backup. */
  'delete-all'(): Done;
}
