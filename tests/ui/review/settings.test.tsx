// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings, type ReviewSettings } from '../../../src/review/state.ts';
import { Settings } from '../../../src/ui/parts/review/Settings.tsx';
import { button, enter, field, menu, one, pending, press, settle, show, text } from './manage-tools.ts';

const exams = [
  { code: 'DVA-C02', name: 'Developer' },
  { code: 'SAA-C03', name: 'Architect' },
];
let asked: Partial<ReviewSettings>[] = [];
let stores: (change: Partial<ReviewSettings>) => Promise<ReviewSettings>;
beforeEach(() => {
  asked = [];
  stores = (change) => Promise.resolve({ ...defaultSettings, ...change });
});
afterEach(() => show(null));

const draw = (settings: Partial<ReviewSettings> = {}) =>
  show(
    <Settings
      settings={{ ...defaultSettings, ...settings }}
      exams={exams}
      today="2026-11-21"
      onChange={(change) => {
        asked.push(change);
        return stores(change);
      }}
      onBack={() => {}}
    />,
  );
const fault = () => [...document.querySelectorAll('.fault')].map((each) => text(each)).join();
const blur = (target: HTMLElement) => settle(() => target.dispatchEvent(new FocusEvent('blur')));

describe('numbers', () => {
  test.each([
    ['New cards a day', '15', '0', { newPerDay: 0 }],
    ['Cards a day, at most', '60', '200', { perDay: 200 }],
    ['Share to remember', '90', '97', { retention: 0.97 }],
    ['Share to remember', '90', ' 70 ', { retention: 0.7 }],
  ])('%s is %s and becomes %s', async (name, before, typed, change) => {
    await draw();
    expect(field(name).value).toBe(before);
    await enter(field(name), typed);
    expect(asked).toEqual([change]);
    expect(text(one('.saved'))).toBe('Saved');
    expect(field(name).value).toBe(typed.trim());
  });
  test.each([
    ['Share to remember', '69', '70 to 97. 90 % stays in force.'],
    ['Share to remember', '98', '70 to 97. 90 % stays in force.'],
    ['New cards a day', '-1', '0 to 999. 15 stays in force.'],
    ['New cards a day', '1000', '0 to 999. 15 stays in force.'],
    ['New cards a day', '1.5', '0 to 999. 15 stays in force.'],
    ['New cards a day', '', '0 to 999. 15 stays in force.'],
    ['Cards a day, at most', '0', '1 to 9,999. 60 stays in force.'],
  ])('%s refuses “%s” below the field', async (name, typed, words) => {
    await draw();
    await enter(field(name), typed);
    expect(asked).toEqual([]);
    expect(fault()).toBe(words);
    expect(field(name).value).toBe(typed);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    const described = field(name).getAttribute('aria-describedby')?.split(' ')[0] ?? '';
    expect(text(document.getElementById(described) ?? expect.unreachable())).toBe(words);
    expect(one('.fault').closest('[role=alert]')).not.toBeNull();
  });
  test('a refused number is forgotten by Escape, and gone after a good one', async () => {
    await draw();
    await enter(field('New cards a day'), '5000');
    await settle(() =>
      field('New cards a day').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
    );
    expect(field('New cards a day').value).toBe('15');
    expect(fault()).toBe('');
    await enter(field('New cards a day'), '5000');
    await enter(field('New cards a day'), '20');
    expect(fault()).toBe('');
    expect(asked).toEqual([{ newPerDay: 20 }]);
  });
  test('the same number is not stored again', async () => {
    await draw();
    await enter(field('New cards a day'), '15');
    expect(asked).toEqual([]);
  });
});

