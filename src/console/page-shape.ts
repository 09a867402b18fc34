import type { ConsoleUrl } from './console-url.ts';
import type { Pattern } from './pattern.ts';

/** Words without digits, as consoles name their parts; only a console's own name has digits: s3, cloud9. */
const CONSOLE_WORD = /^[A-Za-z]+(-[A-Za-z]+)*$/;
const CONSOLE_NAME = /^[a-z][a-z0-9-]*$/;
const longestWord = 30;

/**
 * The address of a page with everything replaced that may belong to an account: a pattern that a stranger may read.
 * The console and the first word of path and route are kept, because no console puts a name there; any other word
 * only where a pattern of ours has the same word after the same word. Names and values of all else become `*`.
 * @param patterns the pattern table: the words that are known to be the console's
 */
export function pageShape({ host, path, hash, params }: ConsoleUrl, patterns: Pattern[]): string {
  const known = knownSteps(patterns);
  const shapeOf = (segments: string[], sure: RegExp[]) => {
    const shape: string[] = [];
    for (const [at, segment] of segments.entries()) {
      const isSure = segment.length <= longestWord && sure[at]?.test(segment);
      shape.push(isSure || known.has(step(shape.at(-1), segment)) ? segment : '*');
    }
    return shape.join('/');
  };
  const route = hash.length ? `#/${shapeOf(hash, [CONSOLE_WORD])}` : '';
  const query = Object.entries(params)
    .filter(([name]) => name !== 'region' && name.length <= longestWord && CONSOLE_WORD.test(name))
    .map(([name, value]) => `${name}=${known.has(step(`?${name}`, value)) ? value : '*'}`);
  return `${host ?? ''}/${shapeOf(path, [CONSOLE_NAME, CONSOLE_WORD])}${route}${query.length ? `?${query.join('&')}` : ''}`;
}

const step = (before: string | undefined, word: string) => `${before ?? ''} ${word}`;

/** Every fixed word of the table behind the one it follows, and every fixed value behind its parameter. */
function knownSteps(patterns: Pattern[]): Set<string> {
  const isFixed = (word: string) => !word.endsWith('*');
  return new Set(
    patterns.flatMap(({ path, hash, params }) => [
      ...[path, hash ?? []].flatMap((part) =>
        part.flatMap((word, at) => (isFixed(word) ? [step(part[at - 1], word)] : [])),
      ),
      ...params.filter(([, value]) => isFixed(value)).map(([name, value]) => step(`?${name}`, value)),
    ]),
  );
}
