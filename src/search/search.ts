import { createBonuses } from './bonuses.ts';
import type { SearchEntry } from './entries.ts';
import { createFuzzy, createSimilar } from './fuzzy.ts';
import { fields, fieldSpace, serviceToken, type StoredIndex } from './index-format.ts';
import { createMarker, type Marker, rememberWords } from './highlight.ts';
import { sideBySide } from './nearness.ts';
import { createPhrases } from './phrases.ts';
import { readPostings } from './postings.ts';
import { readQuery, type Term, type Vocabulary } from './read-query.ts';
import { unpackWords } from './word-list.ts';
import { wordsOf } from './words.ts';

/** A found entry. */
export type Hit = SearchEntry;

/** What a search found. */
export interface Found {
  /** Best first. */
  hits: Hit[];
  /** How well each hit fits; higher is better. Comparable within one search only. */
  scores: number[];
  /** Shows why: where what was looked for stands in a text. */
  marker: Marker;
  /** What was looked for where words of the query are in no note, or null. */
  corrected: string | null;
}

export interface SearchOptions {
  /** Service and topic of the console page that is open; what belongs there comes first among equals. */
  service?: string | null;
  topic?: string | null;
  limit?: number;
  /** Takes words as they are typed, without correction. */
  isExact?: boolean;
}

/** Finds entries by words in any order, the last perhaps unfinished, typing errors and all. */
export type Search = (query: string, options?: SearchOptions) => Found;

/** How much a word counts in a field. */
const fieldWeights = { title: 2.4, keywords: 1.3, text: 1, service: 3.6, topic: 1 };
/** How fast more of the same stops to count, and how much a long title or text is held against it. */
const saturation = 1.4;
const lengthShare = { title: 0.4, text: 0.35 };
/** How many entries of the open page are suggested before anything is typed. */
const suggested = 6;
/** How hard it is held against an entry that it lacks words of the query. */
const coverageExponent = 1.85;
/** A word that is only perhaps meant covers the query less, but more than its weight says. */
const coverageOfUnsure = 0.35;
const titleBonus = 0.32;
/** For words that stand in the title side by side as they were typed; looked for among the best only. */
const nearBonus = 0.1;
const looksNear = 40;
/** What fits worse than this share of the best is noise. */
const leastShare = 0.12;
/** What stands at the head of an entry: its title, and the service it belongs to. */
const headFields = fields.title | fields.service;

/** The weight of a posting, for each of the masks that its fields can have. */
const maskWeights = Array.from({ length: fieldSpace }, (_, mask) =>
  (Object.keys(fields) as (keyof typeof fields)[]).map((field) =>
    mask & fields[field] ? fieldWeights[field] : 0,
  ),
);

/**
 * Makes a search over entries.
 * @param index made from the same entries in the same order
 * @throws Error where the index is of other entries
 */
