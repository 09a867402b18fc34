import { useState } from 'preact/hooks';
import type { Note, NoteKind } from '../../knowledge/catalog.ts';
import { noteCopyText } from '../../knowledge/plain-text.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { InlineMarkdown } from './InlineMarkdown.tsx';
import { Pair } from './Pair.tsx';
import { ReviewButton } from './ReviewButton.tsx';
import { SourceLine } from './SourceLine.tsx';
import { Trap } from './Trap.tsx';

/** What each kind is called on its tag. */
export const kindNames: Record<NoteKind | 'limit', string> = {
  concept: 'Concept',
  'how-to': 'How-to',
  comparison: 'Comparison',
  gotcha: 'Gotcha',
  pattern: 'Pattern',
  error: 'Error',
  command: 'Command',
  limit: 'Limit',
};

export interface NoteCardProps {
  note: Note;
  startsOpen: boolean;
  /** The note that was looked for: tinted, so that the eye finds it. */
  sought: boolean;
  /** Now, in milliseconds, for the age of the check. */
  today: number;
}

/** A note: title and kind, and unless folded its points, trap, older value and source. */
export function NoteCard({ note, startsOpen, sought, today }: NoteCardProps) {
  const [open, setOpen] = useState(startsOpen || sought);
  const bodyId = `body-${note.id.replace('/', '-')}`;
  return (
    <article class={`note${sought ? ' sought' : ''}`} id={note.id}>
      <header>
        <h3>
          <InlineMarkdown text={note.title} />
        </h3>
        <span class="tag">{kindNames[note.kind]}</span>
        <button
          type="button"
          class={`icon-button slight fold${open ? ' open' : ''}`}
          aria-expanded={open}
          aria-controls={bodyId}
          aria-label={`${open ? 'Fold' : 'Show'} ${note.title}`}
          onClick={() => setOpen(!open)}
        >
          <Icon name="chevron" />
        </button>
      </header>
      <div id={bodyId} hidden={!open}>
        {open && <NoteBody note={note} today={today} />}
      </div>
    </article>
  );
}

function NoteBody({ note, today }: { note: Note; today: number }) {
  const { points, table, code, trap, formerly } = note;
  return (
    <>
      <ul>
        {points.map((point) => (
          <li>
            <InlineMarkdown text={point} />
          </li>
        ))}
      </ul>
      {table && <NoteTable {...table} />}
      {code && (
        <div class="command">
          <pre>{code.trimEnd()}</pre>
          <CopyButton text={code.trimEnd()} label="Copy the code" />
        </div>
      )}
      {trap && <Trap text={trap} />}
      {formerly && <Pair said={formerly.said} until={formerly.until} now={formerly.now} />}
      <div class="foot">
        <SourceLine sources={note.sources} verified={note.verified} today={today} />
        <div class="actions">
          <ReviewButton fact={note.id} name={note.title} />
          <CopyButton text={noteCopyText(note)} label="Copy this note" />
        </div>
      </div>
    </>
  );
}

function NoteTable({ columns, rows }: NonNullable<Note['table']>) {
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) =>
            // A corner over the names of the rows may be empty; then it heads nothing.
            column ? (
              <th scope="col">
                <InlineMarkdown text={column} />
              </th>
            ) : (
              <td />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells]) => (
          <tr>
            <th scope="row">
              <InlineMarkdown text={name} />
            </th>
            {cells.map((cell) => (
              <td>
                <InlineMarkdown text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