describe('days', () => {
  test('the hour at which the day starts', async () => {
    await draw();
    const hour = menu('The day starts at');
    expect([...hour.options].map((option) => option.text)).toHaveLength(24);
    expect(hour.selectedOptions[0]?.text).toBe('04:00');
    await enter(hour, '0');
    expect(asked).toEqual([{ dayStartsAt: 0 }]);
  });
  test('rest days are toggles from Monday on', async () => {
    await draw({ restDays: [0, 3] });
    const week = [...one('[role=group]').querySelectorAll('button')];
    expect(week.map((day) => day.firstChild?.textContent)).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
    expect(text(week[0])).toBe('Monday');
    expect(week.map((day) => day.getAttribute('aria-pressed')).join()).toBe(
      'false,false,true,false,false,false,true',
    );
    await press('Wednesday');
    await press('Monday');
    expect(asked).toEqual([{ restDays: [0] }, { restDays: [0, 1] }]);
  });
  test('two quick presses build on each other', async () => {
    const later = pending<ReviewSettings>();
    stores = () => later.promise;
    await draw();
    await press('Monday');
    await press('Friday');
    expect(asked).toEqual([{ restDays: [1] }, { restDays: [1, 5] }]);
    expect(button('Friday').getAttribute('aria-pressed')).toBe('true');
    expect(text(one('.saved'))).toBe('');
  });
});

describe('the toolbar number', () => {
  test('is a switch', async () => {
    await draw();
    const badge = field('Show the number of due cards');
    expect([badge.getAttribute('role'), badge.checked]).toEqual(['switch', true]);
    await settle(() => badge.click());
    expect(asked).toEqual([{ badge: false }]);
  });
});

describe('the exam', () => {
  test('is chosen from those there are, and keeps its day', async () => {
    await draw({ exam: { code: 'DVA-C02', day: '2027-01-12' } });
    await enter(menu('Exam'), 'SAA-C03');
    expect(asked).toEqual([{ exam: { code: 'SAA-C03', day: '2027-01-12' } }]);
  });
  test('that is not among them stays chosen', async () => {
    await draw({ exam: { code: 'OLD-C01', day: null } });
    expect(menu('Exam').value).toBe('OLD-C01');
  });
  test('a day is stored, explained and cleared', async () => {
    await draw();
    expect(text()).toContain('With a day, unseen and overdue cards are spread over the days until then');
    await press('Clear the exam day');
    expect(asked).toEqual([]);
    await enter(field('Exam day'), '2027-01-12');
    expect(asked).toEqual([{ exam: { code: 'DVA-C02', day: '2027-01-12' } }]);
    expect(text()).toContain('Until 12 Jan 2027, unseen and overdue DVA-C02 cards are spread');
    await press('Clear the exam day');
    expect(asked.at(-1)).toEqual({ exam: { code: 'DVA-C02', day: null } });
    expect(field('Exam day').value).toBe('');
  });
  test('a day before today is refused when the field is left, not while a year is typed', async () => {
    await draw({ exam: { code: 'DVA-C02', day: '2027-01-12' } });
    await enter(field('Exam day'), '0002-01-12');
    expect([asked, fault()]).toEqual([[], '']);
    await blur(field('Exam day'));
    expect([asked, fault()]).toEqual([[], 'From 21 Nov 2026 on. 12 Jan 2027 stays in force.']);
    await enter(field('Exam day'), '2027-02-12');
    expect(fault()).toBe('');
  });
  test('a stored day that is past is told, not refused', async () => {
    await draw({ exam: { code: 'DVA-C02', day: '2026-11-02' } });
    await blur(field('Exam day'));
    expect(fault()).toBe('');
    expect(text()).toContain('2 Nov 2026 is past');
    await draw({ exam: { code: 'DVA-C02', day: '2026-11-21' } });
    expect(text()).toContain('21 Nov 2026 is today');
  });
});

describe('what is not stored', () => {
  test('is told and taken back where another value came back', async () => {
    stores = () => Promise.resolve(defaultSettings);
    await draw();
    await enter(field('New cards a day'), '20');
    expect(text(one('.alert'))).toContain('The change was not saved');
    expect(field('New cards a day').value).toBe('15');
    expect(text(one('.saved'))).toBe('');
  });
  test('is told where nothing came back', async () => {
    stores = () => Promise.reject(new Error('gone'));
    await draw();
    await press('Monday');
    expect(text(one('.alert'))).toContain('Sidecar did not answer');
    expect(button('Monday').getAttribute('aria-pressed')).toBe('false');
  });
});
