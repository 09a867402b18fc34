import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, dayOf, daysBetween, dayStart, weekdayOf } from '../../src/review/day.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
];
const rule = (zone: string, dayStartsAt = 4) => ({ zone, dayStartsAt });
const iso = (at: number) => new Date(at).toISOString().slice(0, 16);

describe('the day at a time', () => {
  test.each([
    ['2026-11-21T02:59:59Z', 'Europe/Berlin', 4, '2026-11-20'],
    ['2026-11-21T03:00:00Z', 'Europe/Berlin', 4, '2026-11-21'],
    ['2026-11-20T23:30:00Z', 'Europe/Berlin', 0, '2026-11-21'],
    ['2026-11-21T08:59:59Z', 'America/New_York', 4, '2026-11-20'],
    ['2026-11-21T09:00:00Z', 'America/New_York', 4, '2026-11-21'],
    ['2026-11-20T22:30:00Z', 'Asia/Kolkata', 4, '2026-11-21'],
    ['2026-11-20T22:29:59Z', 'Asia/Kolkata', 4, '2026-11-20'],
    ['2026-11-20T14:59:59Z', 'Pacific/Auckland', 4, '2026-11-20'],
    ['2026-11-20T15:00:00Z', 'Pacific/Auckland', 4, '2026-11-21'],
    ['2026-11-21T22:59:59Z', 'UTC', 23, '2026-11-20'],
    ['2026-11-21T23:00:00Z', 'UTC', 23, '2026-11-21'],
    // The last second before Samoa crossed the date line, and the first after it.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', 0, '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', 0, '2011-12-31'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', 4, '2011-12-29'],
    ['2011-12-30T14:00:00Z', 'Pacific/Apia', 4, '2011-12-31'],
  ])('%s in %s, from %i o’clock, is %s', (at, zone, dayStartsAt, day) => {
    expect(dayOf(Date.parse(at), rule(zone, dayStartsAt))).toBe(day);
  });
});

describe('the start of a day', () => {
  test.each([
    ['2026-03-28', 'Europe/Berlin', 4, '2026-03-28T03:00'],
    ['2026-03-29', 'Europe/Berlin', 4, '2026-03-29T02:00'],
    ['2026-10-24', 'Europe/Berlin', 4, '2026-10-24T02:00'],
    ['2026-10-25', 'Europe/Berlin', 4, '2026-10-25T03:00'],
    ['2026-03-08', 'America/New_York', 4, '2026-03-08T08:00'],
    ['2026-11-01', 'America/New_York', 4, '2026-11-01T09:00'],
    ['2026-11-21', 'Asia/Kolkata', 4, '2026-11-20T22:30'],
    ['2026-09-27', 'Pacific/Auckland', 4, '2026-09-26T15:00'],
    ['2026-04-05', 'Pacific/Auckland', 4, '2026-04-04T16:00'],
  ])('%s in %s at %i is %s UTC', (day, zone, dayStartsAt, start) => {
    expect(iso(dayStart(day, rule(zone, dayStartsAt)))).toBe(start);
  });

  test.each([
    ['2026-03-29', 'Europe/Berlin', 2, '2026-03-29T01:00'],
    ['2026-03-08', 'America/New_York', 2, '2026-03-08T07:00'],
    ['2026-10-04', 'Australia/Lord_Howe', 2, '2026-10-03T15:30'],
    ['2018-11-04', 'America/Sao_Paulo', 0, '2018-11-04T03:00'],
    ['2026-03-08', 'America/Havana', 0, '2026-03-08T05:00'],
    ['2011-12-30', 'Pacific/Apia', 0, '2011-12-30T10:00'],
    ['2011-12-30', 'Pacific/Apia', 4, '2011-12-30T10:00'],
  ])('%s in %s has no %i o’clock and starts after the jump, %s UTC', (day, zone, dayStartsAt, start) => {
    const at = dayStart(day, rule(zone, dayStartsAt));
    expect(iso(at)).toBe(start);
    expect(at % 1000).toBe(0);
  });

  test.each([
    ['2026-10-25', 'Europe/Berlin', 2, '2026-10-25T00:00'],
    ['2026-11-01', 'America/New_York', 1, '2026-11-01T05:00'],
    ['2018-02-17', 'America/Sao_Paulo', 23, '2018-02-18T01:00'],
    ['2026-11-01', 'America/Havana', 0, '2026-11-01T04:00'],
  ])('%s in %s has %i o’clock twice and starts at the first, %s UTC', (day, zone, dayStartsAt, start) => {
    expect(iso(dayStart(day, rule(zone, dayStartsAt)))).toBe(start);
  });

  test('a clock that goes back over midnight does not bring yesterday back', () => {
    // Until 2011 the clocks of St. John’s went from 0:01 to 23:01 of the day before.
    const midnight = dayStart('2010-11-07', rule('America/St_Johns', 0));
    expect(iso(midnight)).toBe('2010-11-07T02:30');
    for (const minutes of [0, 1, 30, 60, 61])
      expect(dayOf(midnight + minutes * 60_000, rule('America/St_Johns', 0))).toBe('2010-11-07');
  });
});

