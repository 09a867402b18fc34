import type { Plugin } from 'vite';

/** The routes module that the content script imports: page patterns and counts, never a note's text. */
const ROUTES = 'virtual:knowledge-routes';

export function knowledgePlugin(): Plugin {
  return {
    name: 'knowledge',
    resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : null),
    async load(id) {
      if (id !== `\0${ROUTES}`) return null;
      const { readKnowledge } = await import('./check.ts');
      const { compileCompactRoutes } = await import('./compile.ts');
      return `export default ${JSON.stringify(compileCompactRoutes(readKnowledge()))}`;
    },
  };
}
