import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInline, type Inline } from '../../src/knowledge/inline-markdown.ts';

const text = (content: string): Inline => ({ kind: 'text', text: content });
const code = (content: string): Inline => ({ kind: 'code', text: content });
const em = (content: string): Inline => ({ kind: 'em', text: content });
const strong = (...pieces: Inline[]): Inline => ({ kind: 'strong', pieces });

test.each<[line: string, pieces: Inline[]]>([
  ['', []],
  ['Nothing special', [text('Nothing special')]],
  [
    'The action is `sts:AssumeRole`. It ties to **one** pool, *never* two.',
    [
      text('The action is '),
      code('sts:AssumeRole'),
      text('. It ties to '),
      strong(text('one')),
      text(' pool, '),
      em('never'),
      text(' two.'),
    ],
  ],
  [
    '**Set `ReservedConcurrency`** first',
    [strong(text('Set '), code('ReservedConcurrency')), text(' first')],
  ],
  ['`*` and `?` are wildcards', [code('*'), text(' and '), code('?'), text(' are wildcards')]],
  ['`a ** b` and **c**', [code('a ** b'), text(' and '), strong(text('c'))]],
  ['*', [text('*')]],
  ['**', [text('**')]],
  ['``', [text('``')]],
  ['2 * 3 = 6', [text('2 * 3 = 6')]],
  ['an open `mark and an open **one', [text('an open `mark and an open **one')]],
  ['<b>&amp;', [text('<b>&amp;')]],
])('%s', (line, pieces) => {
  expect(readInline(line)).toEqual(pieces);
});

const written = (piece: Inline): string => {
  const marks = { text: '', code: '`', em: '*', strong: '**' }[piece.kind];
  const content = piece.kind === 'strong' ? piece.pieces.map(written).join('') : piece.text;
  return marks + content + marks;
};

test('nothing but the marks is taken from any line', () => {
  const sign = fc.constantFrom('*', '**', '`', 'a', ' ', '<', '\n');
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      expect(readInline(signs.join('')).map(written).join('')).toBe(signs.join(''));
    }),
    { numRuns: 1000 },
  );
});
