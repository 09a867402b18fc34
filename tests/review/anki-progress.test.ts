import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ankiProgress, readAnkiText } from '../../src/review/anki-progress.ts';

/** What Anki's dialog lets one tick. */
interface Ticked {
  guid?: boolean;
  notetype?: boolean;
  deck?: boolean;
  tags?: boolean;
}
interface Note {
  guid: string;
  deck: string;
  fields: string[];
  tags: string[];
}

const quoted = (cell: string) => (/["\t\r\n]|^#/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * “Notes in Plain Text” as Anki writes it (rslib/src/import_export/text/csv/export.rs).
 * @param isEarly whether columns are counted as the first versions did, too low where one is left out
 */
function exported(notes: Note[], ticked: Ticked, isEarly = false): string {
  const fields = Math.max(0, ...notes.map((note) => note.fields.length));
  const guid = ticked.guid ? 1 : undefined;
  const notetype = ticked.notetype ? 1 + (guid ?? 0) : undefined;
  const deck = ticked.deck ? 1 + (notetype ?? (isEarly ? 0 : (guid ?? 0))) : undefined;
  const tags = ticked.tags ? 1 + (deck ?? (isEarly ? 0 : (notetype ?? guid ?? 0))) + fields : undefined;
  const columns = Object.entries({ guid, notetype, deck, tags }).flatMap(([name, at]) =>
    at === undefined ? [] : [`#${name} column:${at}`],
  );
  const rows = notes.map((note) =>
    [
      ...(ticked.guid ? [note.guid] : []),
      ...(ticked.notetype ? ['Basic'] : []),
      ...(ticked.deck ? [note.deck] : []),
      ...Array.from({ length: fields }, (_, at) => note.fields[at] ?? ''),
      ...(ticked.tags ? [note.tags.join(' ')] : []),
    ]
      .map(quoted)
      .join('\t'),
  );
  return `${['#separator:tab', '#html:true', ...columns, ...rows].join('\n')}\n`;
}

const ours: Note = {
  guid: 'sidecar:lambda/cold-start#question',
  deck: 'Sidecar::Lambda::Concurrency',
  fields: ['What cures <b>cold starts</b>?', 'Provisioned "concurrency"\n<div>\tnot reserved</div>'],
  tags: ['leech', 'marked', 'sidecar::service::Lambda'],
};
const theirs: Note = { guid: '#Q/:"x', deck: 'French', fields: ['#un', 'one', 'extra'], tags: [] };
const both = { guid: true, tags: true };

describe('an export of notes', () => {
  test('as Anki writes it', () => {
    const text =
      '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n' +
      'sidecar:lambda/cold-start#question\tBasic\tSidecar::Lambda::Concurrency\tWhat cures it?\t"Provisioned ""concurrency"""\tleech sidecar::service::Lambda\n' +
      '"#x"\tBasic\tFrench\tun\tone\t\n';
    expect(readAnkiText(text)).toEqual({
      notes: [
        { guid: 'sidecar:lambda/cold-start#question', tags: ['leech', 'sidecar::service::Lambda'] },
        { guid: '#x', tags: [] },
      ],
      problems: [],
    });
  });

  test.each<[Ticked, isEarly: boolean]>(
    [
      both,
      { ...both, deck: true },
      { ...both, notetype: true },
      { ...both, deck: true, notetype: true },
    ].flatMap((ticked): [Ticked, boolean][] => [
      [ticked, false],
      [ticked, true],
    ]),
  )('with %j ticked, early version %s', (ticked, isEarly) => {
    expect(readAnkiText(exported([ours, theirs], ticked, isEarly))).toEqual({
      notes: [
        { guid: ours.guid, tags: ours.tags },
        { guid: theirs.guid, tags: [] },
      ],
      problems: [],
    });
  });

  test('with the line ends and first sign of Windows', () => {
    const text = `\uFEFF${exported([ours], both).replaceAll('\n', '\r\n')}`;
    expect(readAnkiText(text)).toEqual({ notes: [{ guid: ours.guid, tags: ours.tags }], problems: [] });
  });

  test('of any notes', () => {
    const wild = fc
      .array(fc.constantFrom('"', '""', '\t', '\n', '\r\n', '#', 'a', ' ', '<br>', ':'))
      .map((signs) => signs.join(''));
    const guid = wild.filter(Boolean);
    const tag = fc.constantFrom('leech', 'marked', '"quoted"', '#x', 'a::b');
    const note = fc.record({
      guid,
      deck: wild,
      fields: fc.array(wild, { minLength: 1, maxLength: 3 }),
      tags: fc.array(tag),
    });
    const ticked = fc.record({
      guid: fc.constant(true),
      tags: fc.constant(true),
      deck: fc.boolean(),
      notetype: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 5 }), ticked, fc.boolean(), (notes, chosen, isEarly) => {
        expect(readAnkiText(exported(notes, chosen, isEarly))).toEqual({
          notes: notes.map(({ guid: id, tags }) => ({ guid: id, tags })),
          problems: [],
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('what cannot be read is said', () => {
  const head = '#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n';
  test.each<[name: string, text: string, kept: number, problems: [line: number, reason: string][]]>([
    ['an empty file', '', 0, [[1, 'This is not a text file exported by Anki']]],
    ['other text', 'question;answer\n#separator:tab\n', 0, [[1, 'This is not a text file exported by Anki']]],
    [
      'another separator',
      '#separator:comma\n#guid column:1\n',
      0,
      [[1, 'does not begin with “#separator:tab”']],
    ],
    [
      'cards in plain text',
      '#separator:tab\n#html:true\nQuestion\tAnswer\n',
      0,
      [[1, 'tick “Include tags” and “Include unique identifier”']],
    ],
    ['no identifiers', exported([ours], { tags: true }), 0, [[1, 'its unique identifiers were left out']]],
    ['no tags', exported([ours], { guid: true }), 0, [[1, 'has no tags, so leeches cannot be told']]],
    [
      'a note without identifier',
      `${head}\tq\ta\tleech\nsidecar:x\tq\ta\t\n`,
      1,
      [[5, 'has no unique identifier']],
    ],
    ['a line that is no note', `${head}sidecar:x\tq\ta\t\n\nsidecar:y\tq\n`, 1, [[7, 'columns are missing']]],
    [
      'a line cut off before its tags',
      `${head}sidecar:x\tq\ta\t\nsidecar:y\tq\ta`,
      1,
      [[6, 'columns are missing']],
    ],
    ['only lines that are no notes', `${head}sidecar:x\tq\n`, 0, [[5, 'columns are missing']]],
    [
      'a file cut off within a quoted field',
      `${head}sidecar:x\tq\t"two\nlines"\t\nsidecar:y\t"two\nlin`,
      1,
      [[7, 'The file stops within this note']],
    ],
    ['a comment between notes', `${head}# "so\tto say\nsidecar:x\tq\ta\t\n#guid column:2\n`, 1, []],
  ])('%s', (_name, text, kept, problems) => {
    const result = readAnkiText(text);
    expect(result.notes).toHaveLength(kept);
    expect(result.problems.map(({ line }) => line)).toEqual(problems.map(([line]) => line));
    problems.forEach(([, reason], at) => expect(result.problems[at]?.reason).toContain(reason));
  });

  test('any text is read without throwing, and every row is a note or a problem', () => {
    const sign = fc.constantFrom('"', '\t', '\n', '\r', '#', 'a', ' ', ':', '\u0000');
    fc.assert(
      fc.property(fc.boolean(), fc.array(sign, { maxLength: 60 }), (hasHead, signs) => {
        const text = (hasHead ? head : '') + signs.join('');
        const { notes, problems } = readAnkiText(text);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of problems) expect(line >= 1 && line <= lines).toBe(true);
        expect(notes.every(({ guid }) => guid)).toBe(true);
        expect(notes.length + problems.length).toBeLessThanOrEqual(lines);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('progress', () => {
  const known = new Set([
    'lambda/cold-start#question',
    'lambda/size#value',
    'lambda/size#scope',
    'sts/now#question',
  ]);
  const renames = { 'iam/before': 'sts/now' };
  const note = (guid: string, ...tags: string[]) => ({ guid, tags });

  test.each([
    ['nothing', [], { facts: [], suspend: [], unknown: [], others: 0 }],
    [
      'cards of ours, leeches among them',
      [
        note('sidecar:lambda/cold-start#question', 'marked'),
        note('sidecar:lambda/size#value', 'sidecar::state::suspended', 'Leech'),
        note('sidecar:lambda/size#scope', 'leech-like', 'my::leech'),
      ],
      { facts: ['lambda/cold-start', 'lambda/size'], suspend: ['lambda/size#value'], unknown: [], others: 0 },
    ],
    [
      'a card under its old name',
      [note('sidecar:iam/before#question', 'leech'), note('sidecar:sts/now#question')],
      { facts: ['sts/now'], suspend: ['sts/now#question'], unknown: [], others: 0 },
    ],
    [
      'cards that are gone, and notes of others',
      [
        note('sidecar:lambda/gone#value', 'leech'),
        note('sidecar:'),
        note('lambda/size#value', 'leech'),
        note('Q/:x'),
      ],
      { facts: [], suspend: [], unknown: ['lambda/gone#value', ''], others: 2 },
    ],
  ])('%s', (_name, notes, progress) => {
    expect(ankiProgress(notes, known, renames)).toEqual(progress);
  });

  test('of what was read', () => {
    const { notes } = readAnkiText(exported([ours, theirs], { ...both, deck: true }));
    expect(ankiProgress(notes, known, renames)).toEqual({
      facts: ['lambda/cold-start'],
      suspend: ['lambda/cold-start#question'],
      unknown: [],
      others: 1,
    });
  });
});
