import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Done, ImportPreview } from '../../../platform/review-requests.ts';
import type { ImportMode } from '../../../review/plan-import.ts';
import { Alert } from '../Alert.tsx';
import { FilePicker } from './FilePicker.tsx';
import { changesText, ImportChanges } from './ImportChanges.tsx';
import { PressButton } from './PressButton.tsx';
import { answered, useDoing } from './use-doing.ts';

export interface ImportPartProps {
  /** Hands the file over; nothing is changed yet. */
  onImportFile: (file: File) => Promise<Done>;
  onPreview: (mode: ImportMode) => Promise<ImportPreview>;
  onConfirm: (mode: ImportMode) => Promise<Done>;
  /** After an import, which has made a backup. */
  onImported: () => void;
}

const modes: Record<ImportMode, { name: string; says: string }> = {
  merge: {
    name: 'Merge',
    says: 'Adds what the file has. Of a card on both sides the later progress counts.',
  },
  replace: { name: 'Replace', says: 'The file takes the place of what is here, settings included.' },
};

interface DryRun {
  name: string;
  mode: ImportMode;
  preview: Exclude<ImportPreview, { refused: string }>;
  /** Another mode is being worked out: what is shown is of the one before. */
  isStale: boolean;
}

/** Import of a file: what it would do first, and only then it. */
export function ImportPart({ onImportFile, onPreview, onConfirm, onImported }: ImportPartProps) {
  const { isRunning, refused, run, refuse } = useDoing();
  const [dryRun, setDryRun] = useState<DryRun | null>(null);
  const [isDone, setDone] = useState(false);
  /** Counts what was chosen, so that an answer to something before it is left aside. */
  const turns = useRef(0);
  const whole = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(dryRun !== null);
  useLayoutEffect(() => {
    // What was pressed is gone: on to the dry run, or back to the choice of a file.
    const isNew = wasRunning.current !== (dryRun !== null);
    wasRunning.current = dryRun !== null;
    if (isNew && document.hasFocus()) whole.current?.querySelector<HTMLElement>('h4, input')?.focus();
  }, [dryRun !== null]);

  const read = async (file: File) => {
    setDone(false);
    const preview = await run<Exclude<ImportPreview, { refused: string }>>(async () => {
      const handed = await onImportFile(file);
      return 'refused' in handed ? handed : onPreview('merge');
    });
    if (preview) setDryRun({ name: file.name, mode: 'merge', preview, isStale: false });
  };
  const choose = async (mode: ImportMode) => {
    if (isRunning || !dryRun) return;
    const turn = (turns.current += 1);
    refuse(null);
    setDryRun({ ...dryRun, mode, isStale: true });
    const preview = await answered(() => onPreview(mode));
    if (turns.current !== turn) return;
    if ('refused' in preview) {
      refuse(preview.refused);
      setDryRun(null);
    } else setDryRun({ ...dryRun, mode, preview, isStale: false });
  };
  const cancel = () => {
    turns.current += 1;
    setDryRun(null);
  };
  const confirm = async ({ mode }: DryRun) => {
    const done = await run(() => onConfirm(mode));
    if (!done) return;
    setDryRun(null);
    setDone(true);
    onImported();
  };

  return (
    <div class="import" ref={whole}>
      {dryRun ? (
        <div class="dry-run">
          <h4 tabIndex={-1}>{dryRun.name}</h4>
          <fieldset class="modes">
            <legend class="unseen">How to import</legend>
            {(Object.keys(modes) as ImportMode[]).map((mode) => (
              <label key={mode} class="radio">
                <input
                  type="radio"
                  name="import-mode"
                  checked={dryRun.mode === mode}
                  onChange={() => void choose(mode)}
                />
                <span>
                  {modes[mode].name}
                  <span class="small">{modes[mode].says}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <div class={dryRun.isStale ? 'stale' : undefined} aria-busy={dryRun.isStale}>
            <ImportChanges {...dryRun.preview} />
          </div>
          <p class="unseen" role="status">
            {dryRun.isStale ? '' : `${modes[dryRun.mode].name}: ${changesText(dryRun.preview.changes)}`}
          </p>
          <p class="small">Nothing has changed yet. A backup is made before.</p>
          <div class="buttons">
            <PressButton isOff={isRunning || dryRun.isStale} onPress={() => void confirm(dryRun)}>
              Import
            </PressButton>
            <PressButton kind="link" isOff={isRunning} onPress={cancel}>
              Cancel
            </PressButton>
          </div>
        </div>
      ) : (
        <FilePicker
          label="Choose a backup file"
          accept=".json,application/json"
          isOff={isRunning}
          onFile={(file) => void read(file)}
          onRefused={(why) => {
            setDone(false);
            refuse(why);
          }}
        />
      )}
      <p class="outcome" role="status">
        {isDone && 'Imported. What was here before is the newest backup.'}
      </p>
      {refused && <Alert title="Nothing was imported">{refused}</Alert>}
    </div>
  );
}
