import type { Overview } from '../review/overview.ts';
import type { ImportChanges, ImportMode } from '../review/plan-import.ts';
import type { Queue, Scope } from '../review/queue.ts';
import { isRecord } from '../review/shape.ts';
import type { Preview } from '../review/schedule.ts';
import {
  type Act,
  type CardState,
  defaultSettings,
  type Grade,
  type ReviewSettings,
} from '../review/state.ts';
import { shapes } from '../review/stored.ts';
import type { Channel } from './messages.ts';

export type { Overview };

/** What a surface reviews: the scope that is chosen, and the page that is open, for the counts of the other scopes. */
export interface Where {
  scope: Scope;
  /** Topic (`service/topic`) and service of the open page. */
  topic: string | null;
  service: string | null;
  /** Goes on although the limits of the day are reached. */
  continueAnyway: boolean;
  /** A card that is to come first if it is among those to ask: the one that is shown already. */
  first: string | null;
}

/** What there is to review now. */
export interface Session {
  /** Cards of the scope; the first is asked next. At most the first fifty are listed, the counts are of all. */
  queue: Queue;
  /** How many cards wait in each scope. */
  counts: { topic: number; service: number; all: number };
  /** What is stored of the listed cards; one that was never answered has none. */
  states: CardState[];
  /** What each grade would do to the first card. */
  previews: Record<Grade, Preview>;
  /** How many acts of today can be undone. */
  undoable: number;
  settings: ReviewSettings;
  /** IANA name, as the background counts days. */
  zone: string;
  /** Whether anything is chosen for review at all. */
  isAnyChosen: boolean;
  /** The card that was just missed so often that it should be rewritten or set aside, or null. */
  leech: { card: string; lapses: number } | null;
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

/** A rolling backup inside the extension. */
export interface StoredBackup {
  /** Epoch milliseconds; also its key. */
  made: number;
  why: 'daily' | 'before-import' | 'before-restore';
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
  /** How many cards of a topic wait. */
  count(topic: string): number;
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

/** What each refusal means for a change that is not an answer. */
export const refusalTexts: Record<Refusal['refused'], string> = {
  'storage-full':
    'The browser is out of space for this extension. Nothing was changed: make room, then try again.',
  'storage-failed':
    'The browser could not read or write what is stored. Nothing was changed: restart the browser, then try again.',
  'answered-elsewhere': 'Something else was stored in between. Try again.',
};

const isText = (payload: unknown): payload is string => typeof payload === 'string';
/** Ids are never empty: what is stored under such a one could not be read again. */
const isId = (payload: unknown) => isText(payload) && payload !== '';
const isTextOrNull = (payload: unknown) => payload === null || isText(payload);
const isNothing = (payload: unknown) => payload === undefined || payload === null;
const isCount = (payload: unknown) => Number.isInteger(payload) && Number(payload) >= 0;
const isMode = (payload: unknown) => payload === 'merge' || payload === 'replace';

/** Whether a value is a record whose fields are each what they must be. */
const isRecordOf = (fields: Record<string, (value: unknown) => boolean>) => (payload: unknown) =>
  isRecord(payload) && Object.entries(fields).every(([field, is]) => is(payload[field]));

const scopes: Record<Scope['kind'], (scope: Record<string, unknown>) => boolean> = {
  topic: ({ topic }) => isText(topic),
  service: ({ service }) => isText(service),
  domain: ({ exam }) => isText(exam),
  all: () => true,
};
const isScope = (payload: unknown) =>
  isRecord(payload) &&
  isText(payload.kind) &&
  Object.hasOwn(scopes, payload.kind) &&
  scopes[payload.kind as Scope['kind']](payload);
const isBoolean = (payload: unknown) => typeof payload === 'boolean';
const isWhere = isRecordOf({
  scope: isScope,
  topic: isTextOrNull,
  service: isTextOrNull,
  continueAnyway: isBoolean,
  first: isTextOrNull,
});

export const reviewChannel: Channel<ReviewRequests> = {
  to: 'review',
  accepts: {
    session: isWhere,
    count: isId,
    act: isRecordOf({
      id: isId,
      card: isId,
      revision: isText,
      act: (act) => shapes.act(act, '') === null,
      version: isCount,
      took: (took) => typeof took === 'number' && took >= 0,
      where: isWhere,
    }),
    undo: isWhere,
    'choose-sets': isRecordOf({
      sets: (sets) => Array.isArray(sets) && sets.every(isId),
      on: isBoolean,
    }),
    'choose-fact': isRecordOf({ fact: isId, topic: isText, service: isText, on: isBoolean }),
    'change-settings': (change) =>
      isRecord(change) && !shapes.settings({ ...defaultSettings, ...change }, ''),
    overview: isNothing,
    export: isCount,
    'import-part': isRecordOf({ from: isCount, text: isText }),
    'import-preview': isMode,
    'import-confirm': isMode,
    'anki-export': isNothing,
    'anki-import': isText,
    backups: isNothing,
    restore: isCount,
    'delete-all': isNothing,
  },
};
