import { parseConsoleUrl } from '../../src/console/console-url.ts';
import { arrangeRoutes } from '../../src/console/find-page.ts';
import { parsePattern } from '../../src/console/pattern.ts';
import { compilePages, compileRoutes } from '../compile-routes.ts';
import { withPage, withService } from './example.ts';
import { problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

const withConsole = (console: object) => withService({ console: { home: '/demo/home', ...console } });

export const shownPatterns: Rule = {
  name: 'shown-patterns',
  reason:
    'A route that nobody has seen is a guess, so every pattern and every old path needs an example address that it fits.',
  check(base) {
    const { oldPaths } = compileRoutes(base);
    const isShown = (text: string, hrefs: string[]) => {
      const route = { pattern: parsePattern(text), service: null, page: null, topics: [] };
      const { hosts, fitting } = arrangeRoutes({ oldPaths, routes: [route] });
      return hrefs.some((href) => {
        const url = parseConsoleUrl(href, hosts);
        return url && fitting(url).length > 0;
      });
    };
    const pages = compilePages(base);
    const ofPages = pages.flatMap(({ page, written, path }) =>
      page.match.flatMap((text, at) =>
        isShown(text, page.urls)
          ? []
          : [problemAt(written, [...path, 'match', at], `no example address fits ${text}; add one to urls`)],
      ),
    );
    const ofServices = base.services.flatMap((service) => {
      const { match = [], oldPaths: old = {}, urls = [] } = service.yaml.data.console ?? {};
      const hrefs = [
        ...urls,
        ...pages.filter((written) => written.service === service.id).flatMap(({ page }) => page.urls),
      ];
      return [
        ...match.flatMap((text, at) =>
          isShown(text, hrefs)
            ? []
            : [
                problemAt(
                  service,
                  ['console', 'match', at],
                  `no example address fits ${text}; add one to console.urls`,
                ),
              ],
        ),
        ...Object.keys(old).flatMap((path) =>
          hrefs.some((href) => URL.parse(href)?.pathname.startsWith(path))
            ? []
            : [
                problemAt(
                  service,
                  ['console', 'oldPaths', path],
                  `no example address begins with ${path}; add one to urls`,
                ),
              ],
        ),
      ];
    });
    return [...ofPages, ...ofServices];
  },
  failing: [
    withPage({ match: ['/demo/home#/things', '/demo/home#/unseen'] }),
    withConsole({ match: ['/demo/**', '/unseen/**'] }),
    withConsole({ match: ['/demo/**'], oldPaths: { '/unseen': '/demo' } }),
  ],
  passing: [
    withService({ console: undefined }),
    withConsole({
      match: ['/demo/**'],
      oldPaths: { '/demoold': '/demo' },
      urls: ['https://console.aws.amazon.com/demoold/home'],
    }),
  ],
};
