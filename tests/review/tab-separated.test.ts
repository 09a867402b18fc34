import { expect, test } from 'vitest';
import { readTabSeparated } from '../../src/review/tab-separated.ts';

test.each<[text: string, rows: [line: number, ...cells: string[]][]]>([
  ['', []],
  ['\n\r\n\r', []],
  ['a', [[1, 'a']]],
  [
    'a\tb\nc\td\n',
    [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ],
  ],
  [
    'a\r\rb\r\nc',
    [
      [1, 'a'],
      [3, 'b'],
      [4, 'c'],
    ],
  ],
  ['\t\n', [[1, '', '']]],
  ['a\t', [[1, 'a', '']]],
  ['""', [[1, '']]],
  ['"a\tb"\t"c ""d"""\n', [[1, 'a\tb', 'c "d"']]],
  [
    '"two\r\nlines"\ta\nb\n',
    [
      [1, 'two\r\nlines', 'a'],
      [3, 'b'],
    ],
  ],
  ['"a"b\tc"d"\n', [[1, 'ab', 'c"d"']]],
  ['"#a"\n#b\n# c\n', [[1, '#a']]],
  ['"open ""\nfile\ta', [[1, 'open "\nfile\ta']]],
])('%j', (text, rows) => {
  const read = readTabSeparated(text);
  expect(read.rows.map(({ line, cells }) => [line, ...cells])).toEqual(rows);
  expect(read.rows.filter(({ isOpen }) => isOpen)).toHaveLength(text.startsWith('"open') ? 1 : 0);
});

test('comments before the first row are kept', () => {
  const { comments, rows } = readTabSeparated('#a:1\r\n#\n\n#b "2\na\n#c\n');
  expect(comments).toEqual(['a:1', '', 'b "2']);
  expect(rows.map(({ line }) => line)).toEqual([5]);
});
