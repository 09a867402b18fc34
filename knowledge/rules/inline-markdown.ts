import { withLimit, withNote } from './example.ts';
import { allFacts, problemAt } from './facts.ts';
import type { Rule } from './rule.ts';

const withoutCode = (line: string) => line.replace(/`[^`]+`/g, '');

/** What is wrong with a line, or null. */
function objection(line: string): string | null {
  if (line !== line.trim() || /\s{2}|\n/.test(line))
    return 'has spaces at its ends, two in a row, or a line break; make it one clean line';
  const text = withoutCode(line);
  if (text.includes('`')) return 'opens a `code` mark without closing it';
  if (/<\/?[a-z]/i.test(text)) return 'holds HTML; put it into `code` or take it out';
  if (/\]\(|https?:/.test(text)) return 'holds a link; links belong under sources';
  if ((text.match(/\*\*/g) ?? []).length % 2) return 'opens **strong** without closing it';
  if ((text.replaceAll('**', '').match(/\*/g) ?? []).length % 2)
    return 'has a single *; close the emphasis or put the sign into `code`';
  return null;
}

export const inlineMarkdown: Rule = {
  name: 'inline-markdown',
  reason: 'Notes are shown as plain lines with **strong**, *emphasis* and `code` and nothing else.',
  check: (base) =>
    allFacts(base).flatMap(({ topic, path, note, limit }) => {
      const lines: [string | undefined, ...(string | number)[]][] = note
        ? [
            [note.title, 'title'],
            ...note.points.map((point, at): [string, string, number] => [point, 'points', at]),
            ...(note.table?.rows ?? []).flatMap((row, at) =>
              row.map((cell, column): [string, string, string, number, number] => [
                cell,
                'table',
                'rows',
                at,
                column,
              ]),
            ),
            [note.trap, 'trap'],
            [note.question, 'question'],
            [note.answer, 'answer'],
          ]
        : [
            [limit.name, 'name'],
            [limit.remark, 'remark'],
          ];
      return lines.flatMap(([line, ...field]) => {
        const wrong = line === undefined ? null : objection(line);
        return wrong ? [problemAt(topic, [...path, ...field], `"${line}" ${wrong}`)] : [];
      });
    }),
  failing: [
    withNote({ points: ['Two  spaces.'] }),
    withNote({ points: ['An open `mark.'] }),
    withNote({ points: ['Some <b>bold</b> text.'] }),
    withNote({ points: ['See [here](https://example.com).'] }),
    withNote({ points: ['Open **strong.'] }),
    withLimit({ remark: 'Ends with a space. ' }),
  ],
  passing: [withNote({ points: ['An ARN like `arn:aws:s3:::*/*` and `<name>`.'] })],
};
