/** An AWS partition: accounts, Regions and console hosts of one never mix with those of another. */
export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc';

/** What the address of a console page says, taken apart and decoded. */
export interface ConsoleUrl {
  partition: Partition;
  /** Region of the page, or null where the address names none. */
  region: string | null;
  /** Multi-session prefix (`<account>-<suffix>`), or null. Links must keep it. */
  session: string | null;
  /** Set where the console lives on a host of its own, such as lightsail.aws.amazon.com; null on the common ones. */
  host: string | null;
  /** Decoded path segments: /lambda/home is ['lambda', 'home']. */
  path: string[];
  /** Decoded segments of the in-page route, whatever style the console writes it in. */
  hash: string[];
  /** Parameters of the query and of the in-page route; the route's win. */
  params: Record<string, string>;
}

/** Host suffix of each partition's console. Matched as whole labels, so look-alike hosts fail. */
export const consoleSuffix: Record<Partition, string> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** The same hosts as match patterns: bare, regional, multi-session and service hosts of every partition. */
export const consoleHosts = [
  'https://*.console.aws.amazon.com/*',
  'https://*.console.amazonaws-us-gov.com/*',
  'https://*.console.amazonaws.cn/*',
  'https://*.console.amazonaws-eusc.eu/*',
];

const REGION = /^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/;
/** AWS promises twelve digits, a hyphen and a suffix; the suffix's length is not promised. */
const SESSION = /^\d{12}-[0-9a-z]+$/;
const ACCOUNT = /^\d{12}$/;

/**
 * Takes the address of a page apart.
 * @param href a full address, as `location.href` holds it
 * @param ownHosts hosts on which a console lives beside the common ones
 * @returns the parts, or null where the address is not a page of an AWS console
 */
export function parseConsoleUrl(href: string, ownHosts: string[] = []): ConsoleUrl | null {
  const url = URL.parse(href);
  if (!url || url.protocol !== 'https:' || url.port || url.username || url.password) return null;
  const host = readHost(url.hostname, ownHosts);
  if (!host) return null;
  const query = Object.fromEntries(url.searchParams);
  const route = readRoute(url.hash.slice(1) || hashOfSignIn(query));
  const path = segments(url.pathname);
  // The host is where the page was asked for; the query repeats it or, on hosts without one, is all there is.
  const regions = [host.region, query.region, route.params.region, regionInPath(path)];
  return {
    partition: host.partition,
    session: host.session ?? path.find((segment) => SESSION.test(segment) && host.own) ?? null,
    host: host.own,
    region: regions.find((name) => name && REGION.test(name)) ?? null,
    path,
    hash: route.segments,
    params: { ...query, ...route.params },
  };
}

function readHost(hostname: string, ownHosts: string[]) {
  const isBelow = (suffix: string) => hostname === suffix || hostname.endsWith(`.${suffix}`);
  const common = Object.entries(consoleSuffix).find(([, suffix]) => isBelow(suffix));
  const own = ownHosts.find(isBelow) ?? null;
  const suffix = common?.[1] ?? own;
  if (!suffix) return null;
  const labels = hostname.slice(0, -suffix.length).split('.').filter(Boolean);
  return {
    own: common ? null : own,
    partition: (common?.[0] ?? 'aws') as Partition,
    session: labels.find((label) => SESSION.test(label)) ?? null,
    region: labels.find((label) => REGION.test(label)) ?? null,
  };
}

/** Some paths name account and Region one after the other: /codesuite/settings/111122223333/us-east-1. */
function regionInPath(path: string[]): string | undefined {
  return path[path.findIndex((segment) => ACCOUNT.test(segment)) + 1];
}

/** Just after sign-in the in-page route stands in the query for a moment: `state=hashArgs%23/functions`. */
function hashOfSignIn({ state = '' }: Record<string, string>): string {
  return state.startsWith('hashArgs#') ? state.slice('hashArgs#'.length) : '';
}

/**
 * Reads the in-page route. Consoles write it in four styles, sometimes two at once:
 * `/a/b?x=y`, `Head:key=value;key=value`, `head:a/b` and `head?x=y`; older ones put `!` in front.
 * CloudWatch writes the question mark as `$3F` and what follows it encoded once more.
 */
function readRoute(hash: string): { segments: string[]; params: Record<string, string> } {
  const plain = /^(%21)?%2f/i.test(hash) ? decode(hash) : hash;
  const [bare = ''] = plain.replace(/^!/, '').split('#');
  const [route, query = ''] = splitOnce(bare.replace(/\$3F.*$/i, decodeOnce), /\?/);
  const params: Record<string, string> = Object.fromEntries(new URLSearchParams(query));
  const headed = /^([\w-]+)[:;](.*)$/.exec(route);
  if (!headed) return { segments: segments(route), params };
  const [, head = '', rest = ''] = headed;
  const isPairs = /^[^/]*=/.test(rest);
  if (!isPairs) return { segments: [head, ...segments(rest)], params };
  for (const pair of rest.split(';')) {
    const [key, value = ''] = splitOnce(pair, /=/);
    if (key) params[decode(key)] = decode(value);
  }
  return { segments: [head], params };
}

function splitOnce(text: string, mark: RegExp): [string, string?] {
  const found = mark.exec(text);
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text];
}

function segments(route: string): string[] {
  return route.split('/').filter(Boolean).map(decode);
}

/** CloudWatch encodes twice, and so does Systems Manager. */
const decode = (text: string) => decodeOnce(decodeOnce(text));

/** Decodes `%3D`, and `$3D`, which is CloudWatch's own way to write it. Malformed text stays as it is. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\$(?=[0-9A-Fa-f]{2})/g, '%'));
  } catch {
    return text;
  }
}
