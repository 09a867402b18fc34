import { parseConsoleUrl } from '../src/console/console-url.ts';
import { arrangeRoutes, type Routes } from '../src/console/find-page.ts';
import { parsePattern } from '../src/console/pattern.ts';
import type {
  ConsolePage as LinkedPage,
  Limit,
  Note,
  Service,
  Source,
  Topic,
  TopicLink,
} from '../src/knowledge/catalog.ts';
import type { Base, TopicEntry } from './base.ts';
import { compilePages } from './compile-routes.ts';
import type { ConsolePage } from './topic.gen.ts';

/** The whole base with every reference resolved: what pages of the extension show. */
export function compileCatalog(base: Base): Service[] {
  const pages = compilePages(base);
  const links = topicLinks(base);
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
      topics: topics.map((topic) => compileTopic(base, links, topic, quotas)),
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
  const named = new Set(['region', ...route.pattern.params.map(([name]) => name)]);
  if (Object.keys(parsed.params).some((name) => !named.has(name))) return null;
  const url = new URL(href);
  url.searchParams.delete('region');
  return `${parsed.host ?? ''}${url.pathname}${url.search}${url.hash}`;
}

const inWords = (id: string) => `${id[0]?.toUpperCase() ?? ''}${id.slice(1).replaceAll('-', ' ')}`;

function topicLinks({ services }: Base): Map<string, TopicLink> {
  const links = services.flatMap(({ yaml: { data }, topics }) =>
    topics.map(({ id, service, yaml }): TopicLink => ({
      id: `${service}/${id}`,
      title: yaml.data.title,
      service: data.short,
      notes: yaml.data.notes.length,
      limits: yaml.data.limits?.length ?? 0,
    })),
  );
  return new Map(links.map((link) => [link.id, link]));
}

function compileTopic(
  base: Base,
  links: Map<string, TopicLink>,
  { id, service, yaml }: TopicEntry,
  quotas: string | undefined,
): Topic {
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
    related: related.flatMap((other) => {
      const link = links.get(other.includes('/') ? other : `${service}/${other}`);
      return link ? [link] : [];
    }),
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
