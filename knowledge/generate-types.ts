import { compileFromFile } from 'json-schema-to-typescript';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Writes the types of the knowledge files from their schemas, beside them. They are not committed. */
export async function generateTypes(): Promise<void> {
  for (const name of ['service', 'synonyms', 'topic']) {
    const types = await compileFromFile(here(`${name}.schema.json`), {
      bannerComment: `// Generated from ${name}.schema.json.`,
    });
    const target = here(`${name}.gen.ts`);
    if (read(target) !== types) writeFileSync(target, types);
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateTypes();