describe('days as they are written', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-11-21', 365, '2027-11-21'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });
  test.each([
    ['2026-11-21', 6],
    ['2026-11-22', 0],
    ['2026-11-23', 1],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });
});

test('an unknown zone is refused by its name', () => {
  expect(() => dayOf(0, rule('Mars/Base'))).toThrow(new RangeError('Not a time zone: Mars/Base'));
});

describe('wherever and whenever', () => {
  const time = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) });
  const anyRule = fc.record({
    zone: fc.constantFrom(...zones),
    dayStartsAt: fc.integer({ min: 0, max: 23 }),
  });

  test('a time lies within its day', () => {
    fc.assert(
      fc.property(time, anyRule, (at, where) => {
        const day = dayOf(at, where);
        expect(dayStart(day, where)).toBeLessThanOrEqual(at);
        expect(dayStart(addDays(day, 1), where)).toBeGreaterThan(at);
        expect(dayNumber(at, where)).toBe(daysBetween('1970-01-01', day));
      }),
      { numRuns: 2000 },
    );
  });

  test('a later time is never on an earlier day', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 3 * 86_400_000 }), anyRule, (at, later, where) => {
        expect(dayNumber(at + later, where)).toBeGreaterThanOrEqual(dayNumber(at, where));
      }),
      { numRuns: 1000 },
    );
  });

  test('it agrees with the clock on the wall', () => {
    fc.assert(
      fc.property(time, fc.constantFrom(...zones), (at, zone) => {
        const shown = (when: number) =>
          new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'medium',
          }).format(when);
        const [day = '', clock = ''] = shown(at).split(' ');
        const expected = clock < '04:00:00' ? addDays(day, -1) : day;
        fc.pre(zone !== 'Pacific/Apia' || Math.abs(at - Date.UTC(2011, 11, 30)) > 3 * 86_400_000);
        expect(dayOf(at, rule(zone))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('travelling moves the day no further than the zones are apart', () => {
    fc.assert(
      fc.property(time, anyRule, fc.constantFrom(...zones), (at, from, zone) => {
        const moved = dayNumber(at, { ...from, zone }) - dayNumber(at, from);
        // From Apia as it was until 2011 to Kiritimati it is 25 hours.
        expect(Math.abs(moved)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});

test('a log of twenty thousand answers is put into days in a moment', () => {
  const berlin = rule('Europe/Berlin');
  const first = Date.UTC(2024, 0);
  const times = Array.from({ length: 20_000 }, (_, at) => first + at * 3_600_000);
  const started = performance.now();
  const days = new Set(times.map((at) => dayOf(at, berlin)));
  // About 25 ms here, most of it the first question to Intl.
  expect(performance.now() - started).toBeLessThan(250);
  expect(days.size).toBe(835);
});
