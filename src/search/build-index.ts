import type { SearchEntry } from './entries.ts';
import { fields, ownFields, serviceToken, type StoredIndex } from './index-format.ts';
import { packLists } from './packed-lists.ts';
import { packWords } from './word-list.ts';
import { createPhrases } from './phrases.ts';
import { isFiller, type Word, wordsOf } from './words.ts';

/** Which words mean the same, as people write them. */
export interface Synonyms {
  /** Groups of forms with one meaning. */
  same: string[][];
  /** What is typed, and what it is also about. */
  related: Record<string, string[]>;
  /** By service id: names that mean the service, and words that often do. */
  services: { id: string; names: string[]; aliases: string[] }[];
}

/**
 * Makes the index over entries. The same entries in the same order must be given to the search that uses it.
 * @param entries what can be found
 * @param synonyms words of the field
 */
export function buildIndex(entries: SearchEntry[], synonyms: Synonyms): StoredIndex {
  const phrases = phraseForms(synonyms);
  const markPhrases = createPhrases(phrases);
  const tokensOf = (text: string) =>
    markPhrases(wordsOf(text))
      .filter((word) => !isFiller(word))
      .flatMap(({ tokens }) => tokens);
  const postings = new Map<string, Map<number, number>>();
  const listOf = (token: string) => postings.get(token) ?? new Map<number, number>();
  entries.forEach(({ title, keywords, text }, at) => {
    const parts = { title, keywords: keywords.join(' / '), text: withoutQuestions(text) };
    for (const [field, part] of Object.entries(parts))
      for (const token of tokensOf(part)) {
        const found = listOf(token);
        postings.set(token, found.set(at, (found.get(at) ?? 0) | fields[field as keyof typeof parts]));
      }
  });
  const topics = runs(entries.map(({ topic }) => topic)).map(({ from, length }) => ({
    length,
    tokens: [...new Set(tokensOf(entries[from]?.topicTitle ?? ''))],
  }));
  const services = runs(entries.map(({ service }) => serviceToken(service)));
  for (const token of [...topics.flatMap(({ tokens }) => tokens), ...services.map(({ value }) => value)])
    postings.set(token, listOf(token));
  const sorted = [...postings].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const number = new Map(sorted.map(([token], at) => [token, at]));
  const numberOf = (token: string) => number.get(token) ?? 0;
  return {
    size: entries.length,
    words: packWords(sorted.map(([token]) => token)),
    entries: packLists(
      sorted.map(([, found]) => [...found.keys()]),
      entries.length,
    ),
    fields: sorted.map(([, found]) => [...found.values()].map(fieldSign).join('')).join(' '),
    topics: topics.map(({ length, tokens }) => [length, ...tokens.map(numberOf)]),
    services: services.map(({ length, value }) => [length, numberOf(value)]),
    phrases,
    aliases: synonyms.services.flatMap(({ id, aliases }) =>
      aliases.flatMap(inStems).map((alias): [string, string] => [alias, serviceToken(id)]),
    ),
    related: Object.entries(synonyms.related).map(([typed, words]) => [
      stems(typed).join(' '),
      [...new Set(words.flatMap((word) => meant(markPhrases(wordsOf(word)))))],
    ]),
  };
}

/** The stems of words, and the tokens of what they mean together: `@` a service, `=` all forms of a name. */
const meant = (words: Word[]): string[] =>
  words.flatMap(({ tokens }) => tokens.filter((token, at) => at === 0 || /^[=@]/.test(token)));

/** A question repeats the words of its answer and adds none that help. */
const withoutQuestions = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.endsWith('?'))
    .join('\n');

/** Equal values that stand side by side, as one run each. */
function runs(values: string[]): { value: string; from: number; length: number }[] {
  const starts = values.flatMap((value, at) => (value === values[at - 1] ? [] : [{ value, from: at }]));
  return starts.map((start, at) => ({
    ...start,
    length: (starts[at + 1]?.from ?? values.length) - start.from,
  }));
}

const fieldSign = (mask: number) => Object.entries(ownFields).find(([, field]) => mask & field)?.[0] ?? '';

/** A form as it is written and as it is typed: CloudWatch is read as two words, cloudwatch as one. */
const inStems = (form: string): string[] =>
  [...new Set([form, form.toLowerCase()].map((written) => stems(written).join(' ')))].filter(Boolean);

const stems = (text: string) => wordsOf(text).map(({ tokens }) => tokens[0] ?? '');

function phraseForms({ same, services }: Synonyms): StoredIndex['phrases'] {
  const groups = [
    ...same.map((forms) => ({ token: `=${stems(forms[0] ?? '').join('')}`, forms })),
    ...services.map(({ id, names }) => ({ token: serviceToken(id), forms: names })),
  ];
  return groups.flatMap(({ token, forms }) => {
    return forms.flatMap(inStems).map((form): [string, string] => [form, token]);
  });
}
