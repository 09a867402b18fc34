import { expect, test } from 'vitest';
import type { Limit, Note, Topic } from '../../src/knowledge/catalog.ts';
import { type Card, cardsOf } from '../../src/review/card.ts';
import { decksOf } from '../../src/review/decks.ts';
import { fingerprint } from '../../src/review/hash.ts';

const about = { sources: [{ title: 'Guide', url: 'https://docs.aws.amazon.com/x' }], verified: '2026-11-01' };
const note = (given: Partial<Note> = {}): Note => ({
  id: 'boxes/lids',
  kind: 'concept',
  title: 'Lids close boxes',
  points: ['Every box has a lid.'],
  question: 'What closes a box?',
  answer: 'Its lid.',
  ...about,
  ...given,
});
const limit = (given: Partial<Limit> = {}): Limit => ({
  id: 'boxes/count',
  name: 'Boxes',
  value: 1000,
  scope: 'account-and-region',
  adjustable: 'yes',
  ...about,
  ...given,
});
const topic = (notes: Note[], limits: Limit[], given: Partial<Topic> = {}): Topic => ({
  id: 'boxes/basics',
  title: 'Basics',
  exams: [],
  related: [],
  pages: [],
  notes,
  limits,
  ...given,
});
const cards = (notes: Note[], limits: Limit[], given?: Partial<Topic>) =>
  cardsOf(topic(notes, limits, given), 'Box Store');
const card = (form: string, given: Partial<Limit>, given2: Partial<Limit>[] = []): Card | undefined =>
  cards(
    [note({ points: ['The rules of boxes, the wooden lids and custom tags.'] })],
    [limit(given), ...given2.map((one, at) => limit({ id: `boxes/o${at}`, ...one }))],
  ).find((one) => one.id === `boxes/count#${form}`);

test('a note with question and answer is a card', () => {
  expect(cards([note({ trap: 'Lids are sold apart.' })], [])).toEqual([
    {
      id: 'boxes/lids#question',
      fact: 'boxes/lids',
      topic: 'boxes/basics',
      service: 'boxes',
      form: 'question',
      question: 'What closes a box?',
      answer: 'Its lid.',
      points: ['Every box has a lid.'],
      trap: 'Lids are sold apart.',
      ...about,
      revision: expect.stringMatching(/^[\da-f]{8}$/),
      isGenerated: false,
    },
  ]);
  expect(cards([note({ answer: undefined }), note({ question: undefined })], [])).toEqual([]);
});

test('a note with an older statement gives a second card, which does not tell its title', () => {
  const [, older] = cards(
    [note({ formerly: { said: 'Boxes are open', now: 'Boxes have lids', until: '2025-08' } })],
    [],
  );
  expect(older).toMatchObject({
    id: 'boxes/lids#formerly',
    question: 'Box Store, Basics: exam material may say “Boxes are open”. What does AWS document today?',
    answer: 'Boxes have lids',
    points: ['The older statement was true until Aug 2025.'],
    isGenerated: true,
  });
});

