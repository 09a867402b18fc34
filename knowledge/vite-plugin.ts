import type { Plugin } from 'vite';

/** Modules made from the knowledge files: patterns for the extension's pages, and fewer for the content script. */
const modules = new Set(['virtual:knowledge-routes', 'virtual:knowledge-handles']);

export function knowledgePlugin(): Plugin {
  return {
    name: 'knowledge',
    resolveId: (id) => (modules.has(id) ? `\0${id}` : null),
    async load(id) {
      const name = id.slice(1);
      if (!modules.has(name)) return null;
      const { readKnowledge } = await import('./check.ts');
      const { compileCompactRoutes, compileHandleRoutes } = await import('./compile.ts');
      const compile = name === 'virtual:knowledge-routes' ? compileCompactRoutes : compileHandleRoutes;
      return `export default ${JSON.stringify(compile(readKnowledge()))}`;
    },
  };
}
