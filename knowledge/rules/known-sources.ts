import { withNote, withTopic } from './example.ts';
import { allFacts, allTopics, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const knownSources: Rule = {
  name: 'known-sources',
  reason: 'Every fact points to a page of its topic, and no page is listed that nothing was seen on.',
  check(base) {
    const missing = allFacts(base).flatMap(({ topic, path, note, limit }) =>
      (note ?? limit).sources.flatMap((key, at) =>
        key in topic.yaml.data.sources
          ? []
          : [
              problemAt(
                topic,
                [...path, 'sources', at],
                `source "${key}" is not listed; add it under sources of this file`,
              ),
            ],
      ),
    );
    const unused = allTopics(base).flatMap((topic) => {
      const used = new Set(
        allFacts(base).flatMap((fact) => (fact.topic === topic ? (fact.note ?? fact.limit).sources : [])),
      );
      return Object.keys(topic.yaml.data.sources)
        .filter((key) => !used.has(key))
        .map((key) =>
          problemAt(topic, ['sources', key], `source "${key}" is not used; remove it or refer to it`),
        );
    });
    return [...missing, ...unused];
  },
  failing: [
    withNote({ sources: ['guide', 'manual'] }),
    withTopic({
      sources: {
        guide: { title: 'Demo guide', url: 'https://docs.aws.amazon.com/demo/latest/dg/things.html' },
        spare: { title: 'Spare page', url: 'https://docs.aws.amazon.com/demo/latest/dg/spare.html' },
      },
    }),
  ],
};
