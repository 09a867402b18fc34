import { withPage, withTopic } from './example.ts';
import { allTopics, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const knownReferences: Rule = {
  name: 'known-references',
  reason:
    'Related topics, further topics of a page and exam tasks become links and labels, so they must exist.',
  check(base) {
    const topics = new Set(allTopics(base).map(({ service, id }) => `${service}/${id}`));
    const tasks = new Set(
      [...base.exams].flatMap(([id, { domains }]) =>
        domains.flatMap((domain) => Object.keys(domain.tasks).map((task) => `${id}/${task}`)),
      ),
    );
    return allTopics(base).flatMap((topic) => {
      const { related = [], exams = [], pages = [] } = topic.yaml.data;
      const full = (id: string) => (id.includes('/') ? id : `${topic.service}/${id}`);
      return [
        ...related.map(
          (id, at) =>
            [
              !topics.has(full(id)),
              ['related', at],
              `there is no topic ${full(id)}; name an existing file`,
            ] as const,
        ),
        ...pages.flatMap(({ also = [] }, page) =>
          also.map(
            (id, at) =>
              [
                !topics.has(full(id)),
                ['pages', page, 'also', at],
                `there is no topic ${full(id)}; name an existing file`,
              ] as const,
          ),
        ),
        ...exams.map(
          (id, at) =>
            [!tasks.has(id), ['exams', at], `no exam lists the task ${id}; see the exams folder`] as const,
        ),
      ].flatMap(([isWrong, path, message]) => (isWrong ? [problemAt(topic, [...path], message)] : []));
    });
  },
  failing: [
    withTopic({ related: ['parts'] }),
    withPage({ also: ['parts'] }),
    withTopic({ exams: ['demo-c01/9.9'] }),
  ],
};
