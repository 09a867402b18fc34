import type { Limit, Note, Service, Topic } from './catalog.ts';

/** A note or limit with the topic it stands in. */
export type Found = { topic: Topic; note?: Note; limit?: Limit };

/** Finds a topic, note or limit of a service by its id. @returns null where the service has none of that id */
export function findFact({ topics }: Service, id: string): Found | null {
  for (const topic of topics) {
    if (topic.id === id) return { topic };
    const note = topic.notes.find((candidate) => candidate.id === id);
    if (note) return { topic, note };
    const limit = topic.limits.find((candidate) => candidate.id === id);
    if (limit) return { topic, limit };
  }
  return null;
}
