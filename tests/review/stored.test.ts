import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultInStored, isStored } from '../../src/review/stored.ts';
import { sides } from './arbitrary-stored.ts';

const sound = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'stored/version-1.json'), 'utf8')).data as unknown;

/** Puts a value at a path: `log[2].act.grade`. Undefined takes the field out. */
function withValue(path: string, value: unknown): unknown {
  const whole = { data: sound() };
  const keys = ['data', ...path.split(/[.[\]]+/).filter(Boolean)];
  const last = keys.pop() ?? '';
  let at = whole as unknown as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return whole.data;
}

test('what is stored is believed', () => {
  expect(faultInStored(sound())).toBeNull();
  fc.assert(fc.property(sides, ([one, other]) => isStored(one) && isStored(other)));
});

test.each<[path: string, value: unknown, fault: string]>([
  ['states', {}, 'data.states must be a list, but is a record'],
  ['log', undefined, 'data.log must be a list, but is missing'],
  ['settings', [], 'data.settings must be a record, but is a list'],
  ['notes', [], 'data has the unknown field "notes"'],
  ['states[1].mood', 1, 'data.states[1] has the unknown field "mood"'],
  ['states[3].stability', 'many', 'data.states[3].stability must be a number of 0 or more, but is "many"'],
  ['states[0].due', -1, 'data.states[0].due must be a number of 0 or more, but is -1'],
  ['states[0].last', null, 'data.states[0].last must be a number of 0 or more, but is null'],
  ['states[0].difficulty', NaN, 'data.states[0].difficulty must be a number of 0 or more, but is null'],
  ['states[0].interval', Infinity, 'data.states[0].interval must be a number of 0 or more, but is null'],
  ['states[0].buriedUntil', '', 'data.states[0].buriedUntil must be a number of 0 or more, but is ""'],
  ['states[0].id', '', 'data.states[0].id must be a text that is not empty, but is ""'],
  ['states[0].version', 1.5, 'data.states[0].version must be a whole number of 0 or more, but is 1.5'],
  ['states[0].step', -1, 'data.states[0].step must be a whole number of 0 or more, but is -1'],
  ['states[0].reps', '3', 'data.states[0].reps must be a whole number of 0 or more, but is "3"'],
  [
    'states[0].lapses',
    undefined,
    'data.states[0].lapses must be a whole number of 0 or more, but is missing',
  ],
  ['states[0].revision', 7, 'data.states[0].revision must be a text, but is 7'],
  ['states[0].isSuspended', 0, 'data.states[0].isSuspended must be true or false, but is 0'],
  [
    'states[0].phase',
    'old',
    'data.states[0].phase must be "new" or "learning" or "review" or "relearning", but is "old"',
  ],
  ['log[2].act.grade', 5, 'data.log[2].act.grade must be a whole number from 1 to 4, but is 5'],
  ['log[2].act.grade', 0, 'data.log[2].act.grade must be a whole number from 1 to 4, but is 0'],
  [
    'log[2].act',
    { kind: 'eat' },
    'data.log[2].act.kind must be "grade" or "bury" or "suspend" or "resume" or "reset", but is "eat"',
  ],
  ['log[2].act', { kind: 'bury', grade: 1 }, 'data.log[2].act has the unknown field "grade"'],
  ['log[2].act', null, 'data.log[2].act must be a record, but is null'],
  ['log[2].before', undefined, 'data.log[2].before must be a record, but is missing'],
  ['log[2].after', null, 'data.log[2].after must be a record, but is null'],
  ['log[2].after.id', 5, 'data.log[2].after.id must be a text that is not empty, but is 5'],
  ['log[2].day', '20.11.2026', 'data.log[2].day must be a day like 2026-11-21, but is "20.11.2026"'],
  ['log[2].isUndone', 'no', 'data.log[2].isUndone must be true or false, but is "no"'],
  ['log[2].at', 'x'.repeat(99), `data.log[2].at must be a number of 0 or more, but is "${'x'.repeat(39)}…`],
  ['log[2].took', false, 'data.log[2].took must be a number of 0 or more, but is false'],
  ['log[2].card', {}, 'data.log[2].card must be a text that is not empty, but is a record'],
  ['log[2].scheduler', null, 'data.log[2].scheduler must be a text, but is null'],
  ['chosen.version', 2, 'data.chosen.version must be 1, but is 2'],
  ['chosen.sets', ['lambda', 3], 'data.chosen.sets[1] must be a text that is not empty, but is 3'],
  ['chosen.facts', 'all', 'data.chosen.facts must be a list, but is "all"'],
  ['chosen.without', [''], 'data.chosen.without[0] must be a text that is not empty, but is ""'],
  ['settings.version', 0, 'data.settings.version must be 1, but is 0'],
  ['settings.retention', 0.69, 'data.settings.retention must be a number from 0.7 to 0.97, but is 0.69'],
  ['settings.retention', 0.98, 'data.settings.retention must be a number from 0.7 to 0.97, but is 0.98'],
  ['settings.dayStartsAt', 24, 'data.settings.dayStartsAt must be a whole number from 0 to 23, but is 24'],
  ['settings.newPerDay', -1, 'data.settings.newPerDay must be a whole number of 0 or more, but is -1'],
  ['settings.perDay', null, 'data.settings.perDay must be a whole number of 0 or more, but is null'],
  ['settings.restDays', [1, 7], 'data.settings.restDays[1] must be a whole number from 0 to 6, but is 7'],
  ['settings.exam.code', null, 'data.settings.exam.code must be a text, but is null'],
  ['settings.exam.day', 'soon', 'data.settings.exam.day must be a day like 2026-11-21, but is "soon"'],
  ['settings.badge', 'yes', 'data.settings.badge must be true or false, but is "yes"'],
])('%s as %j is refused', (path, value, fault) => {
  expect(faultInStored(withValue(path, value))).toBe(fault);
  expect(isStored(withValue(path, value))).toBe(false);
});

test('nothing that is not stored is believed, and looking never throws', () => {
  fc.assert(fc.property(fc.anything(), (value) => !isStored(value)));
});
