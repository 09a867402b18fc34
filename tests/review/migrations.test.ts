import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../../src/review/backup.ts';
import { migrate, migrations, newestVersion, type Migrations } from '../../src/review/migrations.ts';

describe('steps', () => {
  const steps: Migrations = [
    (old) => ({ ...(old as object), colour: 'red' }),
    (old) => {
      const { colour, ...rest } = old as { colour: string };
      return { ...rest, colours: [colour] };
    },
  ];

  test.each([
    [1, { id: 'a' }, { id: 'a', colours: ['red'] }],
    [2, { id: 'a', colour: 'blue' }, { id: 'a', colours: ['blue'] }],
    [3, { id: 'a', colours: [] }, { id: 'a', colours: [] }],
  ])('lead from version %d to the newest', (version, old, now) => {
    const before = structuredClone(old);
    expect(migrate(version, old, steps)).toEqual(now);
    expect(old).toEqual(before);
    expect(newestVersion(steps)).toBe(3);
  });

  test.each([0, 4, -1, 1.5, NaN])('there is no version %d', (version) => {
    expect(() => migrate(version, {}, steps)).toThrow(
      `nothing stored has version ${version}: there are 1 to 3`,
    );
  });
});

describe('every version ever stored', () => {
  const folder = join(import.meta.dirname, 'stored');
  const read = (version: number) => readFileSync(join(folder, `version-${version}.json`), 'utf8');
  const versions = Array.from({ length: newestVersion() }, (_, at) => at + 1);

  test('has one file, and there are no others', () => {
    expect(globSync('*', { cwd: folder }).toSorted()).toEqual(
      versions.map((version) => `version-${version}.json`).toSorted(),
    );
    expect(newestVersion()).toBe(migrations.length + 1);
  });

  test.each(versions)('version %d is read without loss', async (version) => {
    const file = JSON.parse(read(version)) as {
      version: number;
      made: number;
      data: Record<string, unknown[]>;
    };
    expect(file.version).toBe(version);
    const result = await readBackup(read(version));
    expect(result).toMatchObject({ made: file.made });
    if ('refused' in result) return;
    const { states, log, chosen, settings } = result.stored;
    expect(states.map(({ id }) => id)).toEqual((file.data.states as { id: string }[]).map(({ id }) => id));
    expect(log.map(({ id, card, at, isUndone }) => ({ id, card, at, isUndone }))).toMatchObject(
      (file.data.log as { id: string; card: string; at: number; isUndone: boolean }[]).map(
        ({ id, card, at, isUndone }) => ({ id, card, at, isUndone }),
      ),
    );
    expect(new Set(states.map(({ phase }) => phase))).toEqual(
      new Set(['new', 'learning', 'review', 'relearning']),
    );
    expect(log.filter(({ isUndone }) => isUndone)).toHaveLength(2);
    expect(chosen).toMatchObject({ sets: ['lambda', 'sqs/create-queue'], facts: ['dynamodb/item-size'] });
    expect(settings).toMatchObject({ retention: 0.92, dayStartsAt: 3, restDays: [0] });
  });

  test('the newest is read as it is', async () => {
    const file = JSON.parse(read(newestVersion())) as { made: number; data: unknown };
    expect(await readBackup(read(newestVersion()))).toEqual({ stored: file.data, made: file.made });
  });
});
