import { readdirSync } from 'node:fs';
import type { Rule } from './rule.ts';

const parts = new Set(['all-rules.ts', 'rule.ts', 'facts.ts', 'example.ts']);
const files = readdirSync(new URL('.', import.meta.url)).filter(
  (name) => name.endsWith('.ts') && !parts.has(name),
);

/** Every rule of this folder: a file that exports a rule is a rule, nothing lists them. */
export const allRules: Rule[] = (
  await Promise.all(
    files.map(async (name) => Object.values((await import(/* @vite-ignore */ `./${name}`)) as object)),
  )
).flat() as Rule[];
