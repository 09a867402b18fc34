/**
 * What a unit measures: `s` time in seconds, `b` size in bytes, `b/s` and `bit/s` throughput. The factors are all the
 * ways in which one of the unit is read, the usual one first: MB is a power of two or of ten, a month 30 days or a
 * twelfth of a year.
 */
export interface Measure {
  of: 's' | 'b' | 'b/s' | 'bit/s';
  factors: number[];
}

/** Seconds in a unit of time. */
const seconds: Record<string, number[]> = {
  µs: [1e-6],
  microsecond: [1e-6],
  ms: [0.001],
  millisecond: [0.001],
  s: [1],
  sec: [1],
  second: [1],
  min: [60],
  minute: [60],
  h: [3600],
  hr: [3600],
  hour: [3600],
  d: [86_400],
  day: [86_400],
  week: [604_800],
  month: [2_592_000, 2_628_000],
  year: [31_536_000],
};

const prefixes = ['', 'k', 'm', 'g', 't', 'p'];

/** Notes and people mix the powers of ten and of two. */
const powers = (power: number): number[] => (power ? [1024 ** power, 1000 ** power] : [1]);

/** Bytes in a unit of size. */
const bytes: Record<string, number[]> = Object.fromEntries(
  prefixes.flatMap((prefix, power) =>
    (prefix ? [`${prefix}b`, `${prefix}ib`] : ['b', 'byte']).map((unit) => [unit, powers(power)]),
  ),
);

const factorsIn = (table: Record<string, number[]>, unit: string): number[] | undefined =>
  [unit, unit.replace(/s$/, '')].filter((name) => Object.hasOwn(table, name)).map((name) => table[name])[0];

const THROUGHPUT = /^([kmgtp]?)i?(bits?|bytes?|b)(?:ps| ?\/ ?s(?:ec|econd)?| per second)$/i;

/** `Mbps` are bits, `MBps` bytes; in small or capital letters alone both may be meant. */
function throughput(unit: string): Measure[] {
  const [, prefix = '', base = ''] = THROUGHPUT.exec(unit) ?? [];
  if (!base) return [];
  const letters = unit.replace(/ ?\/.*| per second$/, '');
  const isCaseless = letters === letters.toLowerCase() || letters === letters.toUpperCase();
  const isBits = base.length > 1 ? /^bit/i.test(base) : base === 'b';
  const factors = powers(prefixes.indexOf(prefix.toLowerCase()));
  const read: Measure[] = [
    { of: 'b/s', factors },
    { of: 'bit/s', factors },
  ];
  const isOpen = base.length === 1 && isCaseless && /ps$/i.test(unit);
  return read.filter(({ of }) => isOpen || of === (isBits ? 'bit/s' : 'b/s'));
}

/**
 * What a written unit may measure: `minutes`, `GiB`, `MB per second`.
 * @returns nothing for units that only count (`requests`); two measures for `mbps`, which is bits or bytes
 */
export function measuresOf(unit: string): Measure[] {
  const name = unit.trim().toLowerCase();
  const time = factorsIn(seconds, name);
  if (time) return [{ of: 's', factors: time }];
  const size = factorsIn(bytes, name);
  return size ? [{ of: 'b', factors: size }] : throughput(unit.trim());
}

/** Words and letters that multiply the number before them: `5k`, `25 million`. */
export const multiples: Record<string, number> = {
  k: 1000,
  thousand: 1000,
  m: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  billion: 1_000_000_000,
};

/** One way to understand what was written: a number, or a range with its lower end, in a unit. */
export interface Amount {
  from?: number;
  to: number;
  unit: string;
  /** Unit of the lower end where that has its own. */
  fromUnit?: string;
}

