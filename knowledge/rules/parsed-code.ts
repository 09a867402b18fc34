import { parseDocument, type ScalarTag } from 'yaml';
import { withNote } from './example.ts';
import { allFacts, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

/** The short forms of CloudFormation's functions; what they hold may be of any kind. */
const functions =
  'Ref GetAtt Sub Join Select Split ImportValue FindInMap If Equals And Or Not Condition Base64 Cidr GetAZs Transform Length ToJsonString'.split(
    ' ',
  );
const tags = functions.flatMap((name) =>
  [undefined, 'seq', 'map'].map(
    (collection) =>
      ({ tag: `!${name}`, collection, resolve: (value: unknown) => value }) as unknown as ScalarTag,
  ),
);

type Parse = (code: string) => unknown;

const parseYaml: Parse = (code) => {
  const document = parseDocument(code, { customTags: tags, prettyErrors: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw problem;
  return document.toJS() as unknown;
};

/** A template's resources must have types, a state machine must start at one of its states and reach no other. */
const formats: Record<string, Parse> = {
  json: (code) => JSON.parse(code) as unknown,
  yaml: parseYaml,
  cloudformation(code) {
    const { Resources } = parseYaml(code) as { Resources?: Record<string, { Type?: string }> };
    if (!Resources) throw new Error('a template needs Resources');
    const untyped = Object.entries(Resources).find(
      ([, { Type }]) => !/^(AWS|Custom|Alexa)::/.test(Type ?? ''),
    );
    if (untyped) throw new Error(`the resource ${untyped[0]} has no Type`);
  },
  'state-machine'(code) {
    const { StartAt, States = {} } = JSON.parse(code) as {
      StartAt?: string;
      States?: Record<string, { Next?: string; Catch?: { Next: string }[] }>;
    };
    const targets = Object.values(States).flatMap(({ Next, Catch = [] }) => [
      Next,
      ...Catch.map((one) => one.Next),
    ]);
    const lost = [StartAt, ...targets].find((name, at) => (at === 0 || name) && !(name && name in States));
    if (!StartAt || lost) throw new Error(`the state ${lost ?? 'to start at'} does not exist`);
  },
};

export const parsedCode: Rule = {
  name: 'parsed-code',
  reason: 'An example is copied and used as it is, so it must be what it says it is.',
  check: (base) =>
    allFacts(base).flatMap(({ topic, path, note }) => {
      const { code, format } = note ?? {};
      if (!code) return [];
      if (!format && /^\s*[{[]/.test(code)) {
        const message = 'code that begins like JSON says so: add format: json, or another format';
        return [problemAt(topic, [...path, 'code'], message)];
      }
      try {
        formats[format ?? '']?.(code);
        return [];
      } catch (error) {
        const message = `the code is no valid ${format} (${(error as Error).message.split('\n')[0]}); mend it`;
        return [problemAt(topic, [...path, 'code'], message)];
      }
    }),
  failing: [
    withNote({ code: '{ "a": 1 }' }),
    withNote({ code: '{ "a": 1, }', format: 'json' }),
    withNote({ code: 'a: [1', format: 'yaml' }),
    withNote({ code: 'Parameters: {}', format: 'cloudformation' }),
    withNote({ code: 'Resources:\n  Table:\n    Properties: {}', format: 'cloudformation' }),
    withNote({ code: '{"StartAt":"A","States":{"A":{"Next":"B"}}}', format: 'state-machine' }),
  ],
  passing: [
    withNote({ code: 'aws demo list-things' }),
    withNote({ code: '{ "a": [1] }', format: 'json' }),
    withNote({
      code: 'Resources:\n  Table:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      Name: !Sub "${A}-b"\n      Other: !GetAtt [A, Arn]',
      format: 'cloudformation',
    }),
    withNote({ code: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}', format: 'state-machine' }),
  ],
};
