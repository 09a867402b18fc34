// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { Done } from '../../../src/platform/review-requests.ts';
import { button, pending, press, settle, show, text } from './manage-tools.ts';
import {
  all,
  draw,
  figure,
  forecast,
  overview,
  rows,
  section,
  unanswered,
  weeks,
  words,
} from './statistics-example.tsx';

afterEach(() => show(null));

describe('figures', () => {
  test('have their base, the longest row and the time needed', async () => {
    await draw();
    expect(figure('Remembered')).toBe('Remembered91 %of 1,318, last 30 days');
    expect(figure('Days in a row')).toBe('Days in a row9longest 23');
    expect(figure('Due today')).toBe('Due today12about 4 minutes');
    expect(words(section('Time spent'))).toBe('Time spent3 h 12 min in the last 30 days');
  });
  test('say what is not known', async () => {
    await draw({ remembered: { share: null, remembered: 0, base: 0 }, timeNeeded: null });
    expect(figure('Remembered')).toBe('Remembered–Not known yetnothing repeated in 30 days');
    expect(figure('Due today')).toBe('Due today12');
  });
  test.each([
    [1, 'next: tomorrow'],
    [2, 'next: 23 Nov'],
    [0, 'none in 30 days'],
  ])('say when the next card comes: in %d days', async (inDays, said) => {
    const later = forecast.map(({ day }, place) => ({ day, count: place && place === inDays ? 3 : 0 }));
    await draw({ dueToday: 0, timeNeeded: null, forecast: later });
    expect(figure('Due today')).toBe(`Due today0${said}`);
  });
});

describe('as tables', () => {
  test('every picture is a table with a caption, and back', async () => {
    await draw();
    await press('Show as tables');
    expect(all('[role="img"]')).toEqual([]);
    expect(all('caption').map(words)).toEqual([
      'Reviews per day, a row for each week',
      'Cards due on each of the next 14 days',
      'Cards of each domain of DVA-C02',
      'Services, the weakest first',
    ]);
    expect(all('thead th').every((head) => head.getAttribute('scope') === 'col')).toBe(true);
    expect(all('tbody th').every((head) => head.getAttribute('scope') === 'row')).toBe(true);
    await press('Show as charts');
    expect(all('table')).toEqual([]);
  });
  test('hold the numbers of the charts', async () => {
    await draw();
    await press('Show as tables');
    const byWeek = rows('Reviews per day');
    expect(byWeek[0]).toEqual(['Week of', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    expect(byWeek[1]).toEqual(['13 Jul', '4', '0', '0', '0', '0', '0', '0']);
    expect(byWeek.at(-1)).toEqual(['16 Nov', '0', '0', '0', '0', '0', '10', 'to come']);
    expect(rows('Due in the next 14 days').slice(1, 4)).toEqual([
      ['Today, Sat 21 Nov 2026', '0'],
      ['Sun 22 Nov 2026', '0'],
      ['Mon 23 Nov 2026', '14'],
    ]);
    expect(rows('DVA-C02 coverage')[1]).toEqual(['Development', '32 %', '1,286', '952', '511']);
    expect(rows('Weakest services')[2]).toEqual(['Service 1', '1,200', '100', '7 %']);
    expect(rows('Weakest services')).toHaveLength(9);
  });
  test('keep the 30 days, and can change them', async () => {
    await draw();
    await press('Show 30 days');
    await press('Show as tables');
    expect(rows('Due in the next 30 days')).toHaveLength(31);
    await press('Show 14 days');
    expect(rows('Due in the next 14 days')).toHaveLength(15);
  });
  test('begin further up: the focus goes to the first of them', async () => {
    await draw();
    await press('Show as tables');
    expect(words(document.activeElement)).toBe('Reviews per day');
  });
});

describe('nothing answered yet', () => {
  test('says what will stand here, and leads back to the cards', async () => {
    let backs = 0;
    await draw(unanswered, {
      onBack: () => (backs += 1),
      onExportLog: () => Promise.resolve({ done: true }),
    });
    expect(text()).toMatch(/Statistics.*No answers yet.*how much you remember.*each domain of the exam/);
    expect(text()).not.toMatch(/Show as tables|Export|Reviews per day/);
    await press('Review 12 cards');
    await press('Review');
    expect(backs).toBe(2);
  });
  test.each([
    ['a day in a row long ago', { streak: { now: 0, longest: 1 } }],
    ['a card seen', { services: overview.services }],
    ['a review', { weeks }],
    ['a base', { remembered: overview.remembered }],
  ])('%s is an answer', async (_, change) => {
    await draw({ ...unanswered, ...change });
    expect(text()).toContain('Show as tables');
  });
  test('without anything due there is only the way back', async () => {
    await draw({ ...unanswered, dueToday: 0 });
    expect(button('Back to Review')).toBeTruthy();
  });
});

describe('the review log', () => {
  test('cannot be exported where nobody exports it', async () => {
    await draw();
    expect(text()).not.toContain('Export');
  });
  test('is exported once at a time, and a refusal says why', async () => {
    let asked = 0;
    const answer = pending<Done>();
    await draw({}, { onExportLog: () => ((asked += 1), answer.promise) });
    await press('Export review log');
    expect(button('Export review log').getAttribute('aria-disabled')).toBe('true');
    await press('Export review log');
    expect(asked).toBe(1);
    await settle(() => answer.answer({ refused: 'Storage is full.' }));
    expect(words(all('[role="alert"]')[0])).toBe('The review log was not exportedStorage is full.');
    expect(button('Export review log').getAttribute('aria-disabled')).toBeNull();
  });
});