const NUMBER = String.raw`-?(?:\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.,]\d+)(?!\d)`;
/** Digits stand in a unit only as in `UTF-8 characters`, `(/8)`, `per 10 seconds`: 1 h 30 min are two amounts. */
const UNIT = String.raw`[\p{L}µ%](?:[\p{L}µ%/@()_, -]|(?<=[-/]\d*)\d|(?<=\b(?:per|in|rolling) [\d,]*)\d)*?`;
const SINGLE = new RegExp(String.raw`^(${NUMBER}) ?(${UNIT})?$`, 'u');
const RANGE = new RegExp(
  String.raw`^(?:from |between )?(${NUMBER}) ?(${UNIT})? ?(?:-|\.\.+|\bto\b|\band\b) ?(${NUMBER}) ?(${UNIT})?$`,
  'u',
);
const LEAD =
  /^(?:(?:up to|at most|at least|no more than|max(?:imum)?|min(?:imum)?|about|around|approx|[<>≤≥=~≈])[ .:]*)+(?=[\d.,-])/i;
/** A longer text is no answer to a question about a number. */
const LONGEST = 120;

/**
 * Reads a number, or a range, with or without a unit: `15 min`, `1,000`, `5k`, `128 – 10,240 MB`, `10 percent`.
 * @returns every way to understand it (`1.000` is one or a thousand, `15m` minutes or millions); nothing where it is
 * not readable as an amount
 */
export function readAmounts(text: string): Amount[] {
  const clean = text
    .slice(0, LONGEST + 1)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]$/, '')
    .replace(LEAD, '');
  if (clean.length > LONGEST) return [];
  return [...readSingle(clean), ...readRange(clean)];
}

function readSingle(text: string): Amount[] {
  const [, number, unit = ''] = SINGLE.exec(text) ?? [];
  return number ? readEnd(number, unit).map((end) => ({ to: end.value, unit: end.unit })) : [];
}

function readRange(text: string): Amount[] {
  const [, low, lowUnit = '', high, highUnit = ''] = RANGE.exec(text) ?? [];
  if (!low || !high) return [];
  return readEnd(high, highUnit).flatMap((end) =>
    readEnd(low, lowUnit || highUnit).map((start) => ({
      from: start.value,
      fromUnit: start.unit,
      to: end.value,
      unit: end.unit,
    })),
  );
}

function readEnd(digits: string, written: string): { value: number; unit: string }[] {
  const unit = written.trim();
  const [first = '', ...rest] = unit.split(' ');
  const factor = Object.hasOwn(multiples, first.toLowerCase()) ? multiples[first.toLowerCase()] : undefined;
  return readNumber(digits).flatMap((value) => [
    { value, unit: unit === 'm' ? 'min' : unit },
    ...(factor ? [{ value: value * factor, unit: rest.join(' ') }] : []),
  ]);
}

/** Comma and point separate thousands or decimals, depending on where one went to school. */
function readNumber(written: string): number[] {
  const [sign, digits] = written.startsWith('-') ? [-1, written.slice(1)] : [1, written];
  const grouped = digits.replace(/(?<=\d)[ .,'’](?=\d{3}(?!\d))/g, '').replace(',', '.');
  const decimal = digits.replace(',', '.');
  const readings = [Number(grouped), Number(decimal)];
  // Nobody writes 1.000 for one.
  return [...new Set(Number.isInteger(readings[1]) ? readings.slice(0, 1) : readings)]
    .filter((value) => !Number.isNaN(value))
    .map((value) => sign * value);
}

/** Numbers that differ only by how a computer rounds. */
export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));

/**
 * Tells whether two numbers with units are the same: 15 minutes and 900 s, 256 KB and 262,144 bytes or 256,000.
 * @returns null where the units measure different things, or do not measure but count
 */
export function isSameQuantity(a: number, unitA: string, b: number, unitB: string): boolean | null {
  const pairs = measuresOf(unitA).flatMap((one) =>
    measuresOf(unitB).flatMap((other) =>
      one.of === other.of ? [[one.factors, other.factors] as const] : [],
    ),
  );
  if (!pairs.length) return null;
  return pairs.some(([factorsA, factorsB]) =>
    // Of one unit 1,000 and 1,024 stay two numbers.
    factorsA[0] === factorsB[0]
      ? isNear(a, b)
      : factorsA.some((x) => factorsB.some((y) => isNear(a * x, b * y))),
  );
}
