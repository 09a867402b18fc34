import type { Limit, Scope, Topic } from '../knowledge/catalog.ts';
import { defaultText, kindText, limitKind, scopeText, valueText } from '../knowledge/limit-text.ts';
import { measuresOf } from '../knowledge/quantity.ts';
import type { Card, Form } from './card.ts';
import { datedPoints, formerlyQuestion, revisionOf } from './card-text.ts';
import { choicesFor, shuffled } from './choices.ts';
import {
  defaultQuestion,
  isCount,
  isRaised,
  limitLabel,
  valueQuestion,
  type WordUse,
} from './limit-question.ts';
import { serviceOf } from './state.ts';
import { expectedOf } from './typed-answer.ts';

/** What one form asks and answers. */
type Asked = Pick<Card, 'question' | 'answer' | 'points' | 'typed' | 'choices'> & {
  /** What a correction would change. */
  facts: (string | undefined)[];
};

/** Each form with what it makes of a limit; null where it would ask nothing worth knowing. */
const makers: [Form, (limit: Limit, topic: Topic, service: string, use: WordUse) => Asked | null][] = [
  ['value', askValue],
  ['default', askDefault],
  ['formerly', askFormerly],
  ['adjustable', askAdjustable],
  ['scope', askScope],
];

/**
 * The cards that a limit gives by itself.
 * @param topic where it stands; its other limits give the distractors
 * @param service what people call the service
 * @param use how the topic writes its words
 */
export function limitCards(limit: Limit, topic: Topic, service: string, use: WordUse): Card[] {
  const { id, sources, verified } = limit;
  const formerly = limit.formerly && { ...limit.formerly, now: valueText(limit) };
  return makers.flatMap(([form, make]) => {
    const asked = make(limit, topic, service, use);
    if (!asked) return [];
    const { facts, ...shown } = asked;
    return {
      id: `${id}#${form}`,
      fact: id,
      topic: topic.id,
      service: serviceOf(topic.id),
      form,
      ...shown,
      ...(formerly && { formerly }),
      sources,
      verified,
      revision: revisionOf(form, limit.name, limit.of, ...facts),
      isGenerated: true,
    };
  });
}

/** Scope and kind in one line, what else is known in further ones. */
function pointsOf(limit: Limit): string[] {
  const line = [scopeText(limit), kindText[limitKind(limit)].toLowerCase()].filter(Boolean).join(', ');
  return [capital(line), ...(limit.remark ? [limit.remark] : [])];
}

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** That something is at least nothing is not asked. */
function askValue(limit: Limit, topic: Topic, service: string, use: WordUse): Asked | null {
  const { equals, value, minimum, maximum } = limit;
  if (value === undefined && maximum === undefined && minimum === 0) return null;
  const typed = expectedOf(limit);
  const choices = choicesFor(limit, topic.limits, `${limit.id}#value`);
  const preset = defaultText(limit);
  return {
    question: valueQuestion(limit, service, use),
    answer: valueText(limit),
    points: [...(equals ? [`= ${equals}`] : []), ...(preset ? [capital(preset)] : []), ...pointsOf(limit)],
    ...(typed && { typed }),
    ...(choices.length && { choices }),
    facts: [valueText(limit), equals, scopeText(limit), limitKind(limit)],
  };
}

function askDefault(limit: Limit, _topic: Topic, service: string): Asked | null {
  const { default: preset, unit } = limit;
  const text = defaultText(limit)?.slice('default '.length);
  if (preset === undefined || !text) return null;
  return {
    question: defaultQuestion(limit, service),
    answer: text,
    points: [`Can be ${valueText(limit)}`, ...pointsOf(limit)],
    ...(typeof preset === 'number' && { typed: { to: preset, ...(unit && { unit }) } }),
    facts: [text],
  };
}

function askFormerly(limit: Limit, _topic: Topic, service: string): Asked | null {
  const { formerly } = limit;
  if (!formerly) return null;
  return {
    question: formerlyQuestion(limitLabel(limit, service), formerly),
    answer: valueText(limit),
    points: [...datedPoints(formerly), ...pointsOf(limit)],
    facts: [formerly.said, valueText(limit)],
  };
}

/** Scopes that cannot be seen from what is limited. */
const shared: Scope[] = ['organization', 'account', 'account-and-region', 'region', 'zone'];

/** Counts and rates that are granted; a delay or a share of time is not counted per account. */
const isQuota = (limit: Limit): boolean =>
  limitKind(limit) !== 'price' &&
  limit.minimum === undefined &&
  typeof (limit.value ?? limit.maximum) === 'number' &&
  (limit.quota !== undefined || (limit.unit === undefined && shared.includes(limit.scope)));

const answers = {
  yes: 'Yes, on request.',
  no: 'No, it is a hard limit.',
  automatic: 'Yes, it is raised automatically.',
};

/** Whatever can be raised is worth asking; of the rest the quotas, and the counts that stand beside one that can. */
function askAdjustable(limit: Limit, topic: Topic, service: string): Asked | null {
  const isContrast = isCount(limit) && limit.minimum === undefined && topic.limits.some(isRaised);
  if (!isRaised(limit) && !isQuota(limit) && !isContrast) return null;
  return {
    question: `${limitLabel(limit, service)}: can the limit of ${valueText(limit)} be raised?`,
    answer: answers[limit.adjustable],
    points: [...pointsOf(limit), ...(limit.quota ? [`Service Quotas code ${limit.quota.code}`] : [])],
    facts: [limit.adjustable],
  };
}

const scopeChoices = ({ id }: Limit, answer: string): string[] => {
  const others = shared.map((scope) => capital(scopeText({ scope }))).filter((text) => text !== answer);
  return shuffled([answer, ...others.slice(0, 3)], `${id}#scope`);
};

function askScope(limit: Limit, _topic: Topic, service: string): Asked | null {
  const isTold = /\b(?:account|Region|organization|zone)s?\b/i.test(limit.name);
  const isTime = measuresOf(limit.unit ?? '').some(({ of }) => of === 's');
  if (!shared.includes(limit.scope) || !(isRaised(limit) || isQuota(limit)) || isTold || isTime) return null;
  const answer = capital(scopeText(limit));
  return {
    question: `${limitLabel(limit, service)}: per what does the limit of ${valueText(limit)} count?`,
    answer,
    points: pointsOf(limit).slice(1),
    choices: scopeChoices(limit, answer),
    facts: [limit.scope],
  };
}
