/** How well an answer was remembered: again, hard, good, easy. The numbers are those of ts-fsrs. */
export type Grade = 1 | 2 | 3 | 4;

/** How far a card has come: never answered, in its first steps, in long intervals, or back in steps after a lapse. */
export type Phase = 'new' | 'learning' | 'review' | 'relearning';

/** Everything stored about one card. Times are epoch milliseconds. A card nobody has answered or set aside has none. */
export interface CardState {
  /** `service/fact#form`. */
  id: string;
  /** Grows with every write, so that an answer given on an older state is noticed. */
  version: number;
  phase: Phase;
  /** When it is to be asked again; from intervals of a day on, the start of that day. */
  due: number;
  /** When it was last answered, 0 before the first time. */
  last: number;
  /** Days until the chance to remember has fallen to 90 %. */
  stability: number;
  /** 1 (easy) to 10 (hard). */
  difficulty: number;
  /** Where it stands among the learning steps. */
  step: number;
  /** Days between the last answer and `due` as scheduled. */
  interval: number;
  reps: number;
  lapses: number;
  /** What the card said when it was last answered: see `revision` of a card. Empty before the first time. */
  revision: string;
  /** Not asked before this time; 0 where it is not buried. */
  buriedUntil: number;
  isSuspended: boolean;
}

/** What can be done to a card. Each is one log entry and can be undone. */
export type Act = { kind: 'grade'; grade: Grade } | { kind: 'bury' | 'suspend' | 'resume' | 'reset' };

/** One line of the review log: what was done, and the states around it, so that undoing is putting `before` back. */
export interface LogEntry {
  /** Made by the surface with the act: the same act sent twice is one entry. */
  id: string;
  card: string;
  act: Act;
  at: number;
  /** The learner's day it counts for, `YYYY-MM-DD`. */
  day: string;
  /** Milliseconds from the question to the grade, at most two minutes; 0 for other acts. */
  took: number;
  /** Which algorithm in which version made `after`: `FSRS-6 (ts-fsrs 5.4.2)`. */
  scheduler: string;
  /** Null where nothing was stored of the card before. */
  before: CardState | null;
  after: CardState;
  isUndone: boolean;
}

/** What is chosen for review. Nothing else is ever asked. */
export interface Chosen {
  version: 1;
  /** Services (`lambda`) and topics (`lambda/concurrency`) that are wholly in. */
  sets: string[];
  /** Single notes and limits that are in beside the sets. */
  facts: string[];
  /** Single notes and limits that are out although their set is in. */
  without: string[];
}

/** How the learner wants to review. */
export interface ReviewSettings {
  version: 1;
  /** The share of answers that should be remembered, 0.7 to 0.97. */
  retention: number;
  /** The hour at which a day begins, 0 to 23. */
  dayStartsAt: number;
  /** New cards a day, within `perDay`. */
  newPerDay: number;
  /** Cards a day, new and known together. */
  perDay: number;
  /** Days of the week without review, 0 (Sunday) to 6: they do not break a streak. */
  restDays: number[];
  /** The exam learned for; with a day, backlog and new cards are spread until then. */
  exam: { code: string; day: string | null };
  /** Whether the toolbar shows how many are due. */
  badge: boolean;
}

export const nothingChosen: Chosen = { version: 1, sets: [], facts: [], without: [] };

export const defaultSettings: ReviewSettings = {
  version: 1,
  retention: 0.9,
  dayStartsAt: 4,
  newPerDay: 15,
  perDay: 60,
  restDays: [],
  exam: { code: 'DVA-C02', day: null },
  badge: true,
};

/** The topics of the base with the ids of their cards: all that choosing the next card needs. */
export interface Deck {
  /** `service/topic`. */
  topic: string;
  service: string;
  /** `code/domain`: `DVA-C02/1`. */
  exams: string[];
  /** Card ids in the order of the topic. */
  cards: string[];
}

/** The service that a topic, note, limit or card belongs to: what its id begins with. */
export const serviceOf = (id: string): string => id.slice(0, id.indexOf('/'));

/** The note or limit that a card belongs to: `service/fact`. Cards of one fact are siblings. */
export const factOf = (card: string): string => card.slice(0, card.indexOf('#'));
