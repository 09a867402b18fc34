import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

/** Something wrong in a knowledge file: where, what, and what to do about it. */
export interface Problem {
  file: string;
  line: number;
  message: string;
}

/** Where a value sits in a file: keys and indexes from the top. */
export type ValuePath = (string | number)[];

/** A parsed YAML file that still knows on which line each value stands. */
export interface YamlFile<Data> {
  /** Path below the knowledge folder, with forward slashes. */
  file: string;
  data: Data;
  /** Line (from 1) of a value; of its nearest parent where the value itself is absent. */
  lineOf(path: ValuePath): number;
}

/** Reads every YAML file below a folder. @returns text by path below it, with forward slashes */
export function readKnowledgeFiles(root: string): Map<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    names.map((name) => [relative(root, name).split(sep).join('/'), readFileSync(name, 'utf8')]),
  );
}

/** Parses one file. @returns the file, and what the parser complains about (then `data` may be partial) */
export function parseYaml<Data>(file: string, text: string): { parsed: YamlFile<Data>; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: `not valid YAML (${error.message}); quote text that holds a colon, a # or starts with a special sign`,
  }));
  const lineOf = (path: ValuePath) => lines.linePos(startOf(document, path)).line;
  const read = () => {
    try {
      return document.toJS() as Data;
    } catch (error) {
      // A value that begins with * is taken for an alias; the parser says so only here.
      problems.push({
        file,
        line: 1,
        message: `not valid YAML (${(error as Error).message}); quote text that starts with *`,
      });
      return {} as Data;
    }
  };
  return { parsed: { file, data: read(), lineOf }, problems };
}

function startOf(document: Document, path: ValuePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      : null;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}
