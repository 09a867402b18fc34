import { parseConsoleUrl } from '../src/console/console-url.ts';
import { arrangeRoutes, type Route, type Routes, type RouteTable } from '../src/console/find-page.ts';
import { parsePattern } from '../src/console/pattern.ts';
import type { CompactRoutes } from '../src/knowledge/routes.ts';
import type {
  ConsolePage as LinkedPage,
  Limit,
  Note,
  Service,
  Source,
  Topic,
} from '../src/knowledge/catalog.ts';
import type { ValuePath, YamlFile } from './files.ts';
import type { Base, ServiceEntry, TopicEntry } from './base.ts';
import type { ConsolePage } from './topic.gen.ts';

/** A route that remembers where it was written, for messages. */
export interface WrittenRoute extends Route {
  text: string;
  file: string;
  line: number;
}

/** A page with the file it is written in. */
export interface WrittenPage {
  page: ConsolePage;
  service: string;
  /** The topic it is about, first, and others that help there. */
  topics: string[];
  written: TopicEntry | ServiceEntry;
  path: ValuePath;
}

/** Every page of the base: those of topics, and those that no topic is about. */
export function compilePages(base: Base): WrittenPage[] {
  return base.services.flatMap((service) => [
    ...(service.yaml.data.console?.pages ?? []).map((page, at) => ({
      page,
      service: service.id,
      topics: page.also ?? [],
      written: service,
      path: ['console', 'pages', at],
    })),
    ...service.topics.flatMap((topic) =>
      (topic.yaml.data.pages ?? []).map((page, at) => ({
        page,
        service: service.id,
        topics: [topic.id, ...(page.also ?? [])],
        written: topic,
        path: ['pages', at],
      })),
    ),
  ]);
}

/** The page patterns of the whole base: of pages, those that only tell the service, and those of nobody's consoles. */
export function compileRoutes(base: Base): RouteTable<WrittenRoute> {
  const segments = (path: string) => path.split('/').filter(Boolean);
  return {
    oldPaths: base.services.flatMap(({ yaml }) =>
      Object.entries(yaml.data.console?.oldPaths ?? {}).map(([old, current]): [string[], string[]] => [
        segments(old),
        segments(current),
      ]),
    ),
    routes: [
      ...base.otherConsoles.data.map((text, at) => ({
        ...placed(base.otherConsoles, text, [at]),
        service: null,
        page: null,
        topics: [],
      })),
      ...base.services.flatMap(({ id, yaml }) =>
        (yaml.data.console?.match ?? []).map((text, at) => ({
          ...placed(yaml, text, ['console', 'match', at]),
          service: id,
          page: null,
          topics: [],
        })),
      ),
      ...compilePages(base).flatMap(({ page, service, topics, written, path }) =>
        page.match.map((text, at) => ({
          ...placed(written.yaml, text, [...path, 'match', at]),
          service,
          page: page.id,
          topics,
        })),
      ),
    ],
  };
}

function placed(yaml: YamlFile<unknown>, text: string, path: ValuePath) {
  return { text, pattern: parsePattern(text), file: yaml.file, line: yaml.lineOf(path) };
}

/** The patterns as they are bundled, with title and counts of each topic that has pages. */
export function compileCompactRoutes(base: Base): CompactRoutes {
  const { oldPaths, routes } = compileRoutes(base);
  const topics = base.services.flatMap((service) => service.topics.filter(({ yaml }) => yaml.data.pages));
  return {
    oldPaths,
    routes: routes.map(({ text, service, page, topics: shown }) => [
      text,
      service ?? '',
      page ?? '',
      ...shown,
    ]),
    withNotes: base.services.filter((service) => service.topics.length).map(({ id }) => id),
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
  const pages = compilePages(base);
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
      ...(console?.home && { home: console.home }),
      ...(status && { status }),
      names: [...abbreviations, ...aliases, ...formerNames],
      pages: linkedPages(pages.filter(({ service }) => service === id).map(({ page }) => page)),
      topics: topics.map((topic) => compileTopic(base, topic, quotas)),
    };
  });
}

/** The pages by id. Where several topics share one, what it is called and where it leads comes from the first that says. */
function linkedPages(pages: ConsolePage[]): LinkedPage[] {
  const byId = Map.groupBy(pages, ({ id }) => id);
  return [...byId].map(([id, same]) => {
    const title = same.find((page) => page.title)?.title ?? inWords(id);
    const path = same.map(linkTo).find((found) => found !== null);
    return { id, title, ...(path && { path }) };
  });
}

/** A page can be linked where one of its patterns has no open place: then its example address names nothing made up. */
function linkTo({ id, match, urls }: ConsolePage): string | null {
  const fixed = match.filter((text) => !text.includes('*')).map(parsePattern);
  const routes = arrangeRoutes({
    oldPaths: [],
    routes: fixed.map((pattern) => ({ pattern, service: null, page: id, topics: [] })),
  });
  return urls.map((href) => linkPath(href, routes)).find((path) => path !== null) ?? null;
}

/** Path and route of an example address, if they name nothing that is not in a pattern. */
function linkPath(href: string, routes: Routes): string | null {
  const parsed = parseConsoleUrl(href, routes.hosts);
  const [route] = parsed ? routes.fitting(parsed) : [];
  if (!parsed || !route) return null;
  const named = ['region', ...route.pattern.params.map(([name]) => name)];
  if (Object.keys(parsed.params).some((name) => !named.includes(name))) return null;
  const url = new URL(href);
  url.searchParams.delete('region');
  return `${parsed.host ?? ''}${url.pathname}${url.search}${url.hash}`;
}

const inWords = (id: string) => `${id[0]?.toUpperCase() ?? ''}${id.slice(1).replaceAll('-', ' ')}`;

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
    pages: [...new Set((yaml.data.pages ?? []).map((page) => page.id))],
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
