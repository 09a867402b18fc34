declare module 'virtual:knowledge-routes' {
  const routes: import('./routes.ts').CompactRoutes;
  export default routes;
}

declare module 'virtual:knowledge-handles' {
  const routes: import('./routes.ts').HandleRoutes;
  export default routes;
}
