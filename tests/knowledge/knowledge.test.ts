import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFiles, describeProblem, knowledgeRoot } from '../../knowledge/check.ts';
import { compileCatalog } from '../../knowledge/compile-catalog.ts';
import { compileRoutes } from '../../knowledge/compile-routes.ts';
import { readKnowledgeFiles } from '../../knowledge/files.ts';
import { arrangeRoutes } from '../../src/console/find-page.ts';
import { pageAt } from '../../src/knowledge/page-at.ts';

const { base, problems } = checkFiles(readKnowledgeFiles(knowledgeRoot));
const routes = arrangeRoutes(compileRoutes(base));
const services = compileCatalog(base);
const withNotes = new Set(services.filter(({ topics }) => topics.length).map(({ id }) => id));
const at = (href: string) => pageAt(href, routes, (id) => withNotes.has(id));

test('the knowledge base has no mistake', () => {
  expect(problems.map(describeProblem)).toEqual([]);
});

describe.each(services.map((service) => [service.id, service] as const))('%s', (_, { topics, status }) => {
  const notes = topics.flatMap((topic) => topic.notes);
  test('has notes and limits, and most notes can be asked', () => {
    expect(notes.length).toBeGreaterThan(3);
    // What AWS has closed keeps few numbers.
    if (!status) expect(topics.flatMap((topic) => topic.limits).length).toBeGreaterThan(0);
    expect(notes.filter(({ question }) => question).length / notes.length).toBeGreaterThan(0.7);
  });
});

test.each([
  'lambda',
  'dynamodb',
  's3',
  'api-gateway',
  'sqs',
  'iam',
  'ec2',
  'vpc',
  'cloudformation',
  'ecs',
  'kms',
  'cloudwatch',
])('%s, which much of the exam is about, is told at length', (id) => {
  const service = services.find((candidate) => candidate.id === id);
  expect(service?.topics.flatMap((topic) => topic.notes).length).toBeGreaterThan(50);
  expect(service?.topics.flatMap((topic) => topic.limits).length).toBeGreaterThan(20);
});

test('the page being viewed decides, never a name inside an id', () => {
  expect(
    at(
      'https://us-east-1.console.aws.amazon.com/s3/buckets/lambda-dynamodb-logs?region=us-east-1&tab=objects',
    ).page?.service,
  ).toBe('s3');
  expect(
    at(
      'https://us-east-1.console.aws.amazon.com/iam/home#/roles/details/ecsTaskExecutionRole?section=permissions',
    ).page?.service,
  ).toBe('iam');
  expect(
    at('https://us-east-1.console.aws.amazon.com/lambda/home#/functions/sqs-dynamodb-s3').page?.service,
  ).toBe('lambda');
});

const sample = new URL('../../../shared/console-urls/sample.tsv', import.meta.url);
describe.skipIf(!existsSync(sample))('the sample of labelled console addresses', () => {
  const rows = existsSync(sample)
    ? readFileSync(sample, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t') as [string, string, string])
    : [];
  const ofServices = rows.filter(([, service]) => service !== 'outside' && service !== 'none');
  const outside = rows.filter(([, service]) => service === 'outside');
  const others = rows.filter(([, service]) => service === 'none');

  test.each(ofServices)('%s is %s, page %s', (href, service, page) => {
    const found = at(href).page;
    expect(found?.service).toBe(service);
    if (page) expect(found?.page).toBe(page);
  });
  test.each(outside)('%s is no console', (href) => {
    expect(at(href).place).toBe('outside');
  });
  test.each(others)('%s is a console page without notes', (href) => {
    expect(at(href)).toMatchObject({ place: 'console', page: null });
  });
});
