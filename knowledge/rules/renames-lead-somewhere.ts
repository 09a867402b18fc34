import { allFacts } from './facts.ts';
import type { Rule } from './rule.ts';

export const renamesLeadSomewhere: Rule = {
  name: 'renames-lead-somewhere',
  reason: 'Review history follows renames.yaml: an old id must be gone and the new one must exist.',
  check({ renames, ...base }) {
    const ids = new Set(
      allFacts({ renames, ...base }).map(
        ({ topic, note, limit }) => `${topic.service}/${(note ?? limit).id}`,
      ),
    );
    return Object.entries(renames.data ?? {}).flatMap(([old, current]) => {
      const wrong = ids.has(old)
        ? `${old} is still in use; take the line out or rename the fact`
        : ids.has(current)
          ? null
          : `${current} does not exist; name the id the fact has now`;
      return wrong ? [{ file: renames.file, line: renames.lineOf([old]), message: wrong }] : [];
    });
  },
  failing: [
    { 'renames.yaml': 'demo/gone: demo/nowhere' },
    { 'renames.yaml': 'demo/first-note: demo/thing-size' },
  ],
  passing: [{ 'renames.yaml': 'demo/gone: demo/first-note' }],
};
