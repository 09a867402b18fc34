/**
 * A page pattern, parsed. Written as `/path/segments#/route/segments?parameter=value`:
 * `*` is one segment, `Volume*` one that starts so, `**` at the end any number; without `#` any route matches,
 * with a bare `#` only an empty one. Where a console lives on a host of its own, the host stands in front.
 */
export interface Pattern {
  /** Null for the console's own hosts. */
  host: string | null;
  path: string[];
  hash: string[] | null;
  params: [name: string, value: string][];
}

/**
 * Parses a pattern.
 * @throws Error naming the pattern where `**` stands anywhere but at the end of a part
 */
export function parsePattern(text: string): Pattern {
  const [address = '', query = ''] = text.split('?');
  const [path = '', ...route] = address.split('#');
  const pattern: Pattern = {
    host: path.startsWith('/') ? null : path.slice(0, path.indexOf('/')),
    path: split(path.slice(path.indexOf('/'))),
    hash: route.length ? split(route.join('#')) : null,
    params: query ? [...new URLSearchParams(query)] : [],
  };
  for (const part of [pattern.path, pattern.hash ?? []]) {
    if (part.slice(0, -1).includes('**')) throw new Error(`${text}: ** may only stand at the end`);
  }
  return pattern;
}

const split = (part: string) => part.split('/').filter(Boolean);

/** Tells whether an address carries the parameters a pattern asks for. */
export function fitsParameters({ params }: Pattern, actual: Record<string, string>): boolean {
  return params.every(([name, value]) =>
    value === '*' ? Object.hasOwn(actual, name) : actual[name] === value,
  );
}

function matchesSegment(pattern: string, actual: string): boolean {
  return pattern.endsWith('*') ? actual.startsWith(pattern.slice(0, -1)) : pattern === actual;
}

/** What each kind of segment or parameter adds to how exactly a pattern describes a page. */
const weight = (part: string) =>
  part === '**' ? -1 : part === '*' ? 100 : part.endsWith('*') ? 5_000 : 10_000;

/**
 * How exactly a pattern describes a page, as a number: more fixed words first, then more `*`, then no `**`.
 * Whichever matching pattern has the highest wins, so the order of patterns never matters.
 */
export function specificity({ path, hash, params }: Pattern): number {
  const parts = [...path, ...(hash ?? ['**']), ...params.map(([, value]) => value)];
  return parts.reduce((sum, part) => sum + weight(part), 0);
}

/** Tells whether some address could match both patterns. */
export function overlaps(a: Pattern, b: Pattern): boolean {
  return (
    a.host === b.host &&
    partsOverlap(a.path, b.path) &&
    partsOverlap(a.hash ?? ['**'], b.hash ?? ['**']) &&
    a.params.every(([name, value]) =>
      b.params.every(
        ([other, wanted]) => name !== other || value === wanted || value === '*' || wanted === '*',
      ),
    )
  );
}

function partsOverlap(a: string[], b: string[]): boolean {
  if (a[0] === '**' || b[0] === '**') return true;
  if (!a.length || !b.length) return a.length === b.length;
  return segmentsOverlap(a[0] ?? '', b[0] ?? '') && partsOverlap(a.slice(1), b.slice(1));
}

function segmentsOverlap(a: string, b: string): boolean {
  if (!a.endsWith('*')) return matchesSegment(b, a);
  if (!b.endsWith('*')) return matchesSegment(a, b);
  const [start, other] = [a.slice(0, -1), b.slice(0, -1)];
  return start.startsWith(other) || other.startsWith(start);
}
