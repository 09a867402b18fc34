import { useRef } from 'preact/hooks';
import type { ServiceSummary } from '../../../knowledge/catalog.ts';
import { askReview, exportText, handOver } from '../../../platform/ask-review.ts';
import type { Done } from '../../../platform/review-requests.ts';
import { useChoices } from '../../../platform/use-choices.ts';
import { localZone } from '../../../platform/zone.ts';
import { dayOf } from '../../../review/day.ts';
import type { ReviewBase } from '../../../review/decks.ts';
import { Alert } from '../../parts/Alert.tsx';
import { Data } from '../../parts/review/Data.tsx';
import { Sets } from '../../parts/review/Sets.tsx';
import { Settings } from '../../parts/review/Settings.tsx';
import { Statistics } from '../../parts/review/Statistics.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { download } from './download.ts';

export const manageViews = {
  statistics: 'Statistics',
  sets: 'What to review',
  settings: 'Settings',
  data: 'Your data',
};
export type ManageView = keyof typeof manageViews;

export interface ManageProps {
  view: ManageView;
  base: ReviewBase;
  services: ServiceSummary[];
  /** Now, epoch milliseconds. */
  today: number;
  onBack: () => void;
  /** Reviews a service. */
  onService: (id: string) => void;
}

const chooseSets = (sets: string[], on: boolean) => askReview('choose-sets', { sets, on });

/** Everything about review that is not a card. */
export function Manage({ view, base, services, today, onBack, onService }: ManageProps) {
  const choices = useChoices();
  const chosenFile = useRef('');
  if (view === 'statistics') return <OverviewView onBack={onBack} onService={onService} />;
  if (!choices) return null;
  if (view === 'sets')
    return (
      <Sets
        services={services}
        chosen={choices.chosen}
        decks={base.decks}
        examCode={choices.settings.exam.code}
        onSets={chooseSets}
        onBack={onBack}
      />
    );
  if (view === 'settings')
    return (
      <Settings
        settings={choices.settings}
        exams={base.exams}
        today={dayOf(today, { zone: localZone(), dayStartsAt: choices.settings.dayStartsAt })}
        onChange={(change) => askReview('change-settings', change)}
        onBack={onBack}
      />
    );
  return (
    <Data
      load={() => askReview('backups')}
      onExport={exportEverything}
      onImportFile={async (file) => {
        chosenFile.current = await file.text();
        return handOver(chosenFile.current);
      }}
      onPreview={(mode) => askReview('import-preview', mode)}
      onConfirm={async (mode) => {
        // Whoever reads the dry run for long finds the background stopped, and with it the file it was handed.
        const handed = await handOver(chosenFile.current);
        return 'refused' in handed ? handed : askReview('import-confirm', mode);
      }}
      onRestore={(made) => askReview('restore', made)}
      onAnkiExport={async () => download('sidecar-anki.txt', await askReview('anki-export'))}
      onAnkiImport={(text) => askReview('anki-import', text)}
      onDeleteAll={() => askReview('delete-all')}
      onBack={onBack}
    />
  );
}

/** Everything as a file, named after the day it was made. @returns its name */
const exportEverything = async () =>
  download(`sidecar-${new Date().toISOString().slice(0, 10)}.json`, await exportText());

async function exportLog(): Promise<Done> {
  await exportEverything();
  return { done: true };
}

function OverviewView({ onBack, onService }: Pick<ManageProps, 'onBack' | 'onService'>) {
  const { value, error } = useLoaded('overview', () => askReview('overview'));
  if (error || (value && 'refused' in value))
    return (
      <Alert title="The statistics could not be read">
        What is stored was not changed. Restart the browser, then open this view again.
      </Alert>
    );
  return value && !('refused' in value) ? (
    <Statistics overview={value} onBack={onBack} onExportLog={exportLog} onService={onService} />
  ) : null;
}
