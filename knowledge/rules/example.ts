/** A tiny base that keeps every rule; rules show their failing case as a change to it. Values are made up. */
const service = {
  name: 'AWS Demo',
  short: 'Demo',
  category: 'compute',
  docs: 'https://docs.aws.amazon.com/demo/latest/dg/welcome.html',
  quotas: 'demo',
  console: {
    home: '/demo/home',
    match: ['/demo/**'],
    urls: ['https://console.aws.amazon.com/demo/home#/other'],
  },
};

const note = {
  id: 'first-note',
  kind: 'concept',
  title: 'Things have parts',
  points: ['A thing has **two** parts: `a` and `b`.'],
  question: 'How many parts does a thing have?',
  answer: 'Two.',
  sources: ['guide'],
};

const limit = {
  id: 'thing-size',
  name: 'Thing size',
  minimum: 1,
  maximum: 10,
  default: 2,
  unit: 'MB',
  scope: 'resource',
  of: 'thing',
  adjustable: 'no',
  sources: ['guide'],
};

const page = {
  id: 'things',
  match: ['/demo/home#/things'],
  urls: ['https://us-east-1.console.aws.amazon.com/demo/home?region=us-east-1#/things'],
};

const topic = {
  title: 'Things',
  verified: '2026-11-21',
  exams: ['demo-c01/1.1'],
  pages: [page],
  sources: { guide: { title: 'Demo guide', url: 'https://docs.aws.amazon.com/demo/latest/dg/things.html' } },
  notes: [note],
  limits: [limit],
};

const exam = {
  name: 'Demo exam',
  code: 'DEMO-C01',
  domains: [{ number: 1, title: 'All', share: 100, tasks: { '1.1': 'Do things' } }],
};

type Files = Record<string, string>;
type Changes = Record<string, unknown>;

/** The files of the example base. JSON is YAML, so objects serve as files. */
export const exampleFiles: Files = {
  'services/demo/service.yaml': JSON.stringify(service),
  'services/demo/things.yaml': JSON.stringify(topic),
  'exams/demo-c01.yaml': JSON.stringify(exam),
  'renames.yaml': '{}',
};

export const withService = (changes: Changes): Files => ({
  'services/demo/service.yaml': JSON.stringify({ ...service, ...changes }),
});
export const withTopic = (changes: Changes): Files => ({
  'services/demo/things.yaml': JSON.stringify({ ...topic, ...changes }),
});
export const withNote = (changes: Changes): Files => withTopic({ notes: [{ ...note, ...changes }] });
export const withLimit = (changes: Changes): Files => withTopic({ limits: [{ ...limit, ...changes }] });
export const withPage = (changes: Changes): Files => withTopic({ pages: [{ ...page, ...changes }] });
/** A second topic beside the first. */
export const withSecondTopic = (changes: Changes): Files => ({
  'services/demo/second.yaml': JSON.stringify({
    title: 'Second',
    verified: topic.verified,
    sources: topic.sources,
    notes: [{ ...note, id: 'second-note', title: 'Second things' }],
    ...changes,
  }),
});
