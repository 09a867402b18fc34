import { withSecondTopic } from './example.ts';
import { allFacts, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const uniqueIds: Rule = {
  name: 'unique-ids',
  reason: 'A note, limit or topic is addressed as service/id, so an id may stand for one thing only.',
  check(base) {
    const owner = new Map<string, string>();
    for (const { id, topics } of base.services) {
      for (const topic of topics) owner.set(`${id}/${topic.id}`, `the topic ${topic.id}`);
    }
    return allFacts(base).flatMap(({ topic, path, note, limit }) => {
      const { id } = note ?? limit;
      const address = `${topic.service}/${id}`;
      const taken = owner.get(address);
      owner.set(address, `a ${note ? 'note' : 'limit'} of ${topic.yaml.file}`);
      return taken
        ? [problemAt(topic, [...path, 'id'], `"${id}" is already ${taken}; choose another id`)]
        : [];
    });
  },
  failing: [
    withSecondTopic({
      notes: [
        { id: 'first-note', kind: 'concept', title: 'Again', points: ['Same id.'], sources: ['guide'] },
      ],
    }),
    withSecondTopic({
      notes: [
        {
          id: 'things',
          kind: 'concept',
          title: 'Like a topic',
          points: ['Id of a topic.'],
          sources: ['guide'],
        },
      ],
    }),
  ],
};