export function createSearch(index: StoredIndex, entries: SearchEntry[]): Search {
  if (index.size !== entries.length)
    throw new Error(`The index is of ${index.size} entries, not of these ${entries.length}; build it again`);
  const postings = readPostings(index);
  const vocabulary = readVocabulary(
    index,
    postings.map(({ length }) => length),
  );
  const readWords = rememberWords(vocabulary.markPhrases);
  const rarity = postings.map(({ length }) => Math.log(1 + (index.size - length + 0.5) / (length + 0.5)));
  const unknown = Math.log(1 + index.size);
  const longness = {
    title: relative(
      entries.map(({ title }) => title.length),
      lengthShare.title,
    ),
    text: relative(
      entries.map(({ text }) => text.length),
      lengthShare.text,
    ),
  };
  const bonusFor = createBonuses(entries);
  const scores = new Float64Array(index.size);
  const covered = new Float64Array(index.size);
  const inTitle = new Float64Array(index.size);
  /** Of the term that is being added: what it is worth to an entry, how surely it is meant, and in which fields. */
  const best = new Float64Array(index.size);
  const bestWeight = new Float64Array(index.size);
  const bestMask = new Uint8Array(index.size);

  /** Adds what a term is worth to every entry that has it. */
  function addTerm({ variants, isOptional }: Term, importance: number): void {
    const touched: number[] = [];
    for (const { token, weight } of variants) {
      const worth = (rarity[token] ?? 0) * weight;
      for (const posting of postings[token] ?? []) {
        const mask = posting % fieldSpace;
        const entry = (posting - mask) / fieldSpace;
        const [title = 0, keywords = 0, text = 0, service = 0, topic = 0] = maskWeights[mask] ?? [];
        const frequency =
          title / (longness.title[entry] ?? 1) +
          keywords +
          text / (longness.text[entry] ?? 1) +
          service +
          topic;
        const value = (worth * frequency * (saturation + 1)) / (frequency + saturation);
        if (!best[entry]) touched.push(entry);
        if (value > (best[entry] ?? 0)) {
          best[entry] = value;
          bestWeight[entry] = weight;
          bestMask[entry] = mask;
        }
      }
    }
    for (const entry of touched) {
      scores[entry] = (scores[entry] ?? 0) + (best[entry] ?? 0);
      if (!isOptional) {
        covered[entry] = (covered[entry] ?? 0) + importance * (bestWeight[entry] ?? 0) ** coverageOfUnsure;
        if ((bestMask[entry] ?? 0) & headFields) inTitle[entry] = (inTitle[entry] ?? 0) + importance;
      }
      best[entry] = 0;
      bestMask[entry] = 0;
    }
  }

  /** Before anything is typed: what the open page's topic is about. */
  const about = (topic: string | null, limit: number): Found => {
    const hits = entries.filter((entry) => entry.topic === topic).slice(0, Math.min(limit, suggested));
    const marker = createMarker(new Set(), readWords);
    return { hits, scores: hits.map(() => 1), marker, corrected: null };
  };

  return (query, { service = null, topic = null, limit = 50, isExact = false } = {}) => {
    if (!query.trim()) return about(topic, limit);
    const terms = readQuery(query, vocabulary, isExact);
    const importances = terms.map(({ variants, isOptional }) =>
      isOptional
        ? 0
        : Math.max(...variants.map(({ token }) => rarity[token] ?? 0), variants.length ? 0 : unknown),
    );
    const whole = importances.reduce((sum, importance) => sum + importance, 0);
    scores.fill(0);
    covered.fill(0);
    inTitle.fill(0);
    terms.forEach((term, at) => addTerm(term, importances[at] ?? 0));
    const named = new Set(
      terms.flatMap(({ variants }) =>
        variants.filter(({ weight }) => weight > 0.7).map(({ token }) => vocabulary.words[token]),
      ),
    );
    const bonus = bonusFor({
      query,
      isOneWord: terms.filter(({ isOptional }) => !isOptional).length === 1,
      named,
      service,
      topic,
    });
    const ranked: { entry: SearchEntry; at: number; score: number }[] = [];
    scores.forEach((sum, at) => {
      const share = (covered[at] ?? 0) / whole;
      const entry = entries[at];
      if (!share || !entry) return;
      const score =
        sum * share ** coverageExponent * (1 + (titleBonus * (inTitle[at] ?? 0)) / whole) * bonus(entry, at);
      ranked.push({ entry, at, score });
    });
    const byScore = (a: (typeof ranked)[number], b: (typeof ranked)[number]) =>
      b.score - a.score || a.at - b.at;
    ranked.sort(byScore);
    const meant = terms
      .filter(({ typed }) => typed)
      .map(({ variants }) => new Set(variants.map(({ token }) => vocabulary.words[token] ?? '')));
    // They only gain, so nobody below them comes up among them.
    const near = ranked.slice(0, looksNear);
    for (const hit of near) hit.score *= 1 + nearBonus * sideBySide(meant, readWords(hit.entry.title));
    ranked.splice(0, near.length, ...near.sort(byScore));
    const least = (ranked[0]?.score ?? 0) * leastShare;
    const shown = ranked.slice(0, limit).filter(({ score }) => score >= least);
    return {
      hits: shown.map(({ entry }) => entry),
      scores: shown.map(({ score }) => score),
      marker: createMarker(
        new Set(
          terms
            .filter(({ isOptional }) => !isOptional)
            .flatMap(({ variants }) => variants.map(({ token }) => vocabulary.words[token] ?? '')),
        ),
        readWords,
      ),
      corrected: correctedQuery(terms, shown[0]?.entry),
    };
  };
}

function readVocabulary(
  { words: text, phrases, aliases, related }: StoredIndex,
  frequency: number[],
): Vocabulary {
  const words = unpackWords(text);
  return {
    words,
    number: new Map(words.map((word, at) => [word, at])),
    frequency,
    markPhrases: createPhrases(phrases),
    markAliases: createPhrases(aliases),
    related: related.map(([typed, tokens]) => ({ stems: typed.split(' '), tokens })),
    corrections: createFuzzy(words),
    similarNames: createSimilar(
      phrases
        .filter(([, token]) => token.startsWith(serviceToken('')))
        .map(([form, token]) => [form.replaceAll(' ', ''), token]),
    ),
  };
}

/** By entry: 1 for the average length, more for longer ones. */
function relative(lengths: number[], share: number): number[] {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
  return lengths.map((length) => 1 - share + share * (length / average));
}

/** The query as it was understood, where a word had to be taken for another; the best hit shows how it is written. */
function correctedQuery(terms: Term[], best: SearchEntry | undefined): string | null {
  if (!best || !terms.some(({ corrected }) => corrected)) return null;
  const written = wordsOf(`${best.title} ${best.keywords.join(' ')} ${best.text}`);
  const asWritten = (token: string) => written.find(({ tokens }) => tokens.includes(token))?.raw ?? token;
  return terms
    .filter(({ typed }) => typed)
    .map(({ typed, corrected }) => (corrected ? asWritten(corrected) : typed))
    .join(' ');
}
