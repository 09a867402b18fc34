import { consoleOf, type Route, type RouteTable } from '../src/console/find-page.ts';
import { parsePattern } from '../src/console/pattern.ts';
import type { CompactRoutes } from '../src/knowledge/routes.ts';
import type { Base, ServiceEntry, TopicEntry } from './base.ts';
import type { ValuePath, YamlFile } from './files.ts';
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
    routes: Object.fromEntries(
      [...Map.groupBy(routes, ({ pattern }) => consoleOf(pattern))].map(([console, some]) => [
        console,
        some.map(({ text, service, page, topics: shown }) => [text, service ?? '', page ?? '', ...shown]),
      ]),
    ),
    withNotes: base.services.filter((service) => service.topics.length).map(({ id }) => id),
    topics: Object.fromEntries(
      topics.map(({ service, id, yaml: { data } }) => [
        `${service}/${id}`,
        [data.title, data.notes.length, data.limits?.length ?? 0],
      ]),
    ),
  };
}
