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
      // Read as JSON it is there sooner than as a literal of the script.
      const routes = JSON.stringify(compileCompactRoutes(readKnowledge()));
      return `export default JSON.parse(${JSON.stringify(routes)})`;
    },
  };
}
