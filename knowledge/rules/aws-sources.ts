import { withTopic } from './example.ts';
import { allTopics, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

/** AWS's own documentation, and the AWS pages that stand in where it has none. */
const HOSTS = new Set([
  'docs.aws.amazon.com',
  'aws.amazon.com',
  'docs.amplify.aws',
  'github.com/aws',
  'github.com/awslabs',
  'botocore.amazonaws.com',
  'boto3.amazonaws.com',
]);
const LOCALE = /^\/[a-z]{2}_[a-z]{2}\//;

function objection(address: string): string | null {
  const url = URL.parse(address);
  if (!url) return 'is not an address';
  const host = url.hostname === 'github.com' ? `github.com/${url.pathname.split('/')[1]}` : url.hostname;
  if (!HOSTS.has(host)) return `is not a page of AWS; cite one on ${[...HOSTS].join(', ')}`;
  if (LOCALE.test(url.pathname)) return 'names a language; take that part out of the path';
  if (url.search) return 'has a query; take it off';
  if (url.pathname.endsWith('.md')) return 'is the Markdown copy; cite the page that ends in .html';
  if (url.pathname.split('/').filter(Boolean).length < 2)
    return 'is a start page; cite the page that holds the fact';
  return null;
}

const withUrl = (url: string) => withTopic({ sources: { guide: { title: 'Demo guide', url } } });

export const awsSources: Rule = {
  name: 'aws-sources',
  reason:
    'A fact counts only as far as its page can be opened and checked: a deep link to AWS, free of locale.',
  check: (base) =>
    allTopics(base).flatMap((topic) =>
      Object.entries(topic.yaml.data.sources).flatMap(([key, { url }]) => {
        const wrong = objection(url);
        return wrong ? [problemAt(topic, ['sources', key, 'url'], `${url} ${wrong}`)] : [];
      }),
    ),
  failing: [
    withUrl('https://example.com/guide/things.html'),
    withUrl('https://docs.aws.amazon.com/de_de/demo/latest/dg/things.html'),
    withUrl('https://docs.aws.amazon.com/demo/latest/dg/things.md'),
    withUrl('https://docs.aws.amazon.com/demo/latest/dg/things.html?tag=x'),
    withUrl('https://aws.amazon.com/demo'),
  ],
  passing: [
    withUrl('https://aws.amazon.com/demo/pricing/'),
    withUrl('https://docs.aws.amazon.com/demo/latest/dg/things.html#parts'),
  ],
};
