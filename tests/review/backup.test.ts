import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestBackup, readBackup, writeBackup } from '../../src/review/backup.ts';
import { defaultSettings, nothingChosen } from '../../src/review/state.ts';
import type { Stored } from '../../src/review/stored.ts';
import { sides } from './arbitrary-stored.ts';

const made = Date.parse('2026-11-21T09:30:00Z');
const empty: Stored = { chosen: nothingChosen, settings: defaultSettings, states: [], log: [] };
const real = readFileSync(join(import.meta.dirname, 'stored/version-1.json'), 'utf8');

interface File {
  format: string;
  version: number;
  made: number;
  checksum: string;
  data: Stored;
}
const fileOf = (text: string) => JSON.parse(text) as File;
/** A backup with another content and, as whoever forges one would do, a checksum that fits. */
function forged(data: unknown, frame: Partial<File> = {}): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.keys(value)
              .toSorted()
              .map((key) => [key, sorted((value as Record<string, unknown>)[key])]),
          )
        : value;
  const hash = createHash('sha256')
    .update(JSON.stringify(sorted(data)), 'utf8')
    .digest('hex');
  return JSON.stringify({ ...fileOf(real), checksum: `sha256:${hash}`, data, ...frame });
}
const refusal = async (text: string) => {
  const result = await readBackup(text);
  return 'refused' in result ? result.refused : `read: ${JSON.stringify(result).slice(0, 60)}`;
};

describe('written', () => {
  test('is one line of JSON with format, version, time and checksum before the data', async () => {
    const canonical =
      '{"chosen":{"facts":[],"sets":[],"version":1,"without":[]},"log":[],"settings":{"badge":true,"dayStartsAt":4,' +
      '"exam":{"code":"DVA-C02","day":null},"newPerDay":15,"perDay":60,"restDays":[],"retention":0.9,"version":1},' +
      '"states":[]}';
    expect(await writeBackup(empty, made)).toBe(
      `{"format":"sidecar-review","version":1,"made":${made},"checksum":"sha256:${createHash('sha256').update(canonical).digest('hex')}","data":${JSON.stringify(empty)}}`,
    );
  });

  test('is read again, whatever is stored', async () => {
    await fc.assert(
      fc.asyncProperty(sides, fc.nat(), async ([stored], time) => {
        expect(await readBackup(await writeBackup(stored, time))).toEqual({ stored, made: time });
      }),
    );
  });

  test('however it is laid out and its keys are ordered', async () => {
    const { data, ...frame } = fileOf(real);
    const turned = Object.fromEntries(Object.entries(data).toReversed());
    const text = `\uFEFF\n${JSON.stringify({ data: turned, ...frame }, null, '\t')}\r\n`;
    expect(await readBackup(text)).toEqual({ stored: data, made: frame.made });
  });

  test('the checksum is that of other programs', async () => {
    expect(await readBackup(forged(fileOf(real).data))).toEqual(await readBackup(real));
  });
});

