declare module 'virtual:knowledge-routes' {
  const routes: import('./routes.ts').CompactRoutes;
  export default routes;
}
