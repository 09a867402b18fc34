import { withNote, withSecondTopic, withTopic } from './example.ts';
import { allFacts, allTopics, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const clearText: Rule = {
  name: 'clear-text',
  reason: 'Titles are what people scan and search: each says one thing, once per service, and a question asks.',
  check(base) {
    const empty = allTopics(base)
      .filter(({ yaml }) => !yaml.data.notes.length && !yaml.data.limits)
      .map((topic) => problemAt(topic, ['notes'], 'the topic says nothing; add a note or a limit'));
    const titles = new Map<string, string>();
    const facts = allFacts(base).flatMap(({ topic, path, note, limit }) => {
      const title = note?.title ?? limit?.name ?? '';
      const field = [...path, note ? 'title' : 'name'];
      const key = `${topic.service} ${note ? 'note' : `limit ${topic.id}`} ${title.toLowerCase()}`;
      const twin = titles.get(key);
      titles.set(key, topic.yaml.file);
      return [
        ...(twin ? [problemAt(topic, field, `"${title}" is a title in ${twin} already; say what differs`)] : []),
        ...(title.endsWith('.') ? [problemAt(topic, field, `"${title}" ends with a full stop; a title has none`)] : []),
        ...(note?.question && !note.question.endsWith('?') ? [problemAt(topic, [...path, 'question'], 'does not end with a question mark; ask a question')] : []),
      ];
    });
    return [...empty, ...facts];
  },
  failing: [
    withTopic({ notes: [], limits: undefined, sources: { guide: { title: 'Demo guide', url: 'https://docs.aws.amazon.com/demo/latest/dg/a.html' } } }),
    withNote({ title: 'Things have parts.' }),
    withNote({ question: 'Say how many parts a thing has.' }),
    withSecondTopic({ notes: [{ id: 'again', kind: 'concept', title: 'Things have parts', points: ['One.'], sources: ['guide'] }] }),
  ],
};
