import { withService } from './example.ts';
import { problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const clearSynonyms: Rule = {
  name: 'clear-synonyms',
  reason: 'A form of a word leads to one meaning; with two, a search for either would find both.',
  check({ synonyms, services }) {
    const owner = new Map<string, string>();
    for (const { id, yaml } of services) {
      const { name, short, abbreviations = [] } = yaml.data;
      for (const form of [name, short, ...abbreviations]) owner.set(form.toLowerCase(), `the service ${id}`);
    }
    return synonyms.data.same.flatMap((forms, group) =>
      forms.flatMap((form, at) => {
        const taken = owner.get(form.toLowerCase());
        owner.set(form.toLowerCase(), `the forms of "${forms[0]}"`);
        const message = `"${form}" already stands for ${taken}; keep it in one place`;
        return taken ? [problemAt({ yaml: synonyms }, ['same', group, at], message)] : [];
      }),
    );
  },
  failing: [
    {
      'synonyms.yaml': JSON.stringify({
        same: [
          ['dlq', 'dead letters'],
          ['queue of the dead', 'dlq'],
        ],
        related: {},
      }),
    },
    {
      'synonyms.yaml': JSON.stringify({ same: [['demo', 'demonstration']], related: {} }),
      ...withService({ short: 'Demo' }),
    },
  ],
  passing: [
    {
      'synonyms.yaml': JSON.stringify({
        same: [
          ['dlq', 'dead letters'],
          ['ttl', 'time to live'],
        ],
        related: {},
      }),
    },
  ],
};
