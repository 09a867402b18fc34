import { default_w, forgetting_curve, fsrs, FSRSVersion, State, type Card, type FSRS } from 'ts-fsrs';
import { addDays, dayNumber, dayOf, dayStart, type DayRule } from './day.ts';
import type { Act, CardState, Grade, Phase, ReviewSettings } from './state.ts';

/** Which algorithm schedules, for the log: `FSRS-6 (ts-fsrs 5.4.2)`. */
export const scheduler: string = FSRSVersion.replace(/^v(\S+) using (FSRS-\d+).*$/, '$2 (ts-fsrs $1)');

const oneDay = 86_400_000;
const oneMinute = 60_000;

const states: Record<Phase, State> = {
  new: State.New,
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};
const phases: Record<State, Phase> = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
};

/** One scheduler for each wish that was seen: the rest are the defaults of ts-fsrs (FSRS-6, steps, no fuzz). */
const schedulers = new Map<number, FSRS>();

function schedulerFor(retention: number): FSRS {
  const made = schedulers.get(retention) ?? fsrs({ request_retention: retention });
  schedulers.set(retention, made);
  return made;
}

const untouched = (id: string): CardState => ({
  id,
  version: 0,
  phase: 'new',
  due: 0,
  last: 0,
  stability: 0,
  difficulty: 0,
  step: 0,
  interval: 0,
  reps: 0,
  lapses: 0,
  revision: '',
  buriedUntil: 0,
  isSuspended: false,
});

const ruleOf = ({ dayStartsAt }: ReviewSettings, zone: string): DayRule => ({ zone, dayStartsAt });

/** When the next day of the learner begins, `count` days on. */
const startAfter = (at: number, count: number, rule: DayRule): number =>
  dayStart(addDays(dayOf(at, rule), count), rule);

/**
 * ts-fsrs counts days between calendar days in UTC, and takes from a time nothing else but what it adds to it. So it
 * is told midnight UTC of the learner's day, which makes its days the learner's.
 */
const dayForFsrs = (at: number, rule: DayRule): Date => new Date(dayNumber(at, rule) * oneDay);

/** Where the clock was set back since the last answer, no time has passed for memory. */
const notBefore = (at: number, last: number): number => Math.max(at, last);

function answered(
  state: CardState,
  grade: Grade,
  at: number,
  settings: ReviewSettings,
  zone: string,
): CardState {
  const rule = ruleOf(settings, zone);
  const today = dayForFsrs(notBefore(at, state.last), rule);
  const before: Card = {
    state: states[state.phase],
    due: today,
    last_review: state.phase === 'new' ? undefined : dayForFsrs(state.last, rule),
    stability: state.stability,
    difficulty: state.difficulty,
    learning_steps: state.step,
    scheduled_days: state.interval,
    elapsed_days: 0,
    reps: state.reps,
    lapses: state.lapses,
  };
  const { card } = schedulerFor(settings.retention).next(before, today, grade);
  return {
    ...state,
    phase: phases[card.state],
    // Counted from what the clock says now, even if it was set back: a wrong clock in the past must not hide a card.
    due: card.scheduled_days
      ? startAfter(at, card.scheduled_days, rule)
      : at + card.due.getTime() - today.getTime(),
    last: notBefore(at, state.last),
    stability: card.stability,
    difficulty: card.difficulty,
    step: card.learning_steps,
    interval: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    buriedUntil: 0,
  };
}

const otherActs: Record<
  Exclude<Act['kind'], 'grade'>,
  (before: CardState, at: number, rule: DayRule) => CardState
> = {
  bury: (before, at, rule) => ({ ...before, buriedUntil: startAfter(at, 1, rule) }),
  suspend: (before) => ({ ...before, isSuspended: true }),
  resume: (before) => ({ ...before, isSuspended: false }),
  reset: ({ id }) => untouched(id),
};

/**
 * What an act makes of a card. Undoing it is putting `state` back.
 * @param state what is stored of the card, null where nothing is
 * @param card its id and what it says now: see `revision` of a card
 * @param at epoch milliseconds; where it is before the last answer, no time has passed since then
 * @param zone IANA name of the learner's time zone now
 * @returns the new state, its version one higher. A grade ends a bury; burying lasts until the next day begins;
 *   resetting keeps the version only.
 * @throws RangeError where the zone is unknown
 */
export function applyAct(
  state: CardState | null,
  card: { id: string; revision: string },
  act: Act,
  at: number,
  settings: ReviewSettings,
  zone: string,
): CardState {
  const before = state ?? untouched(card.id);
  const after =
    act.kind === 'grade'
      ? { ...answered(before, act.grade, at, settings, zone), revision: card.revision }
      : otherActs[act.kind](before, at, ruleOf(settings, zone));
  return { ...after, version: before.version + 1 };
}

/** What a grade would do: when the card comes again, and in how long, as the button says it. */
export interface Preview {
  /** Epoch milliseconds. */
  due: number;
  /** `10 min`, `8 days`, `3 months`, `1.2 years`. */
  interval: string;
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
/** Up to how many days an interval is said in a unit of how many days, with how many decimals. */
const units = [
  { below: 60, days: 1, decimals: 0, unit: 'day' },
  { below: 365, days: 30.4375, decimals: 0, unit: 'month' },
  { below: Infinity, days: 365.25, decimals: 1, unit: 'year' },
];

/** An interval in words, in days or, where it has none, in the minutes of a learning step. */
function intervalText(days: number, milliseconds: number): string {
  const fitting = days ? units.find(({ below }) => days < below) : undefined;
  if (!fitting) return `${Math.round(milliseconds / oneMinute)} min`;
  return counted(Number((days / fitting.days).toFixed(fitting.decimals)), fitting.unit);
}

/** What each grade would do to a card now. Parameters as those of `applyAct`. */
export function previewIntervals(
  state: CardState | null,
  at: number,
  settings: ReviewSettings,
  zone: string,
): Record<Grade, Preview> {
  const preview = (grade: Grade): Preview => {
    const { due, interval } = answered(state ?? untouched(''), grade, at, settings, zone);
    return { due, interval: intervalText(interval, due - at) };
  };
  return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) };
}

/**
 * The chance that a card is remembered at a time, 0 to 1; 0 for one never answered. Counts days as the scheduler does.
 * @param rule the learner's day
 */
export function retrievability(state: CardState, at: number, rule: DayRule): number {
  if (state.phase === 'new') return 0;
  const days = dayNumber(notBefore(at, state.last), rule) - dayNumber(state.last, rule);
  return forgetting_curve(default_w, days, state.stability);
}

const leechAfter = 8;
const leechEvery = 4;

/**
 * Whether a card has just been missed so often that its learner should hear of it: at 8 lapses and after every 4
 * more, as Anki counts. Ask after an answer that was a lapse.
 */
export const isLeech = ({ lapses }: Pick<CardState, 'lapses'>): boolean =>
  lapses >= leechAfter && (lapses - leechAfter) % leechEvery === 0;
