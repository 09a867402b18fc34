// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { durationText, percentText } from '../../../src/ui/parts/review/chart-text.ts';
import { button, press, show, text } from './manage-tools.ts';
import {
  all,
  draw,
  forecast,
  names,
  section,
  services,
  unanswered,
  weeks,
  words,
} from './statistics-example.tsx';

afterEach(() => show(null));

describe('reviews per day', () => {
  test('are a picture with a sentence, and every day says its number', async () => {
    await draw();
    expect(names('Reviews per day')).toEqual([
      '1,248 reviews on 3 of 132 days since 13 Jul 2026, most on 14 Oct 2026 with 1,234.',
    ]);
    const days = [...section('Reviews per day').querySelectorAll<HTMLElement>('.heat-map .day')];
    expect(days).toHaveLength(132);
    expect(days[0]?.title).toBe('Mon 13 Jul 2026: 4 reviews');
    expect(days.at(-1)?.title).toBe('Sat 21 Nov 2026: 10 reviews');
    const named = all('.month').map((month) => [words(month), month.style.gridArea]);
    expect(named.map(([name]) => name)).toEqual(['Jul', 'Aug', 'Sep', 'Oct', 'Nov']);
    expect(named[1]?.[1]).toBe('8 / 5 / auto / span 5');
  });
  test.each([
    [0, 0],
    [1, 1],
    [4, 1],
    [5, 2],
    [9, 2],
    [10, 3],
    [19, 3],
    [20, 4],
    [500, 4],
  ])('%d reviews have colour %d', async (count, step) => {
    await draw({ weeks: [[{ day: '2026-11-16', count }]] });
    expect(all('.heat-map .day')[0]?.className).toBe(`day step-${step}`);
  });
  test('a first month of two weeks has no name: the next one stands there', async () => {
    await draw({ weeks: weeks.slice(1) });
    expect(all('.month').map(words)).toEqual(['Aug', 'Sep', 'Oct', 'Nov']);
  });
  test('none in 19 weeks', async () => {
    await draw({ weeks: unanswered.weeks });
    expect(names('Reviews per day')).toEqual(['No reviews since 13 Jul 2026.']);
  });
});

describe('what comes due', () => {
  const bars = () => all('.bar-day').map((bar) => bar.title);
  test('is 14 days, or 30', async () => {
    await draw();
    expect(names('Due in the next 14 days')).toEqual([
      '14 cards come due in the next 14 days, most on 23 Nov 2026 with 14.',
    ]);
    expect(bars()).toHaveLength(14);
    expect(bars()[2]).toBe('Mon 23 Nov 2026: 14 cards');
    expect(words(section('Due in the next 14 days'))).toMatch(/14 cards.*Today.*4 Dec$/);
    await press('Show 30 days');
    expect(bars()).toHaveLength(30);
    expect(words(section('Due in the next 30 days'))).toMatch(/21 cards.*Today.*20 Dec$/);
    await press('Show 14 days');
    expect(bars()).toHaveLength(14);
  });
  test('the highest bar is the whole height, and keeps its number where there is no room for all', async () => {
    await draw();
    const fills = all('.bar-fill').map((fill) => fill.style.getPropertyValue('--share'));
    expect(fills.slice(0, 4)).toEqual(['0', '0', '1', '0']);
    expect(all('.bar-day.peak').map(words)).toEqual(['14']);
  });
  test('nothing', async () => {
    await draw({ forecast: forecast.map(({ day }) => ({ day, count: 0 })) });
    expect(names('Due in the next 14 days')).toEqual(['No card comes due in the next 14 days.']);
    expect(all('.bar-fill').every((fill) => fill.style.getPropertyValue('--share') === '0')).toBe(true);
  });
});

describe('coverage', () => {
  test('shows weight, share seen and the mature part of each domain', async () => {
    await draw();
    const list = [...section('DVA-C02 coverage').querySelectorAll('li')];
    expect(list.map(words)).toEqual(['Development 32 % of exam74 %', 'Security 26 % of exam0 %']);
    expect(names('DVA-C02 coverage')).toEqual([
      '952 of 1,286 cards seen, 511 mature.',
      '0 of 604 cards seen, 0 mature.',
    ]);
    const [seen, mature] = [...(list[0]?.querySelectorAll<HTMLElement>('.share-bar > span') ?? [])].map(
      (part) => Number(part.style.getPropertyValue('--share')).toFixed(2),
    );
    expect([seen, mature]).toEqual(['0.74', '0.40']);
  });
  test('a domain without cards is at nothing; an exam without domains is left out', async () => {
    await draw({ domains: [{ number: 1, title: 'Empty', share: 100, cards: 0, seen: 0, mature: 0 }] });
    expect(words(section('DVA-C02 coverage').querySelector('li'))).toBe('Empty 100 % of exam0 %');
    await draw({ domains: [] });
    expect(text()).not.toContain('coverage');
  });
});

describe('weakest services', () => {
  const listed = () => [...section('Weakest services').querySelectorAll('li')].map(words);
  test('are eight until all are asked for', async () => {
    await draw();
    expect(listed()).toHaveLength(8);
    expect(listed()[1]).toBe('Service 1 1,200 cards7 %');
    expect(names('Weakest services').slice(0, 2)).toEqual([
      'None of 1,200 cards seen yet.',
      '100 of 1,200 cards seen; of these, 80 % would be known today.',
    ]);
    expect(button('Show all 10').getAttribute('aria-expanded')).toBe('false');
    await press('Show all 10');
    expect(listed()).toHaveLength(10);
    expect(button('Show the weakest 8').getAttribute('aria-expanded')).toBe('true');
  });
  test('eight are all: nothing more to show', async () => {
    await draw({ services: services.slice(0, 8) });
    expect(text()).not.toContain('Show all');
  });
  test('lead to the service, as charts and as tables', async () => {
    const gone: string[] = [];
    await draw({}, { onService: (id) => gone.push(id) });
    await press('Service 3');
    await press('Show as tables');
    await press('Service 4');
    expect(gone).toEqual(['id-3', 'id-4']);
  });
});

describe('words', () => {
  test.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.5, '50 %'],
    [0.9999, '99 %'],
    [1, '100 %'],
  ])('a share of %d', (share, said) => {
    expect(percentText(share).replaceAll('\u202F', ' ')).toBe(said);
  });
  test.each([
    [0, '0 min'],
    [20_000, 'less than 1 min'],
    [2_520_000, '42 min'],
    [7_200_000, '2 h'],
    [11_520_000, '3 h 12 min'],
  ])('%d milliseconds', (milliseconds, said) => {
    expect(durationText(milliseconds)).toBe(said);
  });
});
