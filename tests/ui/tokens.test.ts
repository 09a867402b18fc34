import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inPageStyle } from '../../src/ui/in-page/style.ts';
import { tokenBlocks, type TokenFile } from '../../src/ui/token-blocks.ts';

const tokens = JSON.parse(
  readFileSync('node_modules/@cloudscape-design/design-tokens/index-visual-refresh.json', 'utf8'),
) as TokenFile;
const stylesheets = globSync('src/ui/**/*.css').map((file) => [file, readFileSync(file, 'utf8')] as const);

test('the blocks hold the mentioned tokens, light and dark', () => {
  const css = tokenBlocks(
    'a { color: var(--color-text-link-default); padding: var(--space-static-m) }',
    tokens,
  );
  expect(css).toContain(':root{--color-text-link-default:#006ce0;--space-static-m:16px}');
  expect(css).toContain(':root.dark{--color-text-link-default:#42b4ff}');
});

test('a token that does not exist stops the build with its name', () => {
  expect(() => tokenBlocks('a { color: var(--color-of-my-own) }', tokens)).toThrow(
    'Cloudscape has no token color-of-my-own',
  );
});

test.each(stylesheets)('%s takes every colour from the tokens', (_, css) => {
  expect(css.match(/#[0-9a-f]{3,8}\b|\brgba?\(/gi)).toBeNull();
});

test('the colours repeated for the page are token values', () => {
  const known = new Set(
    Object.values(tokens.tokens)
      .flatMap(({ $value }) => (typeof $value === 'string' ? [$value] : Object.values($value)))
      .flatMap((value) => value.match(/#[0-9a-f]{3,8}\b/gi) ?? []),
  );
  expect((inPageStyle.match(/#[0-9a-f]{3,8}\b/gi) ?? []).filter((colour) => !known.has(colour))).toEqual([]);
});
