import { parseConsoleUrl } from '../../src/console/console-url.ts';
import { arrangeRoutes, findPage } from '../../src/console/find-page.ts';
import { compilePages, compileRoutes } from '../compile-routes.ts';
import { withPage, withSecondTopic, withService } from './example.ts';
import { problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const exampleUrls: Rule = {
  name: 'example-urls',
  reason:
    'Every pattern is shown to work: each example address must lead to its own page, whatever other patterns say.',
  check(base) {
    const routes = arrangeRoutes(compileRoutes(base));
    const open = (href: string) => {
      const url = parseConsoleUrl(href, routes.hosts);
      return url && findPage(url, routes);
    };
    const place = (href: string) => {
      const page = open(href);
      if (!page) return parseConsoleUrl(href, routes.hosts) ? 'no service of ours' : 'no console page at all';
      return page.page ? `the page "${page.page}" of ${page.service}` : `${page.service}, but no page of it`;
    };
    const ofPages = compilePages(base).flatMap(({ page, service, topics, written, path }) =>
      page.urls.flatMap((href, index) => {
        const found = open(href);
        const isRight = found?.service === service && found.page === page.id && found.topics[0] === topics[0];
        const message = `${href} leads to ${place(href)}, not to "${page.id}"; mend the pattern or the example`;
        return isRight ? [] : [problemAt(written, [...path, 'urls', index], message)];
      }),
    );
    const ofServices = base.services.flatMap((service) =>
      (service.yaml.data.console?.urls ?? []).flatMap((href, index) => {
        const message = `${href} leads to ${place(href)}, not to ${service.id}; mend console.match or the example`;
        return open(href)?.service === service.id
          ? []
          : [problemAt(service, ['console', 'urls', index], message)];
      }),
    );
    return [...ofPages, ...ofServices];
  },
  failing: [
    withPage({
      urls: [
        'https://console.aws.amazon.com/demo/home#/things',
        'https://console.aws.amazon.com/demo/home#/thinks',
      ],
    }),
    withPage({
      urls: [
        'https://console.aws.amazon.com/demo/home#/things',
        'https://console.aws.amazon.com.example.com/demo/home#/things',
      ],
    }),
    withService({
      console: {
        home: '/demo/home',
        match: ['/demo/**'],
        urls: ['https://console.aws.amazon.com/other/home'],
      },
    }),
    withSecondTopic({
      pages: [
        {
          id: 'parts',
          match: ['/demo/home#/things/*'],
          urls: [
            'https://console.aws.amazon.com/demo/home#/things/one',
            'https://console.aws.amazon.com/demo/home#/things',
          ],
        },
      ],
    }),
  ],
};
