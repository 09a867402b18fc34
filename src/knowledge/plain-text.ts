import type { Limit, Note, Service } from './catalog.ts';
import { defaultText, formerlyText, kindText, limitKind, scopeText, valueText } from './limit-text.ts';

/** Inline Markdown without its marks. */
export function plainLine(line: string): string {
  return line
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith('`') ? part.slice(1, -1) : part.replace(/\*+/g, '')))
    .join('');
}

/** All that a note says, old values included, as plain lines. */
export function noteText(note: Note): string {
  const { points, table, code, trap, formerly, question, answer } = note;
  return [
    ...points,
    ...(table ? [table.columns.join(' | '), ...table.rows.map((row) => row.join(' | '))] : []),
    trap && `Exam trap: ${trap}`,
    formerly && formerlyText(formerly, formerly.now),
    question,
    answer,
  ]
    .filter((line) => line !== undefined)
    .map(plainLine)
    .concat(code ?? [])
    .join('\n');
}

/** All that a limit says as plain lines: value, kind, scope, default, older value. */
export function limitText(limit: Limit): string {
  const { equals, remark, formerly, quota } = limit;
  const value = valueText(limit);
  return [
    [
      value,
      equals && `= ${equals}`,
      scopeText(limit),
      kindText[limitKind(limit)].toLowerCase(),
      defaultText(limit),
    ]
      .filter(Boolean)
      .join(', '),
    remark && plainLine(remark),
    formerly && formerlyText(formerly, value),
    quota && `Service Quotas code ${quota.code}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** What the Copy button of a limit puts on the clipboard. */
export function limitCopyText(limit: Limit, service: Pick<Service, 'name'>): string {
  const old = limit.formerly ? ` Formerly ${limit.formerly.said}.` : '';
  const [source] = limit.sources;
  const kind = kindText[limitKind(limit)].toLowerCase();
  return `${plainLine(limit.name)} (${service.name}): ${valueText(limit)} ${scopeText(limit)}, ${kind}.${old} ${source?.url} checked ${limit.verified}`;
}

/** What the Copy button of a note puts on the clipboard: Markdown. */
export function noteCopyText({ title, points, code, trap, sources, verified }: Note): string {
  const lines = [`**${title}**`, ...points.map((point) => `- ${point}`)];
  if (code) lines.push('```', code.trimEnd(), '```');
  if (trap) lines.push(`Exam trap: ${trap}`);
  lines.push(`${sources.map(({ url }) => url).join(' ')} checked ${verified}`);
  return lines.join('\n');
}
