import type { Correction } from './fuzzy.ts';
import type { MarkPhrases } from './phrases.ts';
import { isFiller, stem, stemsOnTheWay, wordsOf, type Word } from './words.ts';

/** A token of the index that one typed word may mean, and how surely. */
export interface Variant {
  /** Number of the token in the vocabulary. */
  token: number;
  weight: number;
}

/** One typed word, with everything it may mean. */
export interface Term {
  typed: string;
  variants: Variant[];
  /** Whether the query is only also about this: it lifts what has it, and is not missed elsewhere. */
  isOptional: boolean;
  /** The word it was taken for, where it is in no note as it was typed. */
  corrected: string | null;
}

/** What the reader of a query looks words up in. */
export interface Vocabulary {
  /** Every token, sorted. */
  words: string[];
  number: Map<string, number>;
  /** By token: in how many entries it is. */
  frequency: number[];
  /** Marks forms of which all mean the same, names of services among them. */
  markPhrases: MarkPhrases;
  /** Marks words that often mean a service. */
  markAliases: MarkPhrases;
  /** Stems that are typed, and tokens that are looked for as well. */
  related: { stems: string[]; tokens: string[] }[];
  corrections: (typed: string) => Correction[];
  /** Tokens of services whose name, written as one word, looks like the typed one. */
  similarNames: (typed: string) => string[];
}

/** How much a token counts that is not the typed word itself. */
const weights = {
  joined: 0.9,
  unfinished: 0.8,
  started: 0.6,
  alias: 0.5,
  related: 0.35,
  intent: 0.8,
  similarName: 0.8,
};
/** How much a corrected word counts, by the letters that differ. */
const correctedWeights = [1, 0.8, 0.65, 0.5];
/** More words than this are not looked at for a half-typed one: the most common are enough to show something. */
const mostStarted = 80;
const leastTelling = 3;
const mostTerms = 24;
/** Words that say what kind of answer is wanted rather than what it is about, or only ask; no text must have them. */
const asking = new Set(
  'max maximum min minimum limit quota default vs versus difference compare error allow always best check ever find give good happen know let make mean need now possible really see somebody someone something still support tell want way work'
    .split(' ')
    .map(stem),
);

const isAsking = ({ raw }: Word) => asking.has(stem(raw));

/**
 * Reads a query into terms.
 * @param query what was typed; after a space at its end the last word is finished
 * @param isExact whether words are taken as they are typed, without correction
 */
export function readQuery(query: string, vocabulary: Vocabulary, isExact: boolean): Term[] {
  const all = vocabulary.markPhrases(wordsOf(query.slice(0, 1000)));
  const isUnfinished = /[\p{L}\p{N}]$/u.test(query);
  const telling = all.filter((word) => !isFiller(word));
  const words = (telling.length ? telling : all).slice(0, mostTerms);
  const meanings = meaningsOf(all, vocabulary);
  const aliases = vocabulary.markAliases(words.map((word) => ({ ...word, tokens: word.tokens.slice(0, 1) })));
  const terms = words.map((word, at): Term => {
    const isLast = isUnfinished && word === all.at(-1);
    const found = new Map<number, number>();
    const add = addTo(found, vocabulary);
    for (const token of word.tokens) add(token, 1);
    for (const meaning of meanings)
      if (meaning.words.includes(word)) for (const token of meaning.tokens) add(token, meaning.weight);
    const [before, after] = [words[at - 1], words[at + 1]];
    if (before) add(`${before.raw}${word.tokens[0]}`, weights.joined);
    if (after) add(`${word.raw}${after.tokens[0]}`, weights.joined);
    const isKnown = found.size > 0;
    if (isLast && before) addStarted(`${before.raw}${word.raw}`, vocabulary, weights.unfinished, add);
    if (isUnfinished && after && after === all.at(-1))
      addStarted(`${word.raw}${after.raw}`, vocabulary, weights.unfinished, add);
    if (isLast || !isKnown)
      addStarted(word.raw, vocabulary, isLast ? weights.unfinished : weights.started, add);
    const corrections = found.size || isExact ? [] : correctionsOf(word, vocabulary);
    for (const { word: meant, distance } of corrections) add(meant, correctedWeights[distance] ?? 0);
    for (const token of aliases[at]?.tokens.slice(1) ?? []) add(token, weights.alias);
    const corrected = corrections[0]?.word ?? null;
    const isOptional = isAsking(word) && !words.every(isAsking);
    return { typed: word.raw, corrected, isOptional, variants: toVariants(found) };
  });
  const named = withSimilarNames(withCorrectedNames(terms, vocabulary), vocabulary);
  return [...named, ...meanings.map((meaning) => relatedTerm(meaning, vocabulary))];
}

