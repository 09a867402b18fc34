import { factOf, type LogEntry } from './state.ts';

/** What was done today. */
export interface Today {
  /** Cards answered, each once however many steps it took. */
  answered: number;
  /** How many of them were new. */
  newAnswered: number;
  /** Notes and limits they belong to. */
  facts: Set<string>;
}

/**
 * What was done on a day.
 * @param log entries of that day are enough, others do no harm
 * @param day `YYYY-MM-DD`
 */
export function todayOf(log: LogEntry[], day: string): Today {
  const answers = log.filter((entry) => entry.day === day && entry.act.kind === 'grade' && !entry.isUndone);
  const isFirst = ({ before }: LogEntry) => before === null || before.phase === 'new';
  const cards = new Set(answers.map(({ card }) => card));
  return {
    answered: cards.size,
    newAnswered: new Set(answers.filter(isFirst).map(({ card }) => card)).size,
    facts: new Set([...cards].map(factOf)),
  };
}
