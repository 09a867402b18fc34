import type { Adjustable, Formerly, Limit, Scope } from './catalog.ts';

/** One format for each locale: making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with its thousands separated and all its digits (eleven nines, prices per millisecond); other text as it is. */
function amount(value: number | string, locale: string): string {
  if (typeof value !== 'number') return value;
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 12 });
  formats.set(locale, format);
  return format.format(value);
}

/** Units are written in the plural; of one thing there is one: `1 minute`, `1 request per second`. */
function withUnit(text: string, unit = ''): string {
  const counted = text === '1' ? unit.replace(/^([a-z]{3,}[^s])s\b/, '$1') : unit;
  return counted.startsWith('%') ? `${text}${counted}` : `${text} ${counted}`.trim();
}

/**
 * The value as one meets it first: `1,000`, `128–10,240 MB`, `at least 1 minute`.
 * @param locale BCP 47 tag that decides how thousands are separated
 */
export function valueText({ value, minimum, maximum, unit }: Limit, locale = 'en-US'): string {
  if (value !== undefined) return withUnit(amount(value, locale), unit);
  if (minimum === undefined) return withUnit(amount(maximum ?? '', locale), unit);
  if (maximum === undefined) return `at least ${withUnit(amount(minimum, locale), unit)}`;
  return withUnit(`${amount(minimum, locale)}–${amount(maximum, locale)}`, unit);
}

/** The default with its unit, or null where there is none: `default 512 MB`. */
export function defaultText({ default: preset, unit }: Limit, locale = 'en-US'): string | null {
  if (preset === undefined) return null;
  return `default ${typeof preset === 'number' ? withUnit(amount(preset, locale), unit) : preset}`;
}

const scopes: Record<Scope, string> = {
  organization: 'per organization',
  account: 'per account',
  'account-and-region': 'per account and Region',
  region: 'per Region',
  zone: 'per Availability Zone',
  resource: '',
  request: '',
};

/** What the limit counts per: `per account and Region`, `per function`. */
export function scopeText({ scope, of }: Pick<Limit, 'scope' | 'of'>): string {
  return of ? `per ${of}` : scopes[scope];
}

/** What a number is: a limit that can be raised, one that cannot, or no limit at all but a price. */
export type LimitKind = Adjustable | 'price';

export const limitKind = ({ adjustable, unit = '' }: Pick<Limit, 'adjustable' | 'unit'>): LimitKind =>
  unit.startsWith('USD') ? 'price' : adjustable;

/** How each kind of limit is called. */
export const kindText: Record<LimitKind, string> = {
  yes: 'Adjustable',
  no: 'Hard limit',
  automatic: 'Raised automatically',
  price: 'Price',
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-08` as `Aug 2025`, a year as it is. */
export function monthText(until: string): string {
  const [year = '', month] = until.split('-');
  return month ? `${months[Number(month) - 1]} ${year}` : year;
}

/** `2026-11-21` as `21 Nov 2026`. */
export function dayText(day: string): string {
  const [year, month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}

/** The pair of an old and a new value, as it is read aloud and copied. */
export function formerlyText({ said, until }: Pick<Formerly, 'said' | 'until'>, now: string): string {
  return `Exam material may say ${said}${until ? `, until ${monthText(until)}` : ''}. Documented today: ${now}.`;
}
