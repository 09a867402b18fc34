import type { Plugin } from 'vite';

/** The module that holds the page patterns. */
const ROUTES = 'virtual:knowledge-routes';

/** Makes `virtual:knowledge-routes` from the knowledge files. A mistake in them stops the build. */
export function knowledgePlugin(): Plugin {
  return {
    name: 'knowledge',
    resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : null),
    async load(id) {
      if (id !== `\0${ROUTES}`) return null;
      const { readKnowledge } = await import('./check.ts');
      const { compileCompactRoutes } = await import('./compile-routes.ts');
      return `export default ${JSON.stringify(compileCompactRoutes(readKnowledge()))}`;
    },
  };
}
