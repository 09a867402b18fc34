import type { ConsoleUrl } from '../../src/console/console-url.ts';
import { fitsParameters, type Pattern } from '../../src/console/pattern.ts';

/** One pattern against one address, written as the guidelines of the knowledge base explain it: what the tree must agree with. */
export function matchesPattern(
  pattern: Pattern,
  url: Pick<ConsoleUrl, 'host' | 'path' | 'hash' | 'params'>,
): boolean {
  return (
    pattern.host === url.host &&
    fits(pattern.path, url.path) &&
    (pattern.hash === null || fits(pattern.hash, url.hash)) &&
    fitsParameters(pattern, url.params)
  );
}

function fits([wanted, ...more]: string[], [actual, ...rest]: string[]): boolean {
  if (wanted === '**') return true;
  if (wanted === undefined || actual === undefined) return wanted === actual;
  const isFit = wanted.endsWith('*') ? actual.startsWith(wanted.slice(0, -1)) : wanted === actual;
  return isFit && fits(more, rest);
}
