import type { ConsoleUrl } from './console-url.ts';
import { fitsParameters, type Pattern, specificity } from './pattern.ts';
import { createSegmentTree, type SegmentTree } from './segment-tree.ts';

/** One row of the pattern table: what is open where the pattern matches. */
export interface Route {
  pattern: Pattern;
  /** Null for consoles that no service of ours stands for. */
  service: string | null;
  /** Page id, or null where the pattern only tells the service. */
  page: string | null;
  /** Topic ids of the service, the most fitting first. */
  topics: string[];
}

/** The pattern table as it is written. */
export interface RouteTable<Row extends Route = Route> {
  /** Old path prefix to the current one, both as segments. */
  oldPaths: [old: string[], current: string[]][];
  routes: Row[];
}

/** The pattern table, ready to be asked. */
export interface Routes {
  /** Hosts on which a console lives beside the consoles' common ones. */
  hosts: string[];
  /** The routes that fit an address, the most specific first. */
  fitting: (url: ConsoleUrl) => Route[];
}

/** The page that is open: a service, and a page of it with topics where one is known. */
export interface Page {
  service: string;
  page: string | null;
  topics: string[];
}

type Ranked = { route: Route; rank: number };

/** The routes of one path pattern: those for any in-page route, and those by the pattern of it. */
interface PathRoutes {
  anywhere: Ranked[];
  byHash: SegmentTree<Ranked[]>;
}

/** The name under which the routes stand whose console is told by more than the first segment of its path. */
export const anyConsole = '';

/** The console that a pattern belongs to: the first segment of its path, where that is fixed and the host a common one. */
export const consoleOf = ({ host, path: [first = '*'] }: Pattern): string =>
  host || first.endsWith('*') ? anyConsole : first;

/** Arranges the pattern table so that a look-up does not grow with it. */
export function arrangeRoutes({ oldPaths, routes }: RouteTable): Routes {
  const byConsole = Map.groupBy(routes, ({ pattern }) => consoleOf(pattern));
  return arrangeByConsole(oldPaths, (name) => byConsole.get(name) ?? []);
}

/**
 * Arranges routes console by console, each when it is first asked for: a panel sees a few of them.
 * @param routesOf the routes of a console, or of `anyConsole`
 */
export function arrangeByConsole(
  oldPaths: RouteTable['oldPaths'],
  routesOf: (console: string) => Route[],
): Routes {
  const renamed = createSegmentTree<RouteTable['oldPaths'][number]>();
  for (const row of oldPaths) renamed.at([...row[0], '**'], () => row);
  const consoles = new Map<string, Arranged>();
  const arranged = (name: string) => {
    const known = consoles.get(name) ?? arrange(routesOf(name));
    consoles.set(name, known);
    return known;
  };
  return {
    hosts: [...arranged(anyConsole).keys()].filter((host) => host !== null),
    fitting: (url) => {
      const path = currentPath(url.path, renamed);
      return [...new Set([anyConsole, path[0] ?? anyConsole])]
        .flatMap((name) => arranged(name).get(url.host)?.find(path) ?? [])
        .flatMap(({ anywhere, byHash }) => [...anywhere, ...byHash.find(url.hash).flat()])
        .filter(({ route }) => fitsParameters(route.pattern, url.params))
        .sort((a, b) => b.rank - a.rank)
        .map(({ route }) => route);
    },
  };
}

/** Routes by the host they ask for; null is the consoles' common ones. */
type Arranged = Map<string | null, SegmentTree<PathRoutes>>;

function arrange(routes: Route[]): Arranged {
  const hosts: Arranged = new Map();
  for (const route of routes) {
    const { host, path, hash } = route.pattern;
    const paths = hosts.get(host) ?? createSegmentTree();
    hosts.set(host, paths);
    const { anywhere, byHash } = paths.at(path, () => ({ anywhere: [], byHash: createSegmentTree() }));
    (hash ? byHash.at(hash, () => []) : anywhere).push({ route, rank: specificity(route.pattern) });
  }
  return hosts;
}

/**
 * Finds which page an address shows. The most specific pattern decides; topics of wider patterns of the
 * same service follow behind its own.
 * @returns the page, or null where no service of ours owns the address
 */
export function findPage(url: ConsoleUrl, routes: Routes): Page | null {
  const fitting = routes.fitting(url);
  const { service, page = null } = fitting[0] ?? {};
  if (!service) return null;
  const topics = fitting.filter((route) => route.service === service).flatMap((route) => route.topics);
  return { service, page, topics: [...new Set(topics)] };
}

/** The longest old prefix decides. */
function currentPath(path: string[], oldPaths: SegmentTree<RouteTable['oldPaths'][number]>): string[] {
  const longest = oldPaths.find(path).sort(([a], [b]) => b.length - a.length)[0];
  return longest ? [...longest[1], ...path.slice(longest[0].length)] : path;
}