test.each<[Partial<Limit>, question: string, answer: string]>([
  [{ name: 'Rules' }, 'How many rules does Box Store allow by default?', '1,000'],
  [
    { name: 'Rules per box', adjustable: 'no', value: undefined, maximum: 5, scope: 'resource', of: 'box' },
    'How many rules per box does Box Store allow?',
    '5',
  ],
  [
    { name: 'Rules', adjustable: 'no', value: undefined, maximum: 5, scope: 'resource', of: 'shelf' },
    'How many rules per shelf does Box Store allow?',
    '5',
  ],
  [{ name: 'Lambert boxes' }, 'Lambert boxes (Box Store): how many by default?', '1,000'],
  [
    { name: 'Length of a name', value: undefined, minimum: 1, maximum: 64, unit: 'characters' },
    'What range can the length of a name have in Box Store, in characters?',
    '1–64 characters',
  ],
  [
    { name: 'Lid timeout', value: undefined, maximum: 1, unit: 'hour', scope: 'resource', of: 'wall box' },
    'What is the maximum lid timeout per wall box in Box Store, in hours?',
    '1 hour',
  ],
  [
    { name: 'Timeout', value: 9, unit: 'seconds', adjustable: 'no' },
    'What is the timeout in Box Store, in seconds?',
    '9 seconds',
  ],
  [
    { name: 'Lid opens after', value: 5, unit: 'minutes', adjustable: 'no' },
    'Lid opens after how many minutes (Box Store)?',
    '5 minutes',
  ],
  [
    { name: 'Lids opened', adjustable: 'no', value: undefined, minimum: 2 },
    'Lids opened (Box Store): how many at least?',
    'at least 2',
  ],
  [
    { name: 'Smallest lid', value: undefined, minimum: 2, unit: 'KB' },
    'Smallest lid (Box Store): how many KB?',
    'at least 2 KB',
  ],
  [
    { name: 'Largest lid, at most', value: undefined, maximum: 2, unit: 'KB' },
    'Largest lid (Box Store): how many KB?',
    '2 KB',
  ],
  [
    { name: 'Price of a box', value: 3, unit: 'USD per month' },
    'Price of a box (Box Store): how many USD per month?',
    '3 USD per month',
  ],
  [
    { name: 'Share of lids', value: 10, unit: '% of all boxes', adjustable: 'no' },
    'Share of lids (Box Store): what percentage of all boxes?',
    '10% of all boxes',
  ],
  [
    { name: 'Calls', value: 4, unit: 'per 24 hours', adjustable: 'no' },
    'Calls (Box Store): how many per 24 hours?',
    '4 per 24 hours',
  ],
  [
    { name: 'Widest range', value: 8, unit: 'bits of prefix (/8)', adjustable: 'no' },
    'Widest range (Box Store): how many bits of prefix?',
    '8 bits of prefix (/8)',
  ],
  [
    { name: 'Default port', value: '8000', adjustable: 'no' },
    'Default port (Box Store): what number?',
    '8000',
  ],
  [
    { name: 'Box Store rooms', value: 3, adjustable: 'no', scope: 'resource' },
    'Box Store rooms: how many?',
    '3',
  ],
])('the value of %o', (given, question, answer) => {
  expect(card('value', given)).toMatchObject({ question, answer });
});

test('a value is shown with scope, kind and other words, can be typed and chosen', () => {
  expect(
    card('value', {
      value: undefined,
      minimum: 60,
      maximum: 900,
      default: 120,
      unit: 'seconds',
      equals: 'up to 15 minutes',
      remark: 'Doors count too.',
    }),
  ).toMatchObject({
    points: [
      '= up to 15 minutes',
      'Default 120 seconds',
      'Per account and Region, adjustable',
      'Doors count too.',
    ],
    typed: { from: 60, to: 900, unit: 'seconds', equals: 'up to 15 minutes' },
    choices: expect.arrayContaining(['60–900 seconds']),
  });
});

test.each<[string, string, Partial<Limit>, object | undefined]>([
  ['that something is at least nothing', 'value', { value: undefined, minimum: 0 }, undefined],
  [
    'a default',
    'default',
    { default: 120, unit: 'seconds', name: 'Wait' },
    {
      question: 'Wait (Box Store): what is the default, in seconds?',
      answer: '120 seconds',
      typed: { to: 120, unit: 'seconds' },
    },
  ],
  [
    'a default in words',
    'default',
    { default: 'never', unit: 'days' },
    { answer: 'never', question: 'Boxes (Box Store): what is the default?' },
  ],
  ['no default', 'default', {}, undefined],
  [
    'an older value',
    'formerly',
    { formerly: { said: '200', now: '' } },
    {
      question: 'Boxes (Box Store): exam material may say “200”. What does AWS document today?',
      answer: '1,000',
      formerly: { said: '200', now: '1,000' },
    },
  ],
  ['no older value', 'formerly', {}, undefined],
  [
    'a quota that can be raised',
    'adjustable',
    { quota: { service: 'boxes', code: 'L-1' } },
    {
      question: 'Boxes (Box Store): can the limit of 1,000 be raised?',
      answer: 'Yes, on request.',
      points: ['Per account and Region, adjustable', 'Service Quotas code L-1'],
    },
  ],
  [
    'one that grows by itself',
    'adjustable',
    { adjustable: 'automatic' },
    { answer: 'Yes, it is raised automatically.' },
  ],
  ['one that cannot', 'adjustable', { adjustable: 'no' }, { answer: 'No, it is a hard limit.' }],
  [
    'the range of a setting',
    'adjustable',
    { adjustable: 'no', value: undefined, minimum: 1, maximum: 9, scope: 'request' },
    undefined,
  ],
  ['a delay', 'adjustable', { adjustable: 'no', value: 9, unit: 'hours' }, undefined],
  ['a price', 'adjustable', { unit: 'USD' }, undefined],
  [
    'what an account shares',
    'scope',
    {},
    {
      question: 'Boxes (Box Store): per what does the limit of 1,000 count?',
      answer: 'Per account and Region',
      choices: expect.arrayContaining(['Per account', 'Per organization', 'Per account and Region']),
    },
  ],
  ['what one thing has', 'scope', { scope: 'resource', of: 'room' }, undefined],
  ['what the name tells', 'scope', { name: 'Boxes per account' }, undefined],
])('of %s: %s', (_, form, given, expected) => {
  const found = card(form, given);
  if (expected) expect(found).toMatchObject(expected);
  else expect(found).toBeUndefined();
});

