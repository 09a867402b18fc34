import { dayText, monthText } from '../../../knowledge/limit-text.ts';
import type { DayCount } from '../../../review/statistics.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Between a number and its sign: thin, and no place for a line break. */
const gap = '\u202F';

/** `74 %`. Only what is nothing or all says 0 or 100. */
export function percentText(share: number): string {
  if (share > 0 && share < 0.01) return `<${gap}1${gap}%`;
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}${gap}%`;
}

/** A part of something, 0 to 1; of nothing it is 0. */
export const shareOf = (part: number, whole: number): number => (whole ? part / whole : 0);

/** `2026-12-04` as `4 Dec`. */
export const shortDayText = (day: string): string => dayText(day).replace(/ \d+$/, '');

/** `2026-11-03` as `Nov`. */
export const shortMonthText = (day: string): string => monthText(day.slice(0, 7)).replace(/ \d+$/, '');

/** `2026-11-03` as `Tue 3 Nov 2026`. */
export const weekdayText = (day: string): string => `${weekdays[new Date(day).getUTCDay()]} ${dayText(day)}`;

/** Milliseconds as `42 min`, `3 h 12 min`. */
export function durationText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return milliseconds ? 'less than 1 min' : '0 min';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ');
}

/** All the counts together. */
export const sumOf = (days: DayCount[]): number => days.reduce((sum, { count }) => sum + count, 0);

/** The day with the most, the first of equals; null where there is nothing on any day. */
export const peakOf = (days: DayCount[]): DayCount | null =>
  days.reduce<DayCount | null>((most, day) => (day.count > (most?.count ?? 0) ? day : most), null);
