import type { Base, TopicEntry } from '../base.ts';
import type { Problem, ValuePath, YamlFile } from '../files.ts';
import type { Limit, Note } from '../topic.gen.ts';

/** Every topic of the base. */
export const allTopics = (base: Base): TopicEntry[] => base.services.flatMap(({ topics }) => topics);

/** A note or a limit with the topic it stands in and its place in the file. */
export type Fact = { topic: TopicEntry; path: ValuePath } & (
  { note: Note; limit?: never } | { limit: Limit; note?: never }
);

/** Every note and limit of the base. */
export function allFacts(base: Base): Fact[] {
  return allTopics(base).flatMap((topic) => [
    ...topic.yaml.data.notes.map((note, at): Fact => ({ topic, note, path: ['notes', at] })),
    ...(topic.yaml.data.limits ?? []).map((limit, at): Fact => ({ topic, limit, path: ['limits', at] })),
  ]);
}

/** A problem at a place of a topic's or service's file. */
export function problemAt({ yaml }: { yaml: YamlFile<unknown> }, path: ValuePath, message: string): Problem {
  return { file: yaml.file, line: yaml.lineOf(path), message };
}