test('a hard limit is asked where another of the topic can be raised', () => {
  const hard: Partial<Limit> = { adjustable: 'no', scope: 'resource', of: 'room' };
  expect(card('adjustable', hard)).toBeUndefined();
  expect(card('adjustable', hard, [{ name: 'Rooms' }])).toMatchObject({ answer: 'No, it is a hard limit.' });
});

test('the revision follows what is asked and answered, and nothing else', () => {
  const revisions = (notes: Note[], limits: Limit[], given?: Partial<Topic>) =>
    Object.fromEntries(cards(notes, limits, given).map(({ id, revision }) => [id.split('#')[1], revision]));
  const formerly = { said: 'none', now: 'some' };
  const before = revisions([note({ formerly })], [limit()]);
  const moved = revisions(
    [note({ formerly, verified: '2027-01-01', sources: [], trap: 'x', points: [] })],
    [limit({ verified: '2027-01-01', quota: { service: 'b', code: 'L-2' }, remark: 'x' })],
    { id: 'boxes/other', title: 'Other' },
  );
  expect(moved).toEqual(before);
  const answered = revisions([note({ formerly, answer: 'A lid.' })], [limit({ value: 2000 })]);
  expect(answered.question).not.toBe(before.question);
  expect(answered.value).not.toBe(before.value);
  expect([answered.formerly, answered.adjustable, answered.scope]).toEqual([
    before.formerly,
    before.adjustable,
    before.scope,
  ]);
  const kind = revisions(
    [note({ formerly: { said: 'none', now: 'all' } })],
    [limit({ adjustable: 'automatic' })],
  );
  expect(kind.adjustable).not.toBe(before.adjustable);
  expect(kind.formerly).not.toBe(before.formerly);
});

test('questions come first, then values, then the rest, so that siblings stand apart', () => {
  const older = { formerly: { said: 'x', now: 'y' } };
  const limits = [limit({ id: 'boxes/a', name: 'Lids' }), limit({ id: 'boxes/b', name: 'Rooms' })];
  const exams = [1, 1, 2].map((domain) => ({ code: 'DVA-C02', domain, title: 'x' }));
  const written = topic([note({ id: 'boxes/n', ...older }), note({ id: 'boxes/m' })], limits, { exams });
  expect(
    decksOf({
      id: 'boxes',
      name: 'Amazon Box Store',
      short: 'Box Store',
      category: 'x',
      docs: 'x',
      names: [],
      pages: [],
      topics: [written],
    }),
  ).toEqual([
    {
      topic: 'boxes/basics',
      service: 'boxes',
      exams: ['DVA-C02/1', 'DVA-C02/2'],
      cards: [
        'n#question',
        'm#question',
        'a#value',
        'b#value',
        'n#formerly',
        'a#adjustable',
        'b#adjustable',
        'a#scope',
        'b#scope',
      ].map((id) => `boxes/${id}`),
    },
  ]);
});

// Published vectors of FNV-1a, 32 bit.
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the fingerprint of “%s”', (text, expected) => {
  expect(fingerprint(text)).toBe(expected);
});
