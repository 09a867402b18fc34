import { withNote, withSecondTopic } from './example.ts';
import { allFacts, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const clearText: Rule = {
  name: 'clear-text',
  reason:
    'Titles are what people scan and search: each says one thing, once per service, and a question asks.',
  check(base) {
    const titles = new Map<string, string>();
    return allFacts(base).flatMap(({ topic, path, note, limit }) => {
      const title = note?.title ?? limit?.name ?? '';
      const field = [...path, note ? 'title' : 'name'];
      const key = `${topic.service} ${note ? 'note' : `limit ${topic.id}`} ${title.toLowerCase()}`;
      const twin = titles.get(key);
      titles.set(key, topic.yaml.file);
      return [
        ...(twin
          ? [problemAt(topic, field, `"${title}" is a title in ${twin} already; say what differs`)]
          : []),
        ...(title.endsWith('.')
          ? [problemAt(topic, field, `"${title}" ends with a full stop; a title has none`)]
          : []),
        ...(note?.question && !note.question.endsWith('?')
          ? [problemAt(topic, [...path, 'question'], 'does not end with a question mark; ask a question')]
          : []),
      ];
    });
  },
  failing: [
    withNote({ title: 'Things have parts.' }),
    withNote({ question: 'Say how many parts a thing has.' }),
    withSecondTopic({
      notes: [
        { id: 'again', kind: 'concept', title: 'Things have parts', points: ['One.'], sources: ['guide'] },
      ],
    }),
  ],
};
