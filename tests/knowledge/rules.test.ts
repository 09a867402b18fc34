import { describe, expect, test } from 'vitest';
import { readBase } from '../../knowledge/base.ts';
import { checkFiles } from '../../knowledge/check.ts';
import { allRules } from '../../knowledge/rules/all-rules.ts';
import { exampleFiles } from '../../knowledge/rules/example.ts';

const withChanges = (changes: Record<string, string>) =>
  new Map(Object.entries({ ...exampleFiles, ...changes }));

const numbered = (examples: Record<string, string>[]) =>
  examples.map((changes, at) => ({ number: at + 1, changes }));

test('the example base has no mistake', () => {
  expect(checkFiles(withChanges({})).problems).toEqual([]);
});

test('every file of the rules folder is found', () => {
  expect(allRules.length).toBeGreaterThanOrEqual(11);
  expect(new Set(allRules.map(({ name }) => name)).size).toBe(allRules.length);
});

describe.each(allRules)('$name', ({ name, reason, failing, passing = [], check }) => {
  test('says why it exists and shows a case that breaks it', () => {
    expect(reason).toMatch(/\.$/);
    expect(failing.length).toBeGreaterThan(0);
  });
  test.each(numbered(failing))('finds what is wrong in its example $number', ({ changes }) => {
    const { base, problems } = readBase(withChanges(changes));
    expect(problems, 'the example must be of right shape').toEqual([]);
    const found = check(base);
    expect(found.length).toBeGreaterThan(0);
    for (const { file, line, message } of found) {
      expect(file).toMatch(/\.yaml$/);
      expect(line).toBeGreaterThan(0);
      expect(message.length).toBeGreaterThan(10);
    }
    const others = allRules
      .filter((rule) => rule.name !== name)
      .flatMap((rule) => rule.check(base).map((problem) => `${rule.name}: ${problem.message}`));
    expect(others, 'a failing example breaks its own rule only').toEqual([]);
  });
  test.each(numbered(passing))('lets its example $number be', ({ changes }) => {
    expect(checkFiles(withChanges(changes)).problems).toEqual([]);
  });
});
