declare module 'virtual:knowledge-routes' {
  import type { CompactRoutes } from './routes.ts';

  const routes: CompactRoutes;
  export default routes;
}

declare module 'virtual:knowledge-handles' {
  import type { HandleRoutes } from './routes.ts';

  const routes: HandleRoutes;
  export default routes;
}