describe('refused', () => {
  const line = JSON.stringify(fileOf(real));

  test.each<[name: string, text: string, sentence: string | RegExp]>([
    ['an empty file', '', /^This file is empty\./],
    ['blanks', ' \n\uFEFF\t', /^This file is empty\./],
    [
      'a file cut off within a text',
      line.slice(0, 200),
      'This file stops in the middle, after 200 characters: it was not completely written or downloaded. Take another copy of the file or an older backup.',
    ],
    [
      'a file cut off after a record',
      line.slice(0, line.indexOf('}') + 1),
      /^This file stops in the middle, after /,
    ],
    ['a file cut off at its last sign', line.slice(0, -1), `stops in the middle, after ${line.length - 1} `],
    ['a file cut off within an escape', '{"format":"sidecar-review\\', 'stops in the middle, after 26 '],
    [
      'a file with a hole',
      line.replace('"version":1', '"version":'),
      /^This file is damaged: it is no longer JSON\./,
    ],
    ['a file with a hole between texts of brackets', '{"a":"{[\\"{","b":}', /^This file is damaged/],
    [
      'a file cut off after a text of brackets',
      '{"a":"\\"}","b',
      /^This file stops in the middle, after 13 /,
    ],
    [
      'a web page',
      '<!doctype html><title>Sign in</title>',
      /^This is not a Sidecar backup: it is not JSON\. Choose/,
    ],
    ['an Anki file', '#separator:tab\n#html:true\n', /^This is not a Sidecar backup: it is not JSON\./],
    [
      'other JSON',
      '{"format":"other","data":{}}',
      /^This is JSON, but not a Sidecar backup: its "format" is not/,
    ],
    ['a list', '[1,2]', /^This is JSON, but not a Sidecar backup/],
    ['null', 'null', /^This is JSON, but not a Sidecar backup/],
    ['a number', '12', /^This is JSON, but not a Sidecar backup/],
    [
      'a newer version',
      JSON.stringify({ ...fileOf(real), version: 2, checksum: 'blake3:0', data: 'packed' }),
      'This backup was made by a newer Sidecar (version 2 of the file; this one reads up to 1). Update Sidecar, then import it again.',
    ],
    [
      'no version',
      JSON.stringify({ ...fileOf(real), version: undefined }),
      '"version" must be a whole number',
    ],
    ['version 0', JSON.stringify({ ...fileOf(real), version: 0 }), '"version" must be a whole number'],
    ['a wrong time', JSON.stringify({ ...fileOf(real), made: 'today' }), '"made" must be a time'],
    ['no checksum', JSON.stringify({ ...fileOf(real), checksum: undefined }), 'its "checksum" is missing'],
    ['no data', JSON.stringify({ ...fileOf(real), data: undefined }), 'its "data" is missing'],
    [
      'a changed answer',
      line.replace('"grade":4', '"grade":3'),
      'This backup was changed after it was made, or damaged: its content does not fit its checksum. Take another copy of the file or an older backup.',
    ],
    [
      'a changed checksum',
      line.replace(/"sha256:./, (start) => `"sha256:${start.endsWith('0') ? 1 : 0}`),
      'its content does not fit its checksum',
    ],
    [
      'a wrong shape',
      forged({ ...fileOf(real).data, states: [{ id: 'lambda/a#question' }] }),
      'The content of this backup cannot be used: data.states[0].version must be a whole number of 0 or more, but is missing. It was not made by Sidecar, or by a faulty version: take an older backup.',
    ],
    ['a missing part', forged({}), 'cannot be used: data.chosen must be a record, but is missing.'],
    ['a part too many', forged({ ...fileOf(real).data, extra: 1 }), 'data has the unknown field "extra"'],
  ])('%s', async (_name, text, sentence) => {
    expect(await refusal(text)).toMatch(sentence);
  });

  test('a file over 100 MB, without reading it', async () => {
    expect(await refusal(' '.repeat(longestBackup + 1))).toBe(
      'This file has 101 MB; Sidecar reads backups of up to 100 MB. Choose a file that Sidecar exported.',
    );
    expect(await refusal(' '.repeat(longestBackup))).toMatch('is empty');
  });

  test('data nested too deeply to be looked at', async () => {
    const depth = 200_000;
    const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(
      await refusal(
        `{"format":"sidecar-review","version":1,"made":1,"checksum":"","data":{"states":${deep}}}`,
      ),
    ).toMatch(/damaged/);
  });

  test('every file that was cut off anywhere', async () => {
    const text = await writeBackup(fileOf(real).data, made);
    for (let length = 1; length < text.length; length += 7)
      expect(await refusal(text.slice(0, length))).toMatch(
        `This file stops in the middle, after ${text.slice(0, length).trimEnd().length} characters`,
      );
  });

  test('every file in which one sign was changed, unless it says the same', async () => {
    const text = await writeBackup(fileOf(real).data, made);
    const start = text.indexOf('"data"');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: text.length - 1 }),
        fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
        async (at, sign) => {
          const changed = text.slice(0, at) + sign + text.slice(at + 1);
          const result = await readBackup(changed);
          if (!('refused' in result)) expect(result.stored).toEqual(fileOf(real).data);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('anything else, and nothing is ever thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (text) => {
        expect(await readBackup(text)).toHaveProperty('refused');
      }),
      { numRuns: 500 },
    );
  });
});

describe('an earlier version', () => {
  const withBadge = (old: unknown) => {
    const { settings, ...rest } = old as Stored;
    return { ...rest, settings: { ...settings, badge: true } };
  };

  test('is brought to the newest shape after its own checksum was compared', async () => {
    const { settings, ...rest } = fileOf(real).data;
    const { badge: _badge, ...older } = settings;
    const text = forged({ ...rest, settings: older });
    expect(await refusal(text)).toMatch('data.settings.badge must be true or false, but is missing');
    expect(await readBackup(text, [withBadge])).toEqual({
      stored: { ...rest, settings: { ...older, badge: true } },
      made: fileOf(real).made,
    });
  });

  test('is not one to be brought there, if it has the newest version', async () => {
    const text = forged(fileOf(real).data, { version: 2 });
    expect(await readBackup(text, [withBadge])).toEqual(await readBackup(real));
    expect(await refusal(text)).toMatch('made by a newer Sidecar');
  });

  test('is refused where its step cannot read it', async () => {
    const failing = (old: unknown) => (old as { nothing: { here: string } }).nothing.here;
    expect(await readBackup(real, [failing])).toEqual({
      refused: expect.stringContaining('it does not have the shape of version 1') as string,
    });
  });
});
