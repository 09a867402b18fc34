import {
  type Fields,
  isRecord,
  list,
  must,
  oneOf,
  orNull,
  record,
  whole,
  within,
  type Shape,
} from './shape.ts';
import type { Act, CardState, Chosen, LogEntry, ReviewSettings } from './state.ts';

/** Everything that is stored about reviewing. JSON types only, time as epoch milliseconds. */
export interface Stored {
  chosen: Chosen;
  settings: ReviewSettings;
  /** One for each card that has been answered or set aside, in any order. */
  states: CardState[];
  log: LogEntry[];
}

const text = must('a text', (value) => typeof value === 'string');
const filled = must('a text that is not empty', (value) => typeof value === 'string' && value !== '');
const yesOrNo = must('true or false', (value) => typeof value === 'boolean');
const amount = must('a number of 0 or more', (value) => Number.isFinite(value) && Number(value) >= 0);
const count = whole(0, Infinity);
const day = must(
  'a day like 2026-11-21',
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
);

const cardState = record({
  id: filled,
  version: count,
  phase: oneOf('new', 'learning', 'review', 'relearning'),
  due: amount,
  last: amount,
  stability: amount,
  difficulty: amount,
  step: count,
  interval: amount,
  reps: count,
  lapses: count,
  revision: text,
  buriedUntil: amount,
  isSuspended: yesOrNo,
} satisfies Fields<CardState>);

const graded = record({ kind: oneOf('grade'), grade: whole(1, 4) } satisfies Fields<
  Extract<Act, { kind: 'grade' }>
>);
// Also what is said of a kind that does not exist: so all kinds are named.
const setAside = record({
  kind: oneOf('grade', 'bury', 'suspend', 'resume', 'reset'),
} satisfies Fields<Exclude<Act, { kind: 'grade' }>>);
const act: Shape = (value, path) =>
  (isRecord(value) && value.kind === 'grade' ? graded : setAside)(value, path);

const chosen = record({
  version: oneOf(1),
  sets: list(filled),
  facts: list(filled),
  without: list(filled),
} satisfies Fields<Chosen>);

const settings = record({
  version: oneOf(1),
  retention: within(0.7, 0.97),
  dayStartsAt: whole(0, 23),
  newPerDay: count,
  perDay: count,
  restDays: list(whole(0, 6)),
  exam: record({ code: text, day: orNull(day) } satisfies Fields<ReviewSettings['exam']>),
  badge: yesOrNo,
} satisfies Fields<ReviewSettings>);

const logEntry = record({
  id: filled,
  card: filled,
  act,
  at: amount,
  day,
  took: amount,
  scheduler: text,
  before: orNull(cardState),
  after: cardState,
  isUndone: yesOrNo,
} satisfies Fields<LogEntry>);

/** The shape of each part, for whoever stores or is sent one by itself. */
export const shapes = { chosen, settings, cardState, logEntry, act };

const stored = record({
  chosen,
  settings,
  states: list(cardState),
  log: list(logEntry),
} satisfies Fields<Stored>);

/**
 * Looks whether a value is everything stored, in the newest version.
 * @returns the first fault as half a sentence, `data.states[3].stability must be a number of 0 or more, but is
 *   "many"`, or null where there is none. Limits of the settings are checked because scheduling fails beyond them;
 *   other numbers only for being numbers: a backup that is a little odd is better than none.
 */
export const faultInStored = (value: unknown): string | null => stored(value, 'data');

/** Whether a value is everything stored, in the newest version. */
export const isStored = (value: unknown): value is Stored => faultInStored(value) === null;
