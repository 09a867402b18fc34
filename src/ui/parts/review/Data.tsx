import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoredBackup } from '../../../platform/review-requests.ts';
import { Alert } from '../Alert.tsx';
import { AnkiPart, type AnkiPartProps } from './AnkiPart.tsx';
import { Backups, type BackupsProps } from './Backups.tsx';
import { DeleteAll, type DeleteAllProps } from './DeleteAll.tsx';
import { ExportButton } from './ExportButton.tsx';
import { ImportPart, type ImportPartProps } from './ImportPart.tsx';
import { PressButton } from './PressButton.tsx';
import { ViewHead } from './ViewHead.tsx';

export interface DataProps
  extends
    Pick<ImportPartProps, 'onImportFile' | 'onPreview' | 'onConfirm'>,
    Pick<BackupsProps, 'onRestore'>,
    Pick<DeleteAllProps, 'onDeleteAll'>,
    AnkiPartProps {
  /** Reads the backups; asked again after everything that makes one. */
  load: () => Promise<StoredBackup[]>;
  /** Makes a file of everything a download. @returns its name */
  onExport: () => Promise<string>;
  onBack: () => void;
}

/** Everything stored: out, in, back and away. */
export function Data(props: DataProps) {
  const { backups, isFailed, reload } = useBackups(props.load);
  return (
    <div class="manage">
      <ViewHead title="Your data" onBack={props.onBack}>
        <p class="small">Everything stays in this browser, apart from the files you export.</p>
      </ViewHead>
      <section class="manage-part">
        <h3>Export</h3>
        <p class="small">Progress, review log, what you chose and the settings, in one file.</p>
        <ExportButton label="Export everything" onExport={props.onExport} />
      </section>
      <section class="manage-part">
        <h3>Import</h3>
        <ImportPart
          onImportFile={props.onImportFile}
          onPreview={props.onPreview}
          onConfirm={props.onConfirm}
          onImported={reload}
        />
      </section>
      <section class="manage-part">
        <h3>Backups</h3>
        <p class="small">The last 10, made each day and before anything is replaced.</p>
        {isFailed && (
          <Alert title="The backups could not be read">
            <p>Nothing was changed.</p>
            <PressButton onPress={reload}>Try again</PressButton>
          </Alert>
        )}
        <Backups backups={backups} onRestore={props.onRestore} onRestored={reload} />
      </section>
      <section class="manage-part">
        <h3>Anki</h3>
        <AnkiPart onAnkiExport={props.onAnkiExport} onAnkiImport={props.onAnkiImport} />
      </section>
      <section class="manage-part">
        <h3>Delete all</h3>
        <DeleteAll onDeleteAll={props.onDeleteAll} onDeleted={reload} />
      </section>
    </div>
  );
}

/** The backups as they are now; the former ones stay while they are read again. */
function useBackups(load: DataProps['load']) {
  const [backups, setBackups] = useState<StoredBackup[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  const asked = useRef(0);
  const reload = async () => {
    const turn = (asked.current += 1);
    const read = await load().catch(() => null);
    if (turn !== asked.current) return;
    setFailed(read === null);
    if (read) setBackups(read);
  };
  useLayoutEffect(() => void reload(), []);
  return { backups, isFailed, reload: () => void reload() };
}
