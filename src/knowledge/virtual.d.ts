declare module 'virtual:knowledge-routes' {
  import type { CompactRoutes } from './routes.ts';

  const routes: CompactRoutes;
  export default routes;
}
