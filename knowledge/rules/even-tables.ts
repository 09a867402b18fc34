import { withNote } from './example.ts';
import { allFacts, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

export const evenTables: Rule = {
  name: 'even-tables',
  reason: 'A table row with a cell too few or too many shifts values under the wrong heading.',
  check: (base) =>
    allFacts(base).flatMap(({ topic, path, note }) =>
      (note?.table?.rows ?? []).flatMap((row, at) => {
        const columns = note?.table?.columns.length ?? 0;
        const message = `the row has ${row.length} cells under ${columns} columns; make them equal`;
        return row.length === columns ? [] : [problemAt(topic, [...path, 'table', 'rows', at], message)];
      }),
    ),
  failing: [withNote({ table: { columns: ['A', 'B'], rows: [['1', '2', '3']] } })],
  passing: [withNote({ table: { columns: ['A', 'B'], rows: [['1', '2']] } })],
};
