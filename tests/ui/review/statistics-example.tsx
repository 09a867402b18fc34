import { expect } from 'vitest';
import type { Overview } from '../../../src/platform/review-requests.ts';
import { addDays } from '../../../src/review/day.ts';
import { Statistics, type StatisticsProps } from '../../../src/ui/parts/review/Statistics.tsx';
import { show } from './manage-tools.ts';

export const today = '2026-11-21';
/** 13 Jul to 21 Nov: nothing but some reviews on three days, one in each of the upper steps. */
export const counts: Record<string, number> = { '2026-07-13': 4, '2026-10-14': 1234, [today]: 10 };
export const weeks = Array.from({ length: 19 }, (_, week) =>
  Array.from({ length: 7 }, (__, place) => addDays('2026-07-13', week * 7 + place))
    .filter((day) => day <= today)
    .map((day) => ({ day, count: counts[day] ?? 0 })),
);
export const forecast = Array.from({ length: 30 }, (_, place) => ({
  day: addDays(today, place),
  count: place === 2 ? 14 : place === 20 ? 7 : 0,
}));
export const services = Array.from({ length: 10 }, (_, place) => ({
  service: `id-${place}`,
  name: `Service ${place}`,
  cards: 1200,
  seen: place * 100,
  mature: 0,
  recall: place ? 0.8 : null,
  strength: (place * 0.8) / 12,
}));
export const overview: Overview = {
  today,
  remembered: { share: 0.912, remembered: 1202, base: 1318 },
  streak: { now: 9, longest: 23 },
  dueToday: 12,
  timeNeeded: 'about 4 minutes',
  timeSpent: 11_520_000,
  weeks,
  forecast,
  exam: 'DVA-C02',
  domains: [
    { number: 1, title: 'Development', share: 32, cards: 1286, seen: 952, mature: 511 },
    { number: 2, title: 'Security', share: 26, cards: 604, seen: 0, mature: 0 },
  ],
  services,
};
export const unanswered: Overview = {
  ...overview,
  remembered: { share: null, remembered: 0, base: 0 },
  streak: { now: 0, longest: 0 },
  weeks: weeks.map((days) => days.map(({ day }) => ({ day, count: 0 }))),
  services: services.map((weak) => ({ ...weak, seen: 0, recall: null, strength: 0 })),
};

export const draw = (change: Partial<Overview> = {}, props: Partial<StatisticsProps> = {}) =>
  show(<Statistics overview={{ ...overview, ...change }} onBack={() => undefined} {...props} />);
export const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
export const words = (element: Element | null | undefined) =>
  element?.textContent?.replace(/[\s\u202F]+/g, ' ').trim() ?? '';
export const figure = (name: string) => words(all('.figure').find((one) => words(one).startsWith(name)));
/** The part of the view under a heading, found by the heading that names it. */
export function section(title: string): HTMLElement {
  const found = all('section').find(
    (one) => words(document.getElementById(one.getAttribute('aria-labelledby') ?? '')) === title,
  );
  return found ?? expect.unreachable(`no section ${title}`);
}
export const names = (title: string) =>
  [...section(title).querySelectorAll('[role="img"]')].map((one) =>
    one.getAttribute('aria-label')?.replaceAll('\u202F', ' '),
  );
export const rows = (title: string) =>
  [...section(title).querySelectorAll('tr')].map((row) => [...row.cells].map(words));
