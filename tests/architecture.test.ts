import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = globSync('{src,entrypoints}/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.d.ts'));
/** A file without its comments and imports. */
const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '');
const imports = (file: string) =>
  [...read(file).matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, target = '']) => {
    if (target.startsWith('@/')) return `src/${target.slice(2)}`;
    return target.startsWith('.')
      ? relative(root, join(root, dirname(file), target)).replaceAll('\\', '/')
      : target;
  });
const under = (...folders: string[]) =>
  sources.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)));

/** Each layer with what it may import; everything else is refused with the sentence. */
const layers: { name: string; files: string[]; may: RegExp; sentence: string }[] = [
  {
    name: 'console',
    files: under('src/console'),
    may: /^src\/console\//,
    sentence: 'src/console is the bottom: it knows addresses and nothing else',
  },
  {
    name: 'knowledge',
    files: under('src/knowledge'),
    may: /^src\/(console|knowledge)\//,
    sentence: 'src/knowledge builds on src/console only',
  },
  {
    name: 'search',
    files: under('src/search'),
    may: /^(src\/(console|knowledge|search)\/|(fuse\.js|fastest-levenshtein)$)/,
    sentence: 'src/search builds on knowledge and Fuse; hand it what it needs as an argument',
  },
  {
    name: 'review',
    files: under('src/review'),
    may: /^(src\/(console|knowledge|review)\/|(ts-fsrs|@date-fns\/tz)$)/,
    sentence: 'src/review builds on knowledge; it is told the time, and the platform stores what it makes',
  },
  {
    name: 'platform',
    files: under('src/platform'),
    may: /^(src\/(console|knowledge|search|review|platform)\/|(webextension-polyfill|idb)$)/,
    sentence:
      'src/platform wraps the browser; components belong to src/ui (hooks that follow what is stored are use-*.ts)',
  },
  {
    name: 'ui/parts',
    files: under('src/ui/parts'),
    may: /^(src\/(console|knowledge|search|review|ui\/parts)\/|src\/platform\/review-requests\.ts$|preact)/,
    sentence:
      'a part takes props and gives elements: let the surface ask the browser and hand the answer down',
  },
  ...['panel', 'popup', 'in-page'].map((surface) => ({
    name: `ui/${surface}`,
    files: under(`src/ui/${surface}`),
    may: new RegExp(
      `^(src/(console|knowledge|search|review|platform|ui/parts|ui/${surface})/|preact|virtual:|\\./)`,
    ),
    sentence: 'a surface does not import another surface: move what both need to src/ui/parts',
  })),
];

describe.each(layers)('$name', ({ files, may, sentence }) => {
  test('has files', () => {
    expect(files.length).toBeGreaterThan(0);
  });
  test.each(files)('%s imports what its layer may', (file) => {
    const isHook = /^src\/platform\/use-\w+\.ts$/.test(file);
    const wrong = imports(file).filter(
      (target) => !may.test(target) && !(isHook && target === 'preact/hooks'),
    );
    expect(wrong, sentence).toEqual([]);
  });
});

test.each(under('src/console', 'src/knowledge', 'src/search', 'src/review'))('%s is pure', (file) => {
  const found = code(file).match(
    /\b(browser|chrome|document|window|localStorage|fetch|Math\.random|Date\.now)\b(?=[.(])|\bnew Date\(\)|(?<!\.)\blocation\./g,
  );
  expect(found, 'a pure layer is told the time, the address and the data; it asks nobody').toBeNull();
});

/** Libraries that one file alone knows. */
const keepers = {
  'fuse.js': 'src/search/fuzzy.ts',
  'ts-fsrs': 'src/review/schedule.ts',
  '@date-fns/tz': 'src/review/day.ts',
  idb: 'src/platform/database.ts',
};
test.each(sources)('%s leaves each library to its keeper', (file) => {
  const kept = imports(file).filter((target) => Object.hasOwn(keepers, target));
  expect(kept.filter((target) => keepers[target as keyof typeof keepers] !== file)).toEqual([]);
});

test.each(under('src/ui', 'src/console', 'src/knowledge', 'src/search', 'src/review'))(
  '%s calls no browser API',
  (file) => {
    expect(
      code(file).match(/\b(browser|chrome)\.\w+\(?/g),
      'browser calls belong to src/platform or entrypoints',
    ).toBeNull();
  },
);

const serviceIds = new Set(
  globSync('knowledge/services/*', { cwd: root }).map((folder) => folder.split(/[\\/]/).at(-1) ?? ''),
);
test.each(sources)('%s names no service', (file) => {
  const literals = [...code(file).matchAll(/'([^'\n]*)'/g)].map(([, text]) => text);
  expect(
    literals.filter((text) => serviceIds.has(text ?? '')),
    'a service is data: put it into knowledge/',
  ).toEqual([]);
});

test.each(sources)('%s never writes markup as text', (file) => {
  expect(read(file)).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet|document\.write|\beval\(|new Function/,
  );
});

test.each(sources)('%s stays readable', (file) => {
  expect(read(file).split('\n').length, 'more than 250 lines: split it').toBeLessThanOrEqual(250);
});

test('there are no buckets without a meaning, and no barrels', () => {
  expect(
    sources.filter(
      (file) => /\/(utils?|helpers?|common|lib|types)\//.test(file) || /^src\/.*\/index\.tsx?$/.test(file),
    ),
  ).toEqual([]);
});

test('the content script reaches neither notes nor search', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !sources.includes(file)) return;
    seen.add(file);
    for (const target of imports(file)) visit(target);
  };
  visit('entrypoints/console.content/index.ts');
  expect(seen.size).toBeGreaterThan(5);
  expect(
    [...seen].filter((file) => /src\/(search|ui\/parts|platform\/(browser|knowledge))/.test(file)),
  ).toEqual([]);
});
