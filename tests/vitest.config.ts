import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { knowledgePlugin } from '../knowledge/vite-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { '@': `${root}src` } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [knowledgePlugin()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 20_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/build/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/build/build-extension.ts',
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // A busy machine's browser takes its time; what never comes is told all the same.
          expect: { poll: { timeout: 5_000 } },
        },
      },
    ],
  },
});
