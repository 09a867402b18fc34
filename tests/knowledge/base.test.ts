import { expect, test } from 'vitest';
import { checkFiles } from '../../knowledge/check.ts';
import { exampleFiles } from '../../knowledge/rules/example.ts';

const topic = (text: string) =>
  checkFiles(new Map(Object.entries({ ...exampleFiles, 'services/demo/things.yaml': text }))).problems;

const sound = `title: Things
verified: 2026-11-21
pages:
  - id: things
    match: [/demo/home#/things]
    urls: ['https://console.aws.amazon.com/demo/home#/things']
sources:
  guide: { title: Demo guide, url: https://docs.aws.amazon.com/demo/latest/dg/things.html }
notes:
  - id: first-note
    kind: concept
    title: Things have parts
    points: [A thing has two parts.]
    sources: [guide]
`;

test('a sound file has no problem', () => {
  expect(topic(sound)).toEqual([]);
});

test.each([
  [
    'an unknown field',
    sound.replace('    kind: concept', '    kind: concept\n    colour: red'),
    12,
    '"colour" is not a field; use one of id, kind',
  ],
  ['a missing field', sound.replace('    title: Things have parts\n', ''), 10, '"title" is missing; add it'],
  [
    'a kind that does not exist',
    sound.replace('kind: concept', 'kind: idea'),
    11,
    '"idea" is not allowed; use one of concept',
  ],
  [
    'a title too long',
    sound.replace('Things have parts', 'x'.repeat(80)),
    12,
    '80 characters; shorten it to 70',
  ],
  ['a number where text belongs', sound.replace('title: Things\n', 'title: 12\n'), 1, '12 should be string'],
  [
    'an id with capitals',
    sound.replace('id: first-note', 'id: FirstNote'),
    10,
    '"FirstNote" does not have the form',
  ],
  ['broken YAML', sound.replace('[guide]', '[guide'), 15, 'not valid YAML'],
  [
    'a question without an answer',
    sound.replace('    kind: concept', '    kind: concept\n    question: How many parts are there?'),
    10,
    'question needs answer',
  ],
])('%s is told with its line and what to do', (_, text, line, message) => {
  const [problem] = topic(text);
  expect(problem).toMatchObject({ file: 'services/demo/things.yaml', line });
  expect(problem?.message).toContain(message);
});

test('a topic in a folder without service.yaml is told', () => {
  const { problems } = checkFiles(
    new Map(Object.entries({ ...exampleFiles, 'services/lost/things.yaml': sound })),
  );
  expect(problems).toContainEqual({
    file: 'services/lost/things.yaml',
    line: 1,
    message: 'its folder has no service.yaml; add services/lost/service.yaml',
  });
});

test('a rule that cannot run is one message, not the end of the check', () => {
  const problems = topic(sound.replace('/demo/home#/things]', '/demo/**/things]'));
  expect(problems.some(({ message }) => message.includes('** may only stand at the end'))).toBe(true);
});
