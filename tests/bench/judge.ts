import { existsSync, readFileSync } from 'node:fs';
import type { SearchEntry } from '../../src/search/entries.ts';

/** A query with a rule that tells whether an entry answers it. */
export interface JudgedQuery {
  query: string;
  kind: string;
  /** Tested against service, title and text of an entry. */
  isAnswer: (entry: SearchEntry) => boolean;
}

/** How well a search does over judged queries; every figure between 0 and 1. */
export interface Relevance {
  queries: number;
  hit1: number;
  hit3: number;
  mrr: number;
  ndcg: number;
}

/**
 * Reads judged queries: id, query, kind, service and a regular expression, with tabs between, a header line first.
 * @param file where they are; none there, no queries
 * @param serviceName what people call the service of an entry
 */
export function readJudged(file: URL, serviceName: (id: string) => string): JudgedQuery[] {
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const [, query = '', kind = '', , pattern = ''] = row.split('\t');
    const rule = new RegExp(pattern, 'i');
    return {
      query,
      kind,
      isAnswer: ({ service, title, text }) => rule.test(`${serviceName(service)}: ${title}\n${text}`),
    };
  });
}

const depth = 10;

/** @param search the ids found, best first */
export function judge(
  judged: JudgedQuery[],
  entries: SearchEntry[],
  search: (query: string) => string[],
): Relevance {
  const scores = judged.map(({ query, isAnswer }) => {
    const answers = new Set(entries.filter(isAnswer).map(({ id }) => id));
    const found = search(query).slice(0, depth);
    const first = found.findIndex((id) => answers.has(id));
    const gains = found.map((id, at) => (answers.has(id) ? 1 / Math.log2(at + 2) : 0));
    const ideal = Array.from({ length: Math.min(depth, answers.size) }, (_, at) => 1 / Math.log2(at + 2));
    return {
      hit1: first === 0 ? 1 : 0,
      hit3: first >= 0 && first < 3 ? 1 : 0,
      mrr: first < 0 ? 0 : 1 / (first + 1),
      ndcg: sum(gains) / sum(ideal),
    };
  });
  const mean = (pick: (score: (typeof scores)[number]) => number) => sum(scores.map(pick)) / scores.length;
  return {
    queries: judged.length,
    hit1: mean(({ hit1 }) => hit1),
    hit3: mean(({ hit3 }) => hit3),
    mrr: mean(({ mrr }) => mrr),
    ndcg: mean(({ ndcg }) => ndcg),
  };
}

const sum = (numbers: number[]) => numbers.reduce((whole, number) => whole + number, 0);
