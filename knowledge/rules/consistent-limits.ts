import type { Limit } from '../topic.gen.ts';
import { withLimit } from './example.ts';
import { allFacts, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

/** Each way a limit can contradict itself: the field to point at, when it is wrong, and what to do. */
const objections: [
  field: string,
  isWrong: (limit: Limit, quotas: string | undefined) => boolean,
  message: string,
][] = [
  [
    'name',
    ({ value, minimum, maximum }) => (value ?? minimum ?? maximum) === undefined,
    'has no number; give value, or minimum or maximum',
  ],
  [
    'value',
    ({ value, minimum, maximum }) => value !== undefined && (minimum ?? maximum) !== undefined,
    'give either value, or minimum and maximum',
  ],
  [
    'minimum',
    ({ minimum, maximum }) => minimum !== undefined && maximum !== undefined && minimum >= maximum,
    'minimum is not below maximum',
  ],
  ['default', (limit) => isOutside(limit), 'default is outside minimum and maximum'],
  [
    'default',
    (limit) => limit.default !== undefined && limit.default === limit.value,
    'default repeats value; remove it',
  ],
  [
    'scope',
    ({ scope, of }) => (scope === 'resource' || scope === 'request') !== (of !== undefined),
    'scope resource or request needs "of" to name it, other scopes have none',
  ],
  [
    'quota',
    ({ quota, quotaService }, quotas) => quota !== undefined && !(quotaService ?? quotas),
    'a quota code needs the service code; add quotas to service.yaml or quotaService here',
  ],
];

function isOutside({ default: preset, minimum, maximum }: Limit): boolean {
  if (typeof preset !== 'number') return false;
  return (minimum !== undefined && preset < minimum) || (maximum !== undefined && preset > maximum);
}

export const consistentLimits: Rule = {
  name: 'consistent-limits',
  reason: 'A limit is shown, searched and asked from its fields alone, so they must fit together.',
  check: (base) =>
    allFacts(base).flatMap(({ topic, path, limit }) => {
      if (!limit) return [];
      const quotas = base.services.find(({ id }) => id === topic.service)?.yaml.data.quotas;
      return objections
        .filter(([, isWrong]) => isWrong(limit, quotas))
        .map(([field, , message]) => problemAt(topic, [...path, field], `${limit.id}: ${message}`));
    }),
  failing: [
    withLimit({ minimum: undefined, maximum: undefined }),
    withLimit({ value: 5 }),
    withLimit({ minimum: 10 }),
    withLimit({ default: 11 }),
    withLimit({ minimum: undefined, maximum: undefined, value: 2 }),
    withLimit({ of: undefined }),
    withLimit({ scope: 'account' }),
  ],
  passing: [withLimit({ quota: 'L-0123ABCD' })],
};
