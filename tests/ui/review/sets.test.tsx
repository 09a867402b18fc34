// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ServiceSummary } from '../../../src/knowledge/catalog.ts';
import type { Done } from '../../../src/platform/review-requests.ts';
import { type Chosen, type Deck, defaultSettings, nothingChosen } from '../../../src/review/state.ts';
import { FirstRun } from '../../../src/ui/parts/review/FirstRun.tsx';
import { Sets } from '../../../src/ui/parts/review/Sets.tsx';
import { button, enter, field, one, pending, press, settle, show, text } from './manage-tools.ts';

const topic = (id: string, title: string) => ({ id, title, notes: 1, limits: 1 });
const service = (id: string, name: string, ...topics: ServiceSummary['topics']): ServiceSummary => ({
  id,
  name,
  short: name,
  category: 'x',
  topics,
});
const services = [
  service('red', 'Amazon Red', topic('red/queues', 'Queues'), topic('red/alarms', 'Alarms')),
  service('blue', 'AWS Blue', topic('blue/keys', 'Keys'), topic('blue/bare', 'Bare')),
  service('empty', 'AWS Empty', topic('empty/none', 'None')),
];
const deck = (id: string, cards: number, ...exams: string[]): Deck => {
  const owner = id.split('/')[0] ?? '';
  return {
    topic: id,
    service: owner,
    exams,
    cards: Array.from({ length: cards }, (_, number) => `${id}-${number}#qa`.replace('/', '/f-')),
  };
};
const decks = [
  deck('red/queues', 1200, 'DVA-C02/1'),
  deck('red/alarms', 3),
  deck('blue/keys', 4, 'DVA-C02/2'),
  deck('blue/bare', 0),
  deck('empty/none', 0),
];

let asked: [string[], boolean][] = [];
let answer: () => Promise<Done>;
let backs = 0;
beforeEach(() => {
  asked = [];
  backs = 0;
  answer = () => Promise.resolve({ done: true });
});
afterEach(() => show(null));

const draw = (chosen: Chosen = nothingChosen, examCode = 'DVA-C02') =>
  show(
    <Sets
      services={services}
      chosen={chosen}
      decks={decks}
      examCode={examCode}
      onSets={(sets, on) => {
        asked.push([sets, on]);
        return answer();
      }}
      onBack={() => (backs += 1)}
    />,
  );
const sought = () => one('[type=search]') as HTMLInputElement;
const rows = () => [...document.querySelectorAll('.check')].map((row) => text(row));
/** What a screen reader says of a box. */
const ticked = (name: string) => {
  const { checked, indeterminate } = field(name);
  return indeterminate ? 'mixed' : checked;
};
const tick = (name: string) => settle(() => field(name).click());

describe('what to review', () => {
  test('lists services with cards, and says how many of all are in', async () => {
    await draw({ ...nothingChosen, sets: ['red/alarms'] });
    expect(rows()).toEqual(['Amazon Red 3 of 1,203 cards', 'AWS Blue 4 cards']);
    expect(text()).toContain('3 of 1,207 cards are in review.');
  });
  test('a box is ticked, empty or half ticked', async () => {
    await draw({ ...nothingChosen, sets: ['red/alarms'] });
    expect([ticked('Amazon Red'), ticked('AWS Blue')]).toEqual(['mixed', false]);
    await draw({ ...nothingChosen, sets: ['red'] });
    expect(ticked('Amazon Red')).toBe(true);
  });
  test('a service unfolds to its topics; those without cards are left out', async () => {
    await draw();
    expect(button('Topics of AWS Blue').getAttribute('aria-expanded')).toBe('false');
    await press('Topics of AWS Blue');
    expect(button('Topics of AWS Blue').getAttribute('aria-expanded')).toBe('true');
    expect(rows()).toContain('Keys 4 cards');
    expect(text()).not.toContain('Bare');
  });
  test('what is half in goes wholly in, what is in goes out', async () => {
    await draw({ ...nothingChosen, sets: ['red/alarms', 'blue'] });
    await tick('Amazon Red');
    await tick('AWS Blue');
    expect(asked).toEqual([
      [['red'], true],
      [['blue'], false],
    ]);
  });
  test('a topic is switched by itself', async () => {
    await draw({ ...nothingChosen, sets: ['red'] });
    await press('Topics of Amazon Red');
    await tick('Alarms');
    expect(asked).toEqual([[['red/alarms'], false]]);
    expect([ticked('Amazon Red'), ticked('Queues'), ticked('Alarms')]).toEqual(['mixed', true, false]);
  });
  test('a change is shown before it is stored, and two build on each other', async () => {
    const later = pending<Done>();
    answer = () => later.promise;
    await draw();
    await tick('Amazon Red');
    await tick('AWS Blue');
    expect([ticked('Amazon Red'), ticked('AWS Blue')]).toEqual([true, true]);
    expect(text(one('.saved'))).toBe('');
    await settle(() => later.answer({ done: true }));
    expect(text(one('.saved'))).toBe('Saved');
    expect(one('.saved').getAttribute('role')).toBe('status');
  });
  test('what is stored then is what counts', async () => {
    await draw();
    await tick('AWS Blue');
    await draw({ ...nothingChosen, sets: ['red'] });
    expect([ticked('Amazon Red'), ticked('AWS Blue')]).toEqual([true, false]);
  });
  test('a refusal is told, and the change taken back', async () => {
    answer = () => Promise.resolve({ refused: 'Storage is full.' });
    await draw({ ...nothingChosen, sets: ['red/alarms'] });
    await tick('Amazon Red');
    expect(text(one('[role=alert]'))).toContain('The choice was not saved');
    expect(text(one('[role=alert]'))).toContain('Storage is full.');
    expect(ticked('Amazon Red')).toBe('mixed');
  });
  test('silence is told as well', async () => {
    answer = () => Promise.reject(new Error('gone'));
    await draw();
    await tick('AWS Blue');
    expect(text(one('[role=alert]'))).toContain('Sidecar did not answer');
    expect(ticked('AWS Blue')).toBe(false);
  });
  test('the way back', async () => {
    await draw();
    await press('Review');
    expect(backs).toBe(1);
  });
});

