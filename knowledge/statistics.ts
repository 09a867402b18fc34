import type { Service, Topic } from '../src/knowledge/catalog.ts';

/** What a part of the base holds. */
export interface Statistics {
  /** `all`, a service's id, or an exam's domain: `DVA-C02 1, Development`. */
  part: string;
  services: number;
  topics: number;
  notes: number;
  limits: number;
  /** Notes that can be asked. */
  questions: number;
  comparisons: number;
  /** Facts with an older statement beside today's. */
  formerly: number;
  /** Limits that link to a quota. */
  quotas: number;
  /** Share of notes and limits with a source and a date, 0 to 1. */
  sourced: number;
  /** The day that the longest unchecked fact was checked, or null where there is none. */
  oldest: string | null;
}

type Part = [name: string, topics: (Topic & { service: string })[]];

/** Figures of the whole base, then of each service, then of each exam domain. A topic counts in every domain it names. */
export function statistics(services: Service[]): Statistics[] {
  const topics = services.flatMap(({ id, topics: own }) => own.map((topic) => ({ ...topic, service: id })));
  const domains = Map.groupBy(
    topics.flatMap((topic) => [...new Set(topic.exams.map(domainName))].map((domain) => ({ domain, topic }))),
    ({ domain }) => domain,
  );
  const parts: Part[] = [
    ['all', topics],
    ...services.map(({ id }): Part => [id, topics.filter(({ service }) => service === id)]),
    ...[...domains]
      .map(([domain, members]): Part => [domain, members.map(({ topic }) => topic)])
      .toSorted(([a], [b]) => a.localeCompare(b)),
  ];
  return parts.map(([name, own]) => count(name, own));
}

const domainName = ({ code, domain, title }: Topic['exams'][number]) => `${code} ${domain}, ${title}`;

function count(part: string, topics: Part[1]): Statistics {
  const notes = topics.flatMap((topic) => topic.notes);
  const limits = topics.flatMap((topic) => topic.limits);
  const facts = [...notes, ...limits];
  const sourced = facts.filter(({ sources, verified }) => sources.length > 0 && verified);
  return {
    part,
    services: new Set(topics.map(({ service }) => service)).size,
    topics: topics.length,
    notes: notes.length,
    limits: limits.length,
    questions: notes.filter(({ question }) => question).length,
    comparisons: notes.filter(({ kind }) => kind === 'comparison').length,
    formerly: facts.filter(({ formerly }) => formerly).length,
    quotas: limits.filter(({ quota }) => quota).length,
    sourced: facts.length ? sourced.length / facts.length : 1,
    oldest: facts.map(({ verified }) => verified).toSorted()[0] ?? null,
  };
}
