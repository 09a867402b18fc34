/** What leads everything stored from one version to the next. */
export type Migrations = readonly ((old: unknown) => unknown)[];

/**
 * The steps in their order: the first leads from version 1 to 2. A step never changes once it was released; each
 * comes with a file of its old version in tests/review/stored.
 */
export const migrations: Migrations = [];

/** The version to which steps lead: that of a backup file and of the database. */
export const newestVersion = (steps: Migrations = migrations): number => steps.length + 1;

/**
 * Brings everything stored to today's shape.
 * @param version that of `data`, from 1 on
 * @param data `Stored` as that version knew it
 * @param steps other steps, for tests
 * @returns the same content in the newest version; its shape is yet to be checked
 * @throws RangeError where there is no such version yet; whatever a step throws at data that is not of its version
 */
export function migrate(version: number, data: unknown, steps: Migrations = migrations): unknown {
  if (!Number.isInteger(version) || version < 1 || version > newestVersion(steps))
    throw new RangeError(`nothing stored has version ${version}: there are 1 to ${newestVersion(steps)}`);
  return steps.slice(version - 1).reduce((now, step) => step(now), data);
}
