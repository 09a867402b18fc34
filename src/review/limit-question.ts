import type { Limit, Topic } from '../knowledge/catalog.ts';
import { limitKind } from '../knowledge/limit-text.ts';

/** How often a word stands in small letters, and how often it keeps its capital within a sentence. */
export type WordUse = Map<string, { small: number; capital: number }>;

/** Nouns that measure: of them one asks what they are. They are never names. */
const measures = new Set(
  'age bandwidth capacity cooldown delay depth duration granularity interval length lifetime memory period retention size storage throughput time timeout ttl validity'.split(
    ' ',
  ),
);

/** What tells of which thing a noun is. */
const BELONGS = / (?:per|of|in|on|for|to|with|without|from|at|by|between|before|after|during) /;
/** What tells more about a noun, and ends its phrase: `linked`, `that`, the subject of a clause. */
const CLAUSE = /,| (?:that|which|a|an|may|can|you|kept|[a-z]+ed)(?= |$)/;
/** Names that are sentences cut off before their number: `Shard iterator expires after`. */
const CUT_OFF = /\b(?:after|at|every|within|for|from|recorded once in|at most every)$/;
const MOST = /\b(?:at most|maximum|most|largest|longest|highest|deepest|oldest|widest|furthest|up to)\b/i;
const LEAST = /\b(?:at least|minimum|least|smallest|shortest|lowest)\b/i;

