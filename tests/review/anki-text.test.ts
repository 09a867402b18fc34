import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ankiText, type AnkiCard } from '../../src/review/anki-text.ts';
import { readAnkiText } from '../../src/review/anki-progress.ts';
import type { CardState } from '../../src/review/state.ts';

const card = (change: Partial<AnkiCard> = {}): AnkiCard => ({
  id: 'lambda/reserved-or-provisioned#question',
  form: 'question',
  question: 'A function must never use more than 40 environments. What do you set?',
  answer: '**Reserved** concurrency of 40',
  points: [],
  sources: [],
  serviceName: 'Lambda',
  topicTitle: 'Concurrency',
  exams: [],
  ...change,
});
const state = (id: string, change: Partial<CardState> = {}): CardState => ({
  id,
  version: 1,
  phase: 'review',
  due: 0,
  last: 0,
  stability: 1,
  difficulty: 1,
  step: 0,
  interval: 1,
  reps: 1,
  lapses: 0,
  revision: '',
  buriedUntil: 0,
  isSuspended: false,
  ...change,
});

const header =
  '#separator:tab\n#html:true\n#notetype:Basic\n#guid column:1\n#deck column:2\n#tags column:5\n';
const cells = (change: Partial<AnkiCard>, states: CardState[] = []) =>
  ankiText([card(change)], states)
    .slice(header.length, -1)
    .split('\t');

test('a file is a header and one line per card', () => {
  const cards = [
    card({
      points: ['It caps the function, too.', 'No charge for `ReservedConcurrency`'],
      trap: 'It warms *nothing* up.',
      sources: [
        {
          title: 'Lambda: reserved & provisioned',
          url: 'https://docs.aws.amazon.com/lambda/latest/dg/a.html?b=1&c="',
        },
      ],
      exams: ['DVA-C02/1', 'DVA-C02/4', 'DVA-C02/1'],
    }),
    card({
      id: 'api-gateway/timeout#value',
      form: 'value',
      question: 'Integration timeout?',
      answer: '50 ms–29 s',
      serviceName: 'API Gateway',
      topicTitle: 'Limits of `REST` APIs',
    }),
  ];
  const states = [
    state('api-gateway/timeout#value', { phase: 'relearning', isSuspended: true }),
    state('other/card#value'),
  ];
  expect(ankiText(cards, states)).toBe(
    `${header}sidecar:lambda/reserved-or-provisioned#question\tSidecar::Lambda::Concurrency\t` +
      'A function must never use more than 40 environments. What do you set?\t' +
      '<b>Reserved</b> concurrency of 40' +
      '<ul><li>It caps the function, too.</li><li>No charge for <code>ReservedConcurrency</code></li></ul>' +
      '<div><b>Exam trap:</b> It warms <i>nothing</i> up.</div>' +
      '<div><a href="https://docs.aws.amazon.com/lambda/latest/dg/a.html?b=1&amp;c=&quot;">Lambda: reserved &amp; provisioned</a></div>\t' +
      'sidecar::service::Lambda sidecar::exam::DVA-C02::1 sidecar::exam::DVA-C02::4 sidecar::form::question sidecar::state::new\n' +
      'sidecar:api-gateway/timeout#value\tSidecar::API Gateway::Limits of REST APIs\tIntegration timeout?\t50 ms–29 s\t' +
      'sidecar::service::API-Gateway sidecar::form::value sidecar::state::relearning sidecar::state::suspended\n',
  );
});

test('without cards there is a header', () => {
  expect(ankiText([], [])).toBe(header);
});

test.each<[question: string, front: string]>([
  ['"Exceeded size limit" means?', '&quot;Exceeded size limit&quot; means?'],
  ['Is 1 < 2 && 3 > 2?', 'Is 1 &lt; 2 &amp;&amp; 3 &gt; 2?'],
  ['`<b>&amp;`', '<code>&lt;b&gt;&amp;amp;</code>'],
  ['**Set `a<b`**', '<b>Set <code>a&lt;b</code></b>'],
  ['one\ttab', 'one tab'],
  ['two\nlines\r\nor\rfour', 'two<br>lines<br>or<br>four'],
  ['nul\u0000 and\u0085', 'nul  and '],
  ['#separator:comma', '#separator:comma'],
])('%j is written as %j', (question, front) => {
  expect(cells({ question })[2]).toBe(front);
});

test.each<[change: Partial<AnkiCard>, deck: string, tag: string]>([
  [
    { topicTitle: 'The "AWS::Serverless" transform' },
    'Sidecar::Lambda::The AWS:Serverless transform',
    'Lambda',
  ],
  [
    { serviceName: 'Systems\tManager  "SSM"' },
    'Sidecar::Systems Manager SSM::Concurrency',
    'Systems-Manager-SSM',
  ],
])('%j goes to a deck and tags of one level each', (change, deck, tag) => {
  expect(cells(change)[1]).toBe(deck);
  expect(cells(change)[4]).toContain(`sidecar::service::${tag} `);
});

describe('any text', () => {
  const wild = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '\t', '\n', '\r', '#', '<', '*', '`', '::', 'a', ' '))
      .map((signs) => signs.join('')),
  );
  const wildCards = fc.array(
    fc.record({
      id: fc.constantFrom('lambda/a#question', 'sqs/b#value'),
      form: fc.constant('value' as const),
      question: wild,
      answer: wild,
      points: fc.array(wild, { maxLength: 3 }),
      trap: wild,
      sources: fc.array(fc.record({ title: wild, url: wild }), { maxLength: 2 }),
      serviceName: wild,
      topicTitle: wild,
      exams: fc.array(wild, { maxLength: 2 }),
    }),
    { maxLength: 5 },
  );

  test('makes one line of five cells for each card, none of them quoted, and is read again', () => {
    fc.assert(
      fc.property(wildCards, (cards) => {
        const text = ankiText(cards, []);
        const rows = text.slice(header.length, -1).split(/\r\n|\r|\n/);
        expect(rows.filter(Boolean)).toHaveLength(cards.length);
        for (const row of rows.filter(Boolean)) {
          expect(row.split('\t')).toHaveLength(5);
          expect(row).not.toMatch(/^#|(^|\t)"/);
        }
        const { notes, problems } = readAnkiText(text);
        expect(problems).toEqual([]);
        expect(notes.map(({ guid }) => guid)).toEqual(cards.map(({ id }) => `sidecar:${id}`));
        for (const { tags } of notes) expect(tags.every((tag) => tag.startsWith('sidecar::'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is text: no element of its own', () => {
    fc.assert(
      fc.property(wild, (question) => {
        expect(
          (cells({ question })[2] ?? '').replace(/<(\/?(b|i|code)|br)>|&(amp|lt|gt|quot);/g, ''),
        ).not.toMatch(/[<>"&]/);
      }),
      { numRuns: 500 },
    );
  });
});
