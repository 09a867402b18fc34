import { Ajv, type ErrorObject } from 'ajv';
import { readFileSync } from 'node:fs';
import { parseYaml, type Problem, type ValuePath, type YamlFile } from './files.ts';
import type { ServiceFile } from './service.gen.ts';
import type { SynonymsFile } from './synonyms.gen.ts';
import type { TopicFile } from './topic.gen.ts';

/** An exam's domains and task statements, as `exams/<exam>.yaml` lists them. */
export interface ExamFile {
  name: string;
  code: string;
  domains: { number: number; title: string; share: number; tasks: Record<string, string> }[];
}

export interface TopicEntry {
  id: string;
  service: string;
  yaml: YamlFile<TopicFile>;
}

export interface ServiceEntry {
  id: string;
  yaml: YamlFile<ServiceFile>;
  topics: TopicEntry[];
}

/** The whole knowledge base as it was written: what rules look at and the compile step starts from. */
export interface Base {
  services: ServiceEntry[];
  exams: Map<string, ExamFile>;
  /** Old note, limit or topic id to the new one. */
  renames: YamlFile<Record<string, string>>;
  /** Patterns of consoles that no service of the base stands for, where one would otherwise claim them. */
  otherConsoles: YamlFile<string[]>;
  /** Words that mean the same, for search. */
  synonyms: YamlFile<SynonymsFile>;
}

const schema = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: true, verbose: true });
ajv.addSchema(schema('page.schema.json'));
const hasServiceShape = ajv.compile(schema('service.schema.json'));
const hasSynonymsShape = ajv.compile(schema('synonyms.schema.json'));
const hasPatterns = ajv.compile({
  type: 'array',
  items: { $ref: 'page.schema.json#/definitions/pattern' },
});
const hasTopicShape = ajv.compile(schema('topic.schema.json'));

/**
 * Reads the base out of its files and checks their shape.
 * @param files text by path below the knowledge folder
 * @returns the files of right shape as a base, and a problem for everything that is not
 */
export function readBase(files: Map<string, string>): { base: Base; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <Data>(file: string, hasShape?: typeof hasTopicShape): YamlFile<Data> | null => {
    const { parsed, problems: found } = parseYaml<Data>(file, files.get(file) ?? '');
    if (!found.length && hasShape && !hasShape(parsed.data))
      found.push(...shapeProblems(parsed, hasShape.errors ?? []));
    problems.push(...found);
    return found.length ? null : parsed;
  };

  const base: Base = {
    services: [],
    exams: new Map(),
    renames: { file: 'renames.yaml', data: {}, lineOf: () => 1 },
    otherConsoles: { file: 'other-consoles.yaml', data: [], lineOf: () => 1 },
    synonyms: { file: 'synonyms.yaml', data: { same: [], related: {} }, lineOf: () => 1 },
  };
  for (const file of files.keys()) {
    const [folder, name = '', last = ''] = file.split('/');
    if (folder === 'services' && last === 'service.yaml') {
      const yaml = read<ServiceFile>(file, hasServiceShape);
      if (yaml) base.services.push({ id: name, yaml, topics: [] });
    }
    if (folder === 'exams') {
      const yaml = read<ExamFile>(file);
      if (yaml) base.exams.set(name.replace('.yaml', ''), yaml.data);
    }
    if (file === 'renames.yaml') base.renames = read<Record<string, string>>(file) ?? base.renames;
    if (file === 'synonyms.yaml') base.synonyms = read<SynonymsFile>(file, hasSynonymsShape) ?? base.synonyms;
    if (file === 'other-consoles.yaml')
      base.otherConsoles = read<string[]>(file, hasPatterns) ?? base.otherConsoles;
  }
  for (const file of files.keys()) {
    const [folder, name = '', last = ''] = file.split('/');
    if (folder !== 'services' || last === 'service.yaml') continue;
    const service = base.services.find(({ id }) => id === name);
    const yaml = read<TopicFile>(file, hasTopicShape);
    if (yaml && service) service.topics.push({ id: last.replace('.yaml', ''), service: name, yaml });
    if (!files.has(`services/${name}/service.yaml`)) {
      problems.push({
        file,
        line: 1,
        message: `its folder has no service.yaml; add services/${name}/service.yaml`,
      });
    }
  }
  return { base, problems };
}

function shapeProblems(yaml: YamlFile<unknown>, errors: ErrorObject[]): Problem[] {
  return errors
    .filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if')
    .map((error) => {
      const path = error.instancePath.split('/').slice(1).map(pathStep);
      const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : [];
      return { file: yaml.file, line: yaml.lineOf([...path, ...extra]), message: describeShape(path, error) };
    });
}

const pathStep = (step: string) =>
  /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~');

/** What to say for each way a value can miss its shape; `field` is where, the rest what to do. */
const shapeMessages: Record<string, (error: ErrorObject) => string> = {
  required: ({ params }) => `"${params.missingProperty}" is missing; add it`,
  additionalProperties: ({ params, parentSchema }) =>
    `"${params.additionalProperty}" is not a field; use one of ${Object.keys((parentSchema?.properties as object) ?? {}).join(', ')}`,
  enum: ({ params, data }) =>
    `${JSON.stringify(data)} is not allowed; use one of ${params.allowedValues.join(', ')}`,
  maxLength: ({ params, data }) => `${String(data).length} characters; shorten it to ${params.limit}`,
  minLength: ({ params }) => `too short; write at least ${params.limit} characters`,
  maxItems: ({ params }) => `more than ${params.limit}; split it up`,
  minItems: ({ params }) => `fewer than ${params.limit}; add what is missing or leave the field out`,
  pattern: ({ params, data }) => `${JSON.stringify(data)} does not have the form ${params.pattern}`,
  type: ({ params, data }) =>
    `${JSON.stringify(data)} should be ${params.type}; quote text that looks like a number or a list`,
  dependencies: ({ params }) =>
    `${params.property} needs ${params.missingProperty}; add it or remove ${params.property}`,
};

function describeShape(path: ValuePath, error: ErrorObject): string {
  const field = path.length ? `${path.join('.')}: ` : '';
  return (
    field + (shapeMessages[error.keyword]?.(error) ?? `${error.message ?? error.keyword}; see the schema`)
  );
}
