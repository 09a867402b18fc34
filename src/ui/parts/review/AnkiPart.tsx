import { useState } from 'preact/hooks';
import type { ReviewRequests } from '../../../platform/review-requests.ts';
import { Alert } from '../Alert.tsx';
import { countText } from './count-text.ts';
import { ExportButton } from './ExportButton.tsx';
import { FilePicker } from './FilePicker.tsx';
import { useDoing } from './use-doing.ts';

export type AnkiAnswer = ReturnType<ReviewRequests['anki-import']>;
type AnkiRead = Exclude<AnkiAnswer, { refused: string }>;

export interface AnkiPartProps {
  /** Makes the file a download. @returns its name */
  onAnkiExport: () => Promise<string>;
  onAnkiImport: (text: string) => Promise<AnkiAnswer>;
}

/** To Anki and back, in the order that loses nothing there. */
export function AnkiPart({ onAnkiExport, onAnkiImport }: AnkiPartProps) {
  const { isRunning, refused, run, refuse } = useDoing();
  const [found, setFound] = useState<AnkiRead | null>(null);
  const read = async (file: File) => {
    setFound(null);
    setFound(await run<AnkiRead>(async () => onAnkiImport(await file.text())));
  };
  return (
    <ol class="steps">
      <li>
        <h4>Read progress from Anki</h4>
        <p class="small">
          In Anki choose File, Export, “Notes in Plain Text” and tick “Include tags” and “Include unique
          identifier”. Cards that are there come into review, leeches are suspended. Anki’s text has no
          intervals.
        </p>
        <FilePicker
          label="Choose Anki’s file"
          accept=".txt,text/plain"
          isOff={isRunning}
          onFile={(file) => void read(file)}
          onRefused={(why) => {
            setFound(null);
            refuse(why);
          }}
        />
        <div class="outcome" role="status">
          {found && <AnkiFound {...found} />}
        </div>
        {refused && <Alert title="Anki’s file was not used">{refused}</Alert>}
      </li>
      <li>
        <h4>Export to Anki</h4>
        <p class="small">
          Importing the file again updates the notes and leaves Anki’s scheduling alone, but replaces their
          tags in Anki, leech and marked too. So read the progress first.
        </p>
        <ExportButton label="Export for Anki" onExport={onAnkiExport} />
      </li>
    </ol>
  );
}

function AnkiFound({ facts, suspended, unknown, problems }: AnkiRead) {
  const rest = [
    unknown ? `${countText(unknown, 'card')} no longer in Sidecar` : '',
    problems ? `${countText(problems, 'line')} that cannot be read` : '',
  ].filter(Boolean);
  return (
    <>
      <p>
        {countText(facts, 'note or limit', 'notes and limits')} in review, {countText(suspended, 'card')}{' '}
        suspended.
      </p>
      {rest.length > 0 && <p class="small">Left out: {rest.join(', ')}.</p>}
    </>
  );
}
