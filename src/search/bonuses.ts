import type { SearchEntry } from './entries.ts';
import { serviceToken } from './index-format.ts';

/** Little, so that what is clearly better elsewhere still comes first. */
const openBonus = { service: 1.2, topic: 1.05 };
/** A single word says little; the page says the rest. */
const openBonusOfOneWord = 1.5;
/** A service that the query names says where to look. */
const namedBonus = 1.3;
/** Kinds that answer what the query asks for: a number, the difference of two things, an error. */
const kindBonuses: { asks: RegExp; kind: SearchEntry['kind']; bonus: number }[] = [
  {
    asks: /\b(max|maximum|min|minimum|limit|quota|size|how (long|many|much|big|large|often)|default)\b/i,
    kind: 'limit',
    bonus: 1.4,
  },
  { asks: /\b(vs|versus|or|difference|compare[ds]?|between)\b/i, kind: 'comparison', bonus: 1.35 },
  { asks: /exception|error|fail|\b[45]\d\d\b|[a-z][A-Z]/, kind: 'error', bonus: 1.15 },
];

/** The first notes of a topic say what it is about; what follows says more about less. */
const leadBonuses = [1.2, 1.12, 1.12];
/** A limit is short, and so scores high, but answers little unless a number is asked for. */
const unaskedLimit = 0.85;

/** What of a query tells which entries are meant, beside the words they have. */
export interface Aim {
  query: string;
  isOneWord: boolean;
  /** Tokens that the query surely means; those of services say where to look. */
  named: Set<string | undefined>;
  /** Service and topic of the open page. */
  service: string | null;
  topic: string | null;
}

/**
 * Tells what an entry's score is multiplied with for what it is, whatever its words.
 * @param entries in the order of the index
 */
export function createBonuses(entries: SearchEntry[]) {
  const leads = leadsOf(entries);
  return ({ query, isOneWord, named, service, topic }: Aim) => {
    const asked = kindBonuses.filter(({ asks }) => asks.test(query));
    const ofService = isOneWord ? openBonusOfOneWord : openBonus.service;
    return (entry: SearchEntry, at: number): number =>
      (asked.find(({ kind }) => kind === entry.kind)?.bonus ?? (entry.kind === 'limit' ? unaskedLimit : 1)) *
      (entry.service === service ? ofService : 1) *
      (entry.topic === topic ? openBonus.topic : 1) *
      (named.has(serviceToken(entry.service)) ? namedBonus : 1) *
      (leads[at] ?? 1);
  };
}

/** By entry: what it is worth that it stands where it does in its topic. */
function leadsOf(entries: SearchEntry[]): number[] {
  let place = 0;
  return entries.map(({ topic }, at) => {
    place = topic === entries[at - 1]?.topic ? place + 1 : 0;
    return leadBonuses[place] ?? 1;
  });
}
