/** An AWS partition: accounts, Regions and console hosts of one never mix with those of another. */
export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn' | 'aws-eusc';

/** What the address of a console page says, taken apart and decoded. */
export interface ConsoleUrl {
  partition: Partition;
  /** Region of the page, or null where the address names none. */
  region: string | null;
  /** Multi-session prefix (`<account>-<suffix>`), or null. Links must keep it. */
  session: string | null;
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

/**
 * Takes the address of a page apart.
 * @param href a full address, as `location.href` holds it
 * @returns the parts, or null where the address is not a page of an AWS console
 */
export function parseConsoleUrl(href: string): ConsoleUrl | null {
  const url = URL.parse(href);
  if (!url || url.protocol !== 'https:' || url.port || url.username || url.password) return null;
  const host = readHost(url.hostname);
  if (!host) return null;
  const route = readRoute(url.hash.slice(1));
  const query = Object.fromEntries(url.searchParams);
  return {
    partition: host.partition,
    session: host.session,
    region:
      [host.region, query.region, route.params.region].find((name) => name && REGION.test(name)) ?? null,
    path: segments(url.pathname),
    hash: route.segments,
    params: { ...query, ...route.params },
  };
}

function readHost(hostname: string) {
  const found = Object.entries(consoleSuffix).find(
    ([, suffix]) => hostname === suffix || hostname.endsWith(`.${suffix}`),
  );
  if (!found) return null;
  const [partition, suffix] = found as [Partition, string];
  const labels = hostname.slice(0, -suffix.length).split('.').filter(Boolean);
  return {
    partition,
    session: labels.find((label) => SESSION.test(label)) ?? null,
    region: labels.find((label) => REGION.test(label)) ?? null,
  };
}

/**
 * Reads the in-page route. Consoles write it in four styles, sometimes two at once:
 * `/a/b?x=y`, `Head:key=value;key=value`, `head:a/b` and `head?x=y`; older ones put `!` in front.
 */
function readRoute(hash: string): { segments: string[]; params: Record<string, string> } {
  const bare = hash.replace(/^!/, '');
  const [route, query = ''] = splitOnce(bare, '?');
  const params: Record<string, string> = Object.fromEntries(new URLSearchParams(query));
  const headed = /^([\w-]+):(.*)$/.exec(route);
  if (!headed) return { segments: segments(route), params };
  const [, head = '', rest = ''] = headed;
  const isPairs = /^[^/]*=/.test(rest);
  if (!isPairs) return { segments: [head, ...segments(rest)], params };
  for (const pair of rest.split(';')) {
    const [key, value = ''] = splitOnce(pair, '=');
    if (key) params[decode(key)] = decode(value);
  }
  return { segments: [head], params };
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function segments(route: string): string[] {
  return route.split('/').filter(Boolean).map(decode);
}

/** CloudWatch writes `%` as `$` and encodes twice; Systems Manager encodes twice. Malformed text stays as it is. */
function decode(text: string): string {
  let decoded = text;
  try {
    decoded = decodeURIComponent(decoded.replace(/\$(?=[0-9A-Fa-f]{2})/g, '%'));
    return decodeURIComponent(decoded);
  } catch {
    return decoded;
  }
}