describe('the exam’s set', () => {
  test('says how large it is, and is added', async () => {
    await draw();
    expect(text(one('.exam-set'))).toContain('DVA-C02 set2 topics, 1,204 cards');
    await press('Remove the DVA-C02 set');
    await press('Add the DVA-C02 set');
    expect(asked).toEqual([[['red/queues', 'blue/keys'], true]]);
    expect(text(one('.exam-set'))).toContain('all in review');
  });
  test('in part it can be added and removed', async () => {
    await draw({ ...nothingChosen, sets: ['blue'] });
    expect(text(one('.exam-set'))).toContain('4 in review');
    expect(button('Add the DVA-C02 set').hasAttribute('aria-disabled')).toBe(false);
    await press('Remove the DVA-C02 set');
    expect(asked).toEqual([[['red/queues', 'blue/keys'], false]]);
  });
  test('wholly in there is nothing to add', async () => {
    await draw({ ...nothingChosen, sets: ['red', 'blue'] });
    await press('Add the DVA-C02 set');
    expect(asked).toEqual([]);
    expect(button('Add the DVA-C02 set').getAttribute('aria-disabled')).toBe('true');
  });
  test('an exam without topics has no set', async () => {
    await draw(nothingChosen, 'XYZ-C01');
    expect(document.querySelector('.exam-set')).toBeNull();
  });
});

describe('single notes and limits', () => {
  test('are counted', async () => {
    await draw({ ...nothingChosen, sets: ['red'], facts: ['blue/f-keys-0'], without: ['red/f-alarms-0'] });
    expect(text()).toContain('Single notes and limits: 1 added one by one, 1 taken out of their set.');
  });
  test('go unmentioned where there are none', async () => {
    await draw();
    expect(text()).not.toContain('Single notes');
  });
});

describe('the filter', () => {
  test('a topic’s words open its service and show that topic only', async () => {
    await draw();
    await enter(sought(), 'alarm');
    expect(rows()).toEqual(['Amazon Red 1,203 cards', 'Alarms 3 cards']);
    expect(text(one('.unseen[role=status]'))).toBe('1 service, 1 topic');
  });
  test('a service’s words keep all its topics, folded', async () => {
    await draw();
    await enter(sought(), 'blue');
    expect(rows()).toEqual(['AWS Blue 4 cards']);
  });
  test('nothing found is said; Escape empties the field', async () => {
    await draw();
    await enter(sought(), 'shard');
    expect(text()).toContain('No service or topic with cards matches “shard”.');
    await settle(() => one('[type=search]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
    expect(rows()).toHaveLength(2);
  });
});

describe('first run', () => {
  let chooses = 0;
  const first = (code = 'DVA-C02') =>
    show(
      <FirstRun
        decks={decks}
        exam={{ code, name: 'Developer Associate' }}
        settings={defaultSettings}
        onSets={(sets, on) => {
          asked.push([sets, on]);
          return answer();
        }}
        onChoose={() => (chooses += 1)}
      />,
    );
  test('proposes the set with one primary button', async () => {
    await first();
    expect(text()).toContain('Nothing is scheduled that you did not choose.');
    expect(text()).toContain('At most 15 new cards and 60 in all a day.');
    expect(text()).toContain('DVA-C02: 2 topics, 1,204 cards.');
    expect([...document.querySelectorAll('.primary')].map((each) => text(each))).toEqual([
      'Add the Developer Associate set',
    ]);
    await press('Add the Developer Associate set');
    expect(asked).toEqual([[['red/queues', 'blue/keys'], true]]);
  });
  test('asks once while it is being added', async () => {
    const later = pending<Done>();
    answer = () => later.promise;
    await first();
    await press('Add the Developer Associate set');
    await press('Add the Developer Associate set');
    expect(asked).toHaveLength(1);
    expect(button('Add the Developer Associate set').getAttribute('aria-disabled')).toBe('true');
    await settle(() => later.answer({ refused: 'Storage is full.' }));
    expect(text(one('[role=alert]'))).toContain('Storage is full.');
  });
  test('leads to the choice, and to nothing else where the exam has no topics', async () => {
    await first('XYZ-C01');
    await press('Choose services');
    expect(chooses).toBe(1);
    expect(document.querySelectorAll('button')).toHaveLength(1);
  });
});
