import { gzipSync } from 'node:zlib';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { readKnowledge } from '../../knowledge/check.ts';
import { compileCatalog } from '../../knowledge/compile-catalog.ts';
import { compileSynonyms } from '../../knowledge/compile-search.ts';
import { buildIndex, type Synonyms } from '../../src/search/build-index.ts';
import { searchEntries, type SearchEntry } from '../../src/search/entries.ts';
import { createSearch } from '../../src/search/search.ts';
import { isFiller, wordsOf } from '../../src/search/words.ts';
import { judge, type JudgedQuery, readJudged } from './judge.ts';
import { report, say, timed } from './measure.ts';

/** Ids of what a peer finds, best first. */
type Engine = (query: string) => string[];

const sets = {
  'the shared sample': new URL('../../../shared/search-queries/sample.tsv', import.meta.url),
  'our own queries': new URL('queries.tsv', import.meta.url),
};

/** Some peers take a second for a query: of a larger set they answer a part. */
const mostCompared = 150;

/** Everything that can be found, and every query that is judged. */
export function searchMaterial() {
  const base = readKnowledge();
  const services = compileCatalog(base);
  const names = new Map(services.map(({ id, short }) => [id, short]));
  const judged = Object.entries(sets).map(([name, file]) => ({
    name,
    queries: readJudged(file, (id) => names.get(id) ?? id),
  }));
  return {
    entries: searchEntries(services),
    synonyms: compileSynonyms(base),
    names,
    judged,
    queries: judged.flatMap(({ queries }) => queries),
  };
}

/** The base grown to a size. */
export const grown = (entries: SearchEntry[], size: number): SearchEntry[] =>
  Array.from({ length: size }, (_, at) => mutated(entries, at));

/** Relevance and time per key press beside peers on the same base; size, load time, and the same on a grown base. */
export function benchSearch(): void {
  const { entries, synonyms, names, judged, queries } = searchMaterial();

  const ours = makeOurs(entries, synonyms);
  const engines: Record<string, Engine> = { Sidecar: ours, ...makePeers(entries, names) };
  for (const { name, queries: some } of judged) {
    if (!some.length) continue;
    const answered = some.filter(({ isAnswer }) => entries.some(isAnswer));
    say(
      `${name}: ${answered.length} queries, ${some.length - answered.length} without an answer in the base`,
    );
    const step = Math.ceil(answered.length / mostCompared);
    const compared = answered.filter((_, at) => at % step === 0);
    say(`  beside others${step > 1 ? `, every ${step}th query` : ''}`);
    for (const [engine, search] of Object.entries(engines))
      say(`    ${engine}: ${figures(compared, entries, search)}`);
    say(`  Sidecar, all: ${figures(answered, entries, ours)}`);
    for (const kind of new Set(answered.map((query) => query.kind)))
      say(
        `    Sidecar, ${kind}: ${figures(
          answered.filter((query) => query.kind === kind),
          entries,
          ours,
        )}`,
      );
  }
  // Some peers take a second for a key press: every tenth query is enough to compare.
  const some = queries.filter((_, at) => at % 10 === 0);
  for (const [engine, search] of Object.entries(engines))
    report(`per key press, ${engine}`, typing(some, search));
  report('per key press, Sidecar, all queries', typing(queries, ours));
  for (const size of [5_000, 20_000]) {
    say(`the base grown to ${size} entries`);
    report('  per key press', typing(queries, makeOurs(grown(entries, size), synonyms)));
  }
}

function makeOurs(entries: SearchEntry[], synonyms: Synonyms): Engine {
  const [build, index] = timed(() => buildIndex(entries, synonyms));
  const stored = JSON.stringify(index);
  const [load, search] = timed(() => createSearch(JSON.parse(stored), entries));
  const zipped = gzipSync(stored, { level: 9 }).length;
  say(
    `index of ${entries.length} entries: ${stored.length} bytes, ${zipped} gzipped (budget 250,000), built in ${build.toFixed(0)} ms, loaded in ${load.toFixed(1)} ms`,
  );
  return (query) => search(query).hits.map(({ id }) => id);
}

/** The engines beside ours. The tuned ones have the settings that did best in the search study. */
function makePeers(entries: SearchEntry[], names: Map<string, string>): Record<string, Engine> {
  const documents = entries.map(({ id, title, text, keywords, service }) => ({
    id,
    title,
    text,
    tags: [...keywords, names.get(service) ?? service].join(' '),
  }));
  const keys = ['title', 'tags', 'text'];
  const plain = new Fuse(documents, { keys });
  const tuned = new Fuse(documents, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'tags', weight: 2 },
      { name: 'text', weight: 1 },
    ],
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.25,
    minMatchCharLength: 2,
  });
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 3, tags: 2 }, combineWith: 'OR' as const };
  const mini = new MiniSearch({ fields: keys, searchOptions: options });
  const normal = new MiniSearch({
    fields: keys,
    tokenize: normalised,
    processTerm: (term) => term,
    searchOptions: options,
  });
  mini.addAll(documents);
  normal.addAll(documents);
  return {
    'Fuse with default options': (query) => plain.search(query, { limit: 10 }).map(({ item }) => item.id),
    'Fuse tuned': (query) => tuned.search(query, { limit: 10 }).map(({ item }) => item.id),
    'MiniSearch tuned': (query) => mini.search(query).map(({ id }) => String(id)),
    'MiniSearch tuned, words as ours': (query) => normal.search(query).map(({ id }) => String(id)),
  };
}

/** Our reading of words in front of a peer: stems, numbers with units, no fillers. */
function normalised(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isFiller(word));
  return (telling.length ? telling : words).flatMap(({ tokens }) => tokens);
}

const figures = (judged: JudgedQuery[], entries: SearchEntry[], search: Engine) => {
  const { queries, ...shares } = judge(judged, entries, search);
  const shown = Object.entries(shares).map(([name, share]) => `${name} ${share.toFixed(3)}`);
  return `${shown.join(', ')} (${queries})`;
};

/** Milliseconds of each key press while every query is typed letter by letter. */
function typing(queries: JudgedQuery[], search: Engine): number[] {
  search('warm');
  return queries.flatMap(({ query }) =>
    Array.from(query, (_, at) => timed(() => search(query.slice(0, at + 1)))[0]),
  );
}

/** An entry like one of the base with some of its words exchanged, so that a grown base is no heap of copies. */
function mutated(entries: SearchEntry[], at: number): SearchEntry {
  const entry = entries[at % entries.length] ?? entries[0];
  const other = entries[(at * 7 + 13) % entries.length] ?? entries[0];
  if (!entry || !other || at < entries.length) return entry as SearchEntry;
  const words = entry.text.split(' ');
  const foreign = other.text.split(' ');
  const text = words.map((word, place) => ((place + at) % 4 ? word : (foreign[place] ?? word))).join(' ');
  return { ...entry, id: `${entry.id}-${at}`, title: `${entry.title} ${at}`, text };
}
