import { encode } from 'vlq';
import type { SearchEntry } from './entries.ts';
import { fields, firstFieldSign, serviceToken, type StoredIndex } from './index-format.ts';
import { createPhrases } from './phrases.ts';
import { isFiller, wordsOf } from './words.ts';

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
  const postings = new Map<string, Map<number, number>>();
  const put = (token: string, entry: number, field: number) => {
    const found = postings.get(token) ?? new Map<number, number>();
    postings.set(token, found.set(entry, (found.get(entry) ?? 0) | field));
  };
  entries.forEach((entry, at) => {
    const parts = {
      title: entry.title,
      keywords: entry.keywords.join(' / '),
      text: withoutQuestions(entry.text),
      topic: entry.topicTitle,
    };
    for (const [field, text] of Object.entries(parts)) {
      const words = markPhrases(wordsOf(text));
      for (const word of words)
        if (!isFiller(word))
          for (const token of word.tokens) put(token, at, fields[field as keyof typeof parts]);
    }
    put(serviceToken(entry.service), at, fields.service);
  });
  const sorted = [...postings].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    size: entries.length,
    words: sorted.map(([token]) => token).join(' '),
    entries: sorted.map(([, found]) => encode(distances([...found.keys()]))).join(' '),
    fields: sorted.map(([, found]) => String.fromCharCode(...[...found.values()].map(fieldSign))).join(' '),
    phrases,
    aliases: synonyms.services.flatMap(({ id, aliases }) =>
      aliases.flatMap(inStems).map((alias): [string, string] => [alias, serviceToken(id)]),
    ),
    related: Object.entries(synonyms.related).map(([typed, words]) => [
      stems(typed).join(' '),
      words.flatMap(stems),
    ]),
  };
}

/** A question repeats the words of its answer and adds none that help. */
const withoutQuestions = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.endsWith('?'))
    .join('\n');

const distances = (numbers: number[]) => numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
const fieldSign = (mask: number) => firstFieldSign + mask;

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
