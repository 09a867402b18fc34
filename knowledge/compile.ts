import { parsePattern } from '../src/console/pattern.ts';
import type { Route, Routes } from '../src/console/find-page.ts';
import type { CompactRoutes } from '../src/knowledge/routes.ts';
import type { Limit, Note, Service, Source, Topic } from '../src/knowledge/catalog.ts';
import type { ValuePath } from './files.ts';
import type { Base, ServiceEntry, TopicEntry } from './base.ts';

/** A route that remembers where it was written, for messages. */
export interface WrittenRoute extends Route {
  text: string;
  file: string;
  line: number;
}

/** The page patterns of the whole base: those of topics, and those that only tell the service. */
export function compileRoutes(base: Base): { oldPaths: Routes['oldPaths']; routes: WrittenRoute[] } {
  const segments = (path: string) => path.split('/').filter(Boolean);
  return {
    oldPaths: base.services.flatMap(({ yaml }) =>
      Object.entries(yaml.data.console.oldPaths ?? {}).map(([old, current]): [string[], string[]] => [
        segments(old),
        segments(current),
      ]),
    ),
    routes: base.services.flatMap((service) => [
      ...service.yaml.data.console.match.map((text, at) => ({
        ...placed(service, text, ['console', 'match', at]),
        service: service.id,
        page: null,
        topics: [],
      })),
      ...service.topics.flatMap((topic) =>
        (topic.yaml.data.pages ?? []).flatMap(({ id, match, also = [] }, page) =>
          match.map((text, at) => ({
            ...placed(topic, text, ['pages', page, 'match', at]),
            service: service.id,
            page: id,
            topics: [topic.id, ...also],
          })),
        ),
      ),
    ]),
  };
}

function placed({ yaml }: TopicEntry | ServiceEntry, text: string, path: ValuePath) {
  return { text, pattern: parsePattern(text), file: yaml.file, line: yaml.lineOf(path) };
}

/** The patterns as they are bundled, with title and counts of each topic that has pages. */
export function compileCompactRoutes(base: Base): CompactRoutes {
  const { oldPaths, routes } = compileRoutes(base);
  const topics = base.services.flatMap((service) => service.topics.filter(({ yaml }) => yaml.data.pages));
  return {
    oldPaths,
    routes: routes.map(({ text, service, page, topics: shown }) => [text, service, page ?? '', ...shown]),
    topics: Object.fromEntries(
      topics.map(({ service, id, yaml: { data } }) => [
        `${service}/${id}`,
        [data.title, data.notes.length, data.limits?.length ?? 0],
      ]),
    ),
  };
}

/** The whole base with every reference resolved: what pages of the extension show. */
export function compileCatalog(base: Base): Service[] {
  return base.services.map(({ id, yaml, topics }) => {
    const {
      name,
      short,
      category,
      docs,
      status,
      console,
      abbreviations = [],
      aliases = [],
      formerNames = [],
      quotas,
    } = yaml.data;
    return {
      id,
      name,
      short,
      category,
      docs,
      ...(console.home && { home: console.home }),
      ...(status && { status }),
      names: [...abbreviations, ...aliases, ...formerNames],
      topics: topics.map((topic) => compileTopic(base, topic, quotas)),
    };
  });
}

function compileTopic(base: Base, { id, service, yaml }: TopicEntry, quotas: string | undefined): Topic {
  const { title, verified, exams = [], related = [], sources, notes, limits = [] } = yaml.data;
  const resolved = (keys: string[]): Source[] => keys.flatMap((key) => sources[key] ?? []);
  const fact = <Written extends { id: string; sources: string[]; verified?: string }>(written: Written) => ({
    ...written,
    id: `${service}/${written.id}`,
    sources: resolved(written.sources),
    verified: written.verified ?? verified,
  });
  return {
    id: `${service}/${id}`,
    title,
    exams: exams.flatMap((task) => examDomain(base, task)),
    related: related.map((other) => (other.includes('/') ? other : `${service}/${other}`)),
    notes: notes.map((note) => fact(note) as Note),
    limits: limits.map(({ quota, quotaService, ...limit }) => ({
      ...(fact(limit) as Limit),
      ...(quota && { quota: { service: quotaService ?? quotas ?? '', code: quota } }),
    })),
  };
}

function examDomain(base: Base, task: string): Topic['exams'] {
  const [exam = '', number = ''] = task.split('/');
  const found = base.exams.get(exam);
  const domain = found?.domains.find(({ tasks }) => number in tasks);
  return found && domain ? [{ code: found.code, domain: domain.number, title: domain.title }] : [];
}
