import type { Service, ServiceSummary } from '../src/knowledge/catalog.ts';
import { decksOf, type ReviewBase } from '../src/review/decks.ts';
import type { Deck } from '../src/review/state.ts';
import type { Base } from './base.ts';
import { readKnowledge } from './check.ts';
import { compileSearchIndex } from './compile-search.ts';
import { compileCatalog } from './compile-catalog.ts';
import { compileRoutes } from './compile-routes.ts';

/**
 * The files of the knowledge base that ship with the extension, by path: one per service, a summary of those that
 * have notes, the search index, and the ids of all cards for review.
 */
export function knowledgeAssets(): Record<string, string> {
  const base = readKnowledge();
  const services = compileCatalog(base);
  return {
    'knowledge/search.json': JSON.stringify(compileSearchIndex(base)),
    'knowledge/review.json': JSON.stringify(reviewBase(base, services)),
    'knowledge/services.json': JSON.stringify(services.filter(({ topics }) => topics.length).map(summary)),
    ...Object.fromEntries(
      services.map((service) => [`knowledge/service/${service.id}.json`, JSON.stringify(service)]),
    ),
  };
}

/** Hosts, beside the common ones, on which a service of the base has its console. */
export function consolesOfTheirOwn(): string[] {
  const hosts = compileRoutes(readKnowledge())
    .routes.filter(({ service }) => service)
    .map(({ pattern }) => pattern.host);
  return [...new Set(hosts)].filter((host) => host !== null);
}

function reviewBase({ exams, renames }: Base, services: Service[]): ReviewBase {
  return {
    decks: mostAskedFirst(services.map(decksOf)).flat(),
    exams: [...exams.values()].map(({ code, name, domains }) => ({
      code,
      name,
      domains: domains.map(({ number, title, share }) => ({ number, title, share })),
    })),
    services: Object.fromEntries(services.map(({ id, short }) => [id, short])),
    renames: renames.data ?? {},
  };
}

/** New cards come in the order of the decks: those of services with most to know for an exam before the others. */
function mostAskedFirst(services: Deck[][]): Deck[][] {
  const asked = (decks: Deck[]) =>
    decks.reduce((sum, { exams, cards }) => sum + (exams.length ? cards.length : 0), 0);
  return services.toSorted((a, b) => asked(b) - asked(a));
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