/** What is mistyped may be so in its ending, which then was none to be left out: `ebextention`. */
function correctionsOf({ raw, tokens: [short = raw] }: Word, { corrections }: Vocabulary): Correction[] {
  const found = corrections(short);
  const isFar = short !== raw && (found[0]?.distance ?? Infinity) > 1;
  const whole = isFar ? corrections(raw).filter(({ distance }) => distance === 1) : [];
  return whole.length ? whole : found;
}

type Add = (token: string, weight: number) => void;

const addTo =
  (found: Map<number, number>, { number }: Vocabulary): Add =>
  (token, weight) => {
    const known = number.get(token);
    if (known !== undefined && weight > (found.get(known) ?? 0)) found.set(known, weight);
  };

/** A corrected word may be the name of a service, or a part of one. */
function withCorrectedNames(terms: Term[], vocabulary: Vocabulary): Term[] {
  if (!terms.some(({ corrected }) => corrected)) return terms;
  const meant = terms.map(({ typed, corrected }) => corrected ?? typed);
  const marked = vocabulary.markPhrases(
    meant.map((raw, at) => ({ start: at, end: at, raw, tokens: [terms[at]?.corrected ?? stem(raw)] })),
  );
  return terms.map((term, at) => {
    const found = new Map(term.variants.map(({ token, weight }) => [token, weight]));
    const add = addTo(found, vocabulary);
    for (const token of marked[at]?.tokens ?? []) add(token, correctedWeights[1] ?? 0);
    return { ...term, variants: toVariants(found) };
  });
}

/** Two words that are each known may together be a mistyped name: `route 35`, `elastic cache`. */
function withSimilarNames(terms: Term[], vocabulary: Vocabulary): Term[] {
  const names = terms.map(({ typed }, at) => {
    const next = terms[at + 1];
    return next ? vocabulary.similarNames(`${typed}${next.typed}`) : [];
  });
  return terms.map((term, at) => {
    const found = new Map(term.variants.map(({ token, weight }) => [token, weight]));
    const add = addTo(found, vocabulary);
    for (const token of [...(names[at - 1] ?? []), ...(names[at] ?? [])]) add(token, weights.similarName);
    return { ...term, variants: toVariants(found) };
  });
}

const toVariants = (found: Map<number, number>) => [...found].map(([token, weight]) => ({ token, weight }));

/** Words that begin as the typed one does, the more certain the less of them is missing. */
function addStarted(typed: string, { words, number, frequency }: Vocabulary, weight: number, add: Add): void {
  for (const short of stemsOnTheWay(typed)) if (short.length > 3 && number.has(short)) add(short, weight);
  const from = lowerBound(words, typed);
  const byFrequency = (a: number, b: number) => (frequency[b] ?? 0) - (frequency[a] ?? 0);
  // What sorts behind all words that begin so.
  const started = Array.from({ length: lowerBound(words, `${typed}\uffff`) - from }, (_, at) => from + at);
  // One or two letters say too little to be worth the common words, which are in most entries.
  const looked = typed.length < leastTelling ? started : started.toSorted(byFrequency);
  for (const token of looked.slice(0, mostStarted)) {
    const word = words[token] ?? '';
    const missing = word.length - typed.length;
    add(word, weight * (typed.length / (typed.length + missing * 0.3)));
  }
}

function lowerBound(words: string[], wanted: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What words of the query, alone or together, are also about. */
interface Meaning {
  words: Word[];
  tokens: string[];
  weight: number;
}

/** Other words may stand between those that mean something together: `how long` … `run`. */
const mostBetween = 3;

function meaningsOf(all: Word[], { related }: Vocabulary): Meaning[] {
  return related.flatMap(({ stems, tokens }) => {
    const words = all.flatMap((_, start) => wordsFrom(all, start, stems));
    const weight = stems.length > 1 ? weights.intent : weights.related;
    return words.length ? [{ words, tokens, weight }] : [];
  });
}

/** The words that have these stems, in their order; none where one is missing or too far behind the one before. */
function wordsFrom(all: Word[], start: number, [first, ...rest]: string[]): Word[] {
  if (all[start]?.tokens[0] !== first) return [];
  const places = [start];
  for (const wanted of rest) {
    const from = (places.at(-1) ?? start) + 1;
    const ahead = all.slice(from, from + mostBetween + 1).findIndex(({ tokens }) => tokens[0] === wanted);
    if (ahead < 0) return [];
    places.push(from + ahead);
  }
  return all.filter((_, at) => places.includes(at));
}

/** What the query is also about lifts what has it, too. */
const relatedTerm = ({ tokens, weight }: Meaning, { number }: Vocabulary): Term => ({
  typed: '',
  corrected: null,
  isOptional: true,
  variants: tokens.flatMap((token) => {
    const known = number.get(token);
    return known === undefined ? [] : [{ token: known, weight }];
  }),
});
