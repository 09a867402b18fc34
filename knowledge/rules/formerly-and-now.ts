import { withLimit, withNote } from './example.ts';
import { allFacts, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const formerlyAndNow: Rule = {
  name: 'formerly-and-now',
  reason: 'An old value is never shown without the new one: a note says both, a limit has its own value.',
  check: (base) =>
    allFacts(base).flatMap(({ topic, path, note, limit }) => {
      const formerly = (note ?? limit).formerly;
      if (!formerly) return [];
      const at = [...path, 'formerly'];
      if (note && !formerly.now)
        return [problemAt(topic, at, '"now" is missing; say what is documented today')];
      if (limit && formerly.now)
        return [problemAt(topic, [...at, 'now'], 'a limit says today\'s value itself; remove "now"')];
      if (formerly.said === formerly.now)
        return [problemAt(topic, at, 'old and new are the same; remove formerly')];
      return [];
    }),
  failing: [
    withNote({ formerly: { said: 'Three parts' } }),
    withLimit({ formerly: { said: '5 MB', now: '10 MB' } }),
    withNote({ formerly: { said: 'Two', now: 'Two' } }),
  ],
  passing: [
    withNote({ formerly: { said: 'Three parts', now: 'Two parts', until: '2025-08' } }),
    withLimit({ formerly: { said: '5 MB' } }),
  ],
};
