import { readInline, type Inline } from '../knowledge/inline-markdown.ts';
import { plainLine } from '../knowledge/plain-text.ts';
import type { Card } from './card.ts';
import type { CardState } from './state.ts';

/** A card with the names that its deck and tags in Anki are made of. */
export interface AnkiCard extends Pick<
  Card,
  'id' | 'form' | 'question' | 'answer' | 'points' | 'trap' | 'sources'
> {
  /** What people call the service. */
  serviceName: string;
  topicTitle: string;
  /** `code/domain`: `DVA-C02/1`. */
  exams: string[];
}

/** What the GUIDs of our notes begin with, so that they are told from all others; never `#`, which is a comment. */
export const guidStart = 'sidecar:';

/** The columns in the order of Anki's own exports; those that are not named here are the fields Front and Back. */
const header = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#guid column:1',
  '#deck column:2',
  '#tags column:5',
];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text as HTML in one cell. Escaped quotation marks are needed in more than attributes: a cell that begins with one
 * is read up to the next.
 */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(/\r\n?|\n/g, '<br>')
    .replace(/\p{Cc}/gu, ' ');

const elements: { [Kind in Inline['kind']]: (piece: Extract<Inline, { kind: Kind }>) => string } = {
  text: ({ text }) => escaped(text),
  code: ({ text }) => `<code>${escaped(text)}</code>`,
  em: ({ text }) => `<i>${escaped(text)}</i>`,
  strong: ({ pieces }) => `<b>${pieces.map(element).join('')}</b>`,
};
const element = (piece: Inline): string => (elements[piece.kind] as (piece: Inline) => string)(piece);

const html = (line: string): string => readInline(line).map(element).join('');

function backHtml({ answer, points, trap, sources }: AnkiCard): string {
  return [
    html(answer),
    points.length ? `<ul>${points.map((point) => `<li>${html(point)}</li>`).join('')}</ul>` : '',
    trap ? `<div><b>Exam trap:</b> ${html(trap)}</div>` : '',
    ...sources.map(({ title, url }) => `<div><a href="${escaped(url)}">${escaped(title)}</a></div>`),
  ].join('');
}

/** One level of a deck or tag: `::` divides levels, and Anki takes quotation marks out of names. */
const level = (name: string): string =>
  plainLine(name)
    .replace(/[\p{Cc}"]/gu, ' ')
    .replace(/:{2,}/g, ':')
    .replace(/\s+/g, ' ')
    .trim();

const tag = (...levels: string[]): string =>
  ['sidecar', ...levels].map((name) => level(name).replaceAll(' ', '-')).join('::');

const tagsOf = ({ serviceName, form, exams }: AnkiCard, state: CardState | undefined): string =>
  [
    tag('service', serviceName),
    ...[...new Set(exams)].map((exam) => tag('exam', ...exam.split('/'))),
    tag('form', form),
    tag('state', state?.phase ?? 'new'),
    ...(state?.isSuspended ? [tag('state', 'suspended')] : []),
  ].join(' ');

/**
 * Writes cards as the text file that Anki 2.1.55 and later import: header lines, then one line per card with GUID,
 * deck `Sidecar::service::topic`, front, back, tags.
 *
 * Importing the file again updates the notes by their GUID and leaves their scheduling alone, but puts our tags in the
 * place of theirs, `leech` and `marked` too: read Anki's progress first. Anki takes no intervals from text, so how far
 * a card is here is told by a tag only (`sidecar::state::review`), to be found and rescheduled there. The note type
 * is called Basic in English only; in other languages one chooses it while importing.
 * Source: https://docs.ankiweb.net/importing/text-files.html, File Headers.
 * @param states what is stored of any of the cards
 * @returns the file's text; empty decks make an empty file but for its header
 */
export function ankiText(cards: AnkiCard[], states: CardState[]): string {
  const stateOf = new Map(states.map((state) => [state.id, state]));
  const lines = cards.map((card) =>
    [
      guidStart + card.id,
      ['Sidecar', card.serviceName, card.topicTitle].map(level).join('::'),
      html(card.question),
      backHtml(card),
      tagsOf(card, stateOf.get(card.id)),
    ].join('\t'),
  );
  return [...header, ...lines, ''].join('\n');
}
