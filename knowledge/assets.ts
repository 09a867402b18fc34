import type { Service, ServiceSummary } from '../src/knowledge/catalog.ts';
import { readKnowledge } from './check.ts';
import { compileCatalog } from './compile.ts';

/** The files of the knowledge base that ship with the extension, by path: one per service, and a summary of them. */
export function knowledgeAssets(): Record<string, string> {
  const services = compileCatalog(readKnowledge()).filter(({ topics }) => topics.length);
  return {
    'knowledge/services.json': JSON.stringify(services.map(summary)),
    ...Object.fromEntries(
      services.map((service) => [`knowledge/service/${service.id}.json`, JSON.stringify(service)]),
    ),
  };
}

function summary({ id, name, short, category, topics }: Service): ServiceSummary {
  const counted = topics.map(({ id: topic, title, notes, limits }) => ({
    id: topic,
    title,
    notes: notes.length,
    limits: limits.length,
  }));
  return { id, name, short, category, topics: counted };
}
