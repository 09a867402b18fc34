/** Looks at a value. @returns what is wrong with it and where, or null */
export type Shape = (value: unknown, path: string) => string | null;

/** Whether a value is a JSON record: not null, not a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const longestShown = 40;

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a record';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** @param be what the value must be, as the sentence goes on after “must be” */
export const must =
  (be: string, is: (value: unknown) => boolean): Shape =>
  (value, path) =>
    is(value) ? null : `${path} must be ${be}, but is ${shown(value)}`;

const firstFault = <Item>(items: Iterable<Item>, faultIn: (item: Item, at: number) => string | null) => {
  let at = 0;
  for (const item of items) {
    const fault = faultIn(item, at);
    if (fault) return fault;
    at += 1;
  }
  return null;
};

/** A shape for every field of a type: the compiler tells which are missing. */
export type Fields<Type> = { [Field in keyof Type]-?: Shape };

/** A record of these fields and no others: what is unknown would be lost. */
export const record = (fields: Record<string, Shape>): Shape => {
  const shapes = Object.entries(fields);
  return (value, path) => {
    if (!isRecord(value)) return `${path} must be a record, but is ${shown(value)}`;
    const unknown = Object.keys(value).find((field) => !Object.hasOwn(fields, field));
    if (unknown !== undefined) return `${path} has the unknown field ${shown(unknown)}`;
    return firstFault(shapes, ([field, shape]) => shape(value[field], `${path}.${field}`));
  };
};

/** A list, however long, of one shape. */
export const list =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? firstFault(value as unknown[], (item, at) => shape(item, `${path}[${at}]`))
      : `${path} must be a list, but is ${shown(value)}`;

/** The shape, or null. */
export const orNull =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? null : shape(value, path);

/** One of a few JSON values. */
export const oneOf = (...values: unknown[]): Shape =>
  must(values.map((value) => JSON.stringify(value)).join(' or '), (value) => values.includes(value));

/** A number between two, both included. */
export const within = (least: number, most: number): Shape =>
  must(
    `a number from ${least} to ${most}`,
    (value) => typeof value === 'number' && value >= least && value <= most,
  );

/** A whole number between two, both included; the second may be Infinity. */
export const whole = (least: number, most: number): Shape =>
  must(
    most === Infinity ? `a whole number of ${least} or more` : `a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  );
