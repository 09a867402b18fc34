import { overlaps, specificity } from '../../src/console/pattern.ts';
import { compileRoutes } from '../compile-routes.ts';
import { withSecondTopic, withService } from './example.ts';
import type { Rule } from './rule.ts';

const page = (match: string, url: string) => ({
  pages: [{ id: 'parts', match: [match], urls: [`https://console.aws.amazon.com${url}`] }],
});

export const noTies: Rule = {
  name: 'no-ties',
  reason: 'The most specific pattern decides, so two equally specific ones must never meet on one address.',
  check(base) {
    const { routes } = compileRoutes(base);
    return routes.flatMap((route, at) =>
      routes.slice(at + 1).flatMap((other) => {
        const samePlace = route.service === other.service && route.page === other.page;
        const tie =
          specificity(route.pattern) === specificity(other.pattern) && overlaps(route.pattern, other.pattern);
        if (samePlace || !tie) return [];
        const message = `${other.text} (${other.file}:${other.line}) and ${route.text} fit the same addresses equally well; make one more specific`;
        return [{ file: route.file, line: route.line, message }];
      }),
    );
  },
  failing: [
    withSecondTopic({
      pages: [
        {
          id: 'parts',
          match: ['/demo/home#/*/list', '/demo/home#/parts'],
          urls: [
            'https://console.aws.amazon.com/demo/home#/parts',
            'https://console.aws.amazon.com/demo/home#/some/list',
          ],
        },
        {
          id: 'lists',
          match: ['/demo/home#/all/*'],
          urls: ['https://console.aws.amazon.com/demo/home#/all/one'],
        },
      ],
    }),
    {
      'services/twin/service.yaml':
        Object.values(
          withService({
            name: 'AWS Twin',
            console: {
              match: ['/demo/**'],
              pages: [
                {
                  id: 'twins',
                  match: ['/demo/home#/twins'],
                  urls: ['https://console.aws.amazon.com/demo/home#/twins'],
                },
              ],
            },
          }),
        )[0] ?? '',
    },
  ],
  passing: [withSecondTopic(page('/demo/home#/things/*', '/demo/home#/things/one'))],
};