/** Reads how a topic writes its words, to know which of them are names. Code does not count. */
export function wordUse({ notes, limits }: Topic): WordUse {
  const texts = [
    ...notes.flatMap(({ title, points, trap, question, answer }) => [
      title,
      ...points,
      trap,
      question,
      answer,
    ]),
    ...limits.flatMap(({ name, of, unit, remark }) => [name, of, unit, remark]),
  ];
  const use: WordUse = new Map();
  for (const text of texts)
    for (const [, before, word = ''] of (text ?? '')
      .replace(/`[^`]*`/g, '')
      .matchAll(/([a-z\d,] )?(?<![\p{L}\d-])(\p{L}[\p{Ll}-]+)(?![\p{L}\d])/gu)) {
      const counted = use.get(word.toLowerCase()) ?? { small: 0, capital: 0 };
      use.set(word.toLowerCase(), counted);
      if (word === word.toLowerCase()) counted.small += 1;
      else if (before) counted.capital += 1;
    }
  return use;
}

/** The name as it stands within a sentence, or null where its first word may be a name that keeps its capital. */
export function withinSentence(name: string, use: WordUse): string | null {
  const [first = ''] = name.split(/[ ,]/);
  if (!/^\p{Lu}[\p{Ll}-]+$/u.test(first)) return /^[\p{L}\d]+$/u.test(first) ? name : null;
  const { small, capital } = use.get(first.toLowerCase()) ?? { small: 0, capital: 0 };
  const isOrdinary =
    measures.has(first.toLowerCase()) || (small > capital && !/^\p{Lu}/u.test(name.split(' ')[1] ?? ''));
  return isOrdinary ? `${first.toLowerCase()}${name.slice(first.length)}` : null;
}

const phraseOf = (name: string): string => name.split(BELONGS)[0] ?? name;
const headOf = (name: string): string => phraseOf(name).split(CLAUSE)[0] ?? name;
const isPlural = (name: string): boolean =>
  [phraseOf(name), headOf(name)].some((noun) => /\p{L}s$/u.test(noun) && !/(?:ss|us|is|[A-Z]S)$/.test(noun));
const isMeasure = (name: string): boolean =>
  measures.has(headOf(name).split(' ').at(-1)?.toLowerCase() ?? '');

const stems = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .map((word) => word.replace(/s$/, ''));

/** `per function`, unless the name says what it belongs to. */
function perText(name: string, { of = '' }: Limit): string {
  const said = new Set(stems(name));
  const words = stems(of).filter((word) => !/^(?:request|call|or|and|a)$/.test(word));
  const isSaid = name.includes(',')
    ? words.some((word) => said.has(word))
    : words.every((word) => said.has(word));
  return of && !isSaid && !BELONGS.test(name) ? `per ${of}` : '';
}

/** Whether a text names the service already, so that it need not be told where one is. */
const isNamed = (service: string, text: string): boolean =>
  ` ${text.replace(/[,()]/g, '')} `.includes(` ${service} `);

/** Names the limit for any question: `Tags (S3, per object)`. */
export function limitLabel(limit: Limit, service: string): string {
  const name = shortName(limit);
  const per = perText(name, limit);
  const place = [isNamed(service, name) ? '' : service, per].filter(Boolean).join(', ');
  return place ? `${name} (${place})` : name;
}

/** The name without a tail that the question says anyway. */
const shortName = ({ name }: Limit): string => name.replace(/, (?:at most|at least|default)$/, '');

/** The unit as it follows *how many*: of one hour the record has `hour`. */
export function pluralUnit({ value, minimum, maximum, unit = '' }: Limit): string {
  const isOne = [value, maximum ?? minimum].includes(1);
  return isOne ? unit.replace(/^(?!per\b|percent\b)([a-z]{3,}[^s])(?= per |$)/, '$1s') : unit;
}

const isTold = ({ name }: Limit, unit: string) =>
  ` ${name} `.toLowerCase().includes(` ${unit.toLowerCase()} `);

/** `how many seconds`, `what percentage of memory`, `how many` of things that are counted. */
function asked(limit: Limit): string {
  const unit = pluralUnit(limit).replace(/ \(.*\)$/, '');
  const [, share] = /^(?:%|percent\b)(.*)$/.exec(unit) ?? [];
  if (share !== undefined) return `what percentage${share}`;
  if (unit && !isTold(limit, unit)) return `how many ${unit}`;
  return unit || isPlural(limit.name) ? 'how many' : 'what number';
}

/** What kind of value is asked, where the name does not say so itself. */
function bounds(limit: Limit): 'range' | 'at most' | 'at least' | 'by default' | '' {
  const { name, value, minimum, maximum } = limit;
  if (value === undefined && minimum !== undefined && maximum !== undefined) return 'range';
  if (value !== undefined) return isRaised(limit) && !/\bdefault\b/i.test(name) ? 'by default' : '';
  if (maximum === undefined) return LEAST.test(name) ? '' : 'at least';
  return MOST.test(name) ? '' : 'at most';
}

/** Limits that can be raised have a value to begin with. */
export const isRaised = (limit: Limit): boolean => ['yes', 'automatic'].includes(limitKind(limit));

/** A number of things. */
export const isCount = ({ name, unit }: Limit): boolean => !unit && isPlural(name);

/** Counts that somebody grants, not facts that happen to be counted. */
const isAllowance = (limit: Limit): boolean =>
  isCount(limit) &&
  limit.minimum === undefined &&
  (limit.value === undefined ||
    isRaised(limit) ||
    limit.quota !== undefined ||
    limit.scope.startsWith('account'));

const joined = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(' ');
/** `, in seconds`, unless the name says it. */
function inUnit(limit: Limit, before: string): string {
  const unit = pluralUnit(limit);
  if (!unit || isTold(limit, unit)) return '';
  return unit.startsWith('per ') ? ` ${unit}` : `${before} in ${unit.replace(/^%/, 'percent')}`;
}

/** Asks for the value of a limit: its number, its upper or lower end, or its range. */
export function valueQuestion(limit: Limit, service: string, use: WordUse): string {
  const name = shortName(limit);
  const bound = bounds(limit);
  const plain = /,|\bdefault\b/i.test(name) ? null : withinSentence(name, use);
  const per = perText(name, limit);
  const isHome = isNamed(service, `${name} ${per}`);
  if (CUT_OFF.test(name) && bound !== 'range')
    return `${name} ${asked(limit)}${isHome ? '' : ` (${service})`}?`;
  if (plain && isAllowance(limit) && !CLAUSE.test(phraseOf(name)) && !MOST.test(name)) {
    const verb = isHome ? 'are allowed' : `does ${service} allow`;
    return `${joined('How many', plain, per, verb, bound === 'by default' && bound)}?`;
  }
  if (plain && isMeasure(name))
    return `${measureQuestion(bound, joined(plain, per), isHome ? '' : `in ${service}`)}${inUnit(limit, ',')}?`;
  const label = limitLabel(limit, service);
  return bound === 'range'
    ? `${label}: what range${inUnit(limit, '')}?`
    : `${label}: ${joined(asked(limit), bound)}?`;
}

const adjectives = { 'at most': 'maximum', 'at least': 'minimum', 'by default': 'default', '': '' };

const measureQuestion = (bound: ReturnType<typeof bounds>, name: string, place: string): string =>
  bound === 'range'
    ? joined('What range can the', name, 'have', place)
    : joined('What is the', adjectives[bound], name, place);

/** Asks for what holds where nothing is set. */
export function defaultQuestion(limit: Limit, service: string): string {
  const unit = typeof limit.default === 'number' ? pluralUnit({ ...limit, value: limit.default }) : '';
  return `${limitLabel(limit, service)}: what is the default${inUnit({ ...limit, unit }, ',')}?`;
}
