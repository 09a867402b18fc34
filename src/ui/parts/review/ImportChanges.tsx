import type { ImportChanges as Changes } from '../../../review/plan-import.ts';
import type { ReviewSettings } from '../../../review/state.ts';
import { countText, momentText, numberText } from './count-text.ts';

/** What each setting is called in a list of those that change. */
const settingNames: Record<keyof ReviewSettings, string> = {
  version: 'version',
  retention: 'share to remember',
  dayStartsAt: 'start of the day',
  newPerDay: 'new cards a day',
  perDay: 'cards a day',
  restDays: 'rest days',
  exam: 'exam',
  badge: 'toolbar number',
};

/** Rows of the table: what would be added, changed and removed; null where that cannot be. */
const rowsOf = (changes: Changes): [name: string, ...cells: (number | null)[]][] => [
  ['Cards with progress', changes.cardsAdded, changes.cardsUpdated, changes.cardsRemoved],
  ['Answers', changes.answersAdded, null, changes.answersRemoved],
  ['Services and topics', changes.setsAdded.length, null, changes.setsRemoved.length],
  ['Single notes and limits', null, changes.singlesChanged, null],
  ['Settings', null, changes.settingsChanged.length, null],
];

/** Whether an import would leave everything as it is. */
const changesNothing = (changes: Changes): boolean =>
  rowsOf(changes).every(([, ...cells]) => cells.every((cell) => !cell));

/** What matters most about an import, in a sentence. */
export const changesText = (changes: Changes): string =>
  changesNothing(changes)
    ? 'nothing would change.'
    : `${countText(changes.cardsAdded, 'card')} added, ${numberText(changes.cardsUpdated)} changed, ${numberText(changes.cardsRemoved)} removed.`;

/** What an import would do, as a table. Its roles are written out, because its rows are laid out as grid for large text. */
export function ImportChanges({ changes, made }: { changes: Changes; made: number }) {
  const { settingsChanged, unknownCards } = changes;
  return (
    <>
      <table class="changes" role="table">
        <caption class="small">What the file of {momentText(made)} would change</caption>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            {['Added', 'Changed', 'Removed'].map((column) => (
              <th key={column} scope="col" role="columnheader">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rowsOf(changes).map(([name, ...cells]) => (
            <tr role="row" key={name}>
              <th scope="row" role="rowheader">
                {name}
              </th>
              {cells.map((cell) => (
                <td role="cell" class={cell ? 'some' : undefined}>
                  {cell === null ? '' : numberText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {settingsChanged.length > 0 && (
        <p class="small">Settings: {settingsChanged.map((field) => settingNames[field]).join(', ')}.</p>
      )}
      {unknownCards > 0 && (
        <p class="small">
          {countText(unknownCards, 'card')} of the file {unknownCards === 1 ? 'is' : 'are'} not in this
          version of Sidecar: kept, but not asked.
        </p>
      )}
      {changesNothing(changes) && <p class="small">Nothing would change.</p>}
    </>
  );
}
