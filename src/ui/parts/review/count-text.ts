import { dayText } from '../../../knowledge/limit-text.ts';

const numbers = new Intl.NumberFormat('en-US');

/** `5,900`. */
export const numberText = (count: number): string => numbers.format(count);

/** `1 card`, `5,900 cards`. */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : many}`;

const two = (part: number) => String(part).padStart(2, '0');

/** A time as the clock of this computer shows it: `21 Nov 2026, 14:05`. */
export function momentText(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${dayText(day)}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}
