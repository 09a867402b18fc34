import { buildIndex, type Synonyms } from '../src/search/build-index.ts';
import { searchEntries } from '../src/search/entries.ts';
import type { StoredIndex } from '../src/search/index-format.ts';
import type { Base } from './base.ts';
import { compileCatalog } from './compile-catalog.ts';

/** The search index over everything in the base that can be found. */
export function compileSearchIndex(base: Base): StoredIndex {
  return buildIndex(searchEntries(compileCatalog(base)), compileSynonyms(base));
}

/** The words of the field: those of the base's own list, and the names of its services. */
export function compileSynonyms({ services, synonyms }: Base): Synonyms {
  return {
    ...synonyms.data,
    services: services.map(({ id, yaml }) => {
      const { name, short, abbreviations = [], formerNames = [], aliases = [] } = yaml.data;
      return { id, names: [name, short, ...abbreviations, ...formerNames], aliases };
    }),
  };
}
