// `npm run -s knowledge -- at | search | check | stats | dump`: see README.md beside this file.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { arrangeRoutes } from '../src/console/find-page.ts';
import type { Service } from '../src/knowledge/catalog.ts';
import { pageAt } from '../src/knowledge/page-at.ts';
import { limitText, noteText } from '../src/knowledge/plain-text.ts';
import { searchEntries } from '../src/search/entries.ts';
import { createSearch } from '../src/search/search.ts';
import { checkFiles, describeProblem, knowledgeRoot, readKnowledge } from './check.ts';
import { compileSearchIndex } from './compile-search.ts';
import { compileCatalog } from './compile-catalog.ts';
import { compileRoutes } from './compile-routes.ts';
import { readKnowledgeFiles } from './files.ts';
import { statistics } from './statistics.ts';

const usage = `Usage: npm run -s knowledge -- <command>
  at URL…                              the page at each address (- reads them from standard input)
  search WORDS… [--limit N] [--service ID]   hits, best first (- reads a query a line)
  check                                mistakes in the knowledge files
  stats                                what the base holds: in all, per service, per exam domain
  dump                                 the whole base as one object`;

/** A call that cannot be carried out as it was made. */
class WrongCall extends Error {}

const commands: Record<
  string,
  (words: string[], options: { limit?: string; service?: string }) => Promise<void> | void
> = {
  at: (addresses) => eachLine(addresses, 'at needs an address', describePage()),
  search: (words, { limit = '10', service }) => {
    const count = Number(limit);
    if (!Number.isInteger(count) || count < 1)
      throw new WrongCall(`--limit ${limit} is not a number of hits`);
    return eachLine(
      words.length > 1 ? [words.join(' ')] : words,
      'search needs words',
      findHits(count, service),
    );
  },
  check() {
    const { problems } = checkFiles(readKnowledgeFiles(knowledgeRoot));
    for (const problem of problems) print(describeProblem(problem));
    if (problems.length) process.exitCode = 1;
  },
  stats() {
    for (const part of statistics(compileCatalog(readKnowledge()))) print(JSON.stringify(part));
  },
  dump: () => print(JSON.stringify(dump(compileCatalog(readKnowledge())))),
};

/** Standard output may end early (`| head`): then there is nobody to print for. */
process.stdout.on('error', () => process.exit());

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: 'string' }, service: { type: 'string' } },
  });
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongCall(usage);
  await command(words, values);
} catch (error) {
  const isCall =
    error instanceof WrongCall || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isCall ? (error as Error).message : String(error)}\n`);
  process.exitCode = isCall ? 2 : 1;
}

/** Answers each input with one line: the words of the call, or what standard input holds. */
async function eachLine(
  inputs: string[],
  complaint: string,
  answer: (input: string) => unknown,
): Promise<void> {
  if (!inputs.length) throw new WrongCall(`${complaint}\n${usage}`);
  const isPiped = inputs.length === 1 && inputs[0] === '-';
  for await (const line of isPiped ? createInterface({ input: process.stdin }) : inputs) {
    if (line.trim()) print(JSON.stringify(answer(line.trim())));
  }
}

function describePage() {
  const base = readKnowledge();
  const routes = arrangeRoutes(compileRoutes(base));
  const topics = new Map(
    compileCatalog(base).flatMap((service) => service.topics.map((topic) => [topic.id, topic])),
  );
  const withNotes = new Set([...topics.keys()].map((id) => id.split('/')[0]));
  return (url: string) => {
    const at = pageAt(url, routes, (service) => withNotes.has(service));
    const shown = (at.page?.topics ?? []).flatMap((id) => topics.get(`${at.page?.service}/${id}`) ?? []);
    return {
      url,
      place: at.place,
      service: at.page?.service ?? null,
      page: at.page?.page ?? null,
      topics: at.page?.topics ?? [],
      region: at.url?.region ?? null,
      partition: at.url?.partition ?? null,
      notes: shown.flatMap(({ notes }) => notes.map(({ id }) => id)),
      limits: shown.flatMap(({ limits }) => limits.map(({ id }) => id)),
    };
  };
}

function findHits(limit: number, service: string | undefined) {
  const base = readKnowledge();
  const search = createSearch(compileSearchIndex(base), searchEntries(compileCatalog(base)));
  return (query: string) => {
    const { hits, scores } = search(query, { limit, service: service ?? null });
    return {
      query,
      hits: hits.map(({ id, kind, service: owner, topic, title, text }, at) => ({
        id,
        kind,
        service: owner,
        topic,
        title,
        text,
        score: scores[at],
      })),
    };
  };
}

function dump(services: Service[]) {
  const topics = services.flatMap((service) =>
    service.topics.map((topic) => ({ service: service.id, ...topic })),
  );
  return {
    services: services.map(({ topics: own, ...service }) => ({
      ...service,
      topics: own.map(({ id }) => id),
    })),
    topics: topics.map(({ notes, limits, ...topic }) => ({
      ...topic,
      notes: notes.map(({ id }) => id),
      limits: limits.map(({ id }) => id),
    })),
    notes: topics.flatMap(({ id: topic, service, notes }) =>
      notes.map((note) => ({ ...note, service, topic, text: noteText(note) })),
    ),
    limits: topics.flatMap(({ id: topic, service, limits }) =>
      limits.map((limit) => ({ ...limit, service, topic, text: limitText(limit) })),
    ),
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
