import { useState } from 'preact/hooks';
import type { Done, StoredBackup } from '../../../platform/review-requests.ts';
import { Alert } from '../Alert.tsx';
import { countText, momentText } from './count-text.ts';
import { PressButton } from './PressButton.tsx';
import { useDoing } from './use-doing.ts';

export interface BackupsProps {
  /** Null until they are read. */
  backups: StoredBackup[] | null;
  onRestore: (made: number) => Promise<Done>;
  onRestored: () => void;
}

const reasons: Record<StoredBackup['why'], string> = {
  daily: 'Daily',
  'before-import': 'Before an import',
  'before-restore': 'Before a restore',
};

/** The rolling backups, each restored with one press. */
export function Backups({ backups, onRestore, onRestored }: BackupsProps) {
  const { isRunning, refused, run } = useDoing();
  const [restored, setRestored] = useState<number | null>(null);
  const restore = async (made: number) => {
    setRestored(null);
    const done = await run(() => onRestore(made));
    if (!done) return;
    setRestored(made);
    onRestored();
  };
  return (
    <>
      <p class="outcome" role="status">
        {restored !== null &&
          `Restored. Everything is as on ${momentText(restored)}. What was here before is the newest backup.`}
      </p>
      {refused && <Alert title="Nothing was restored">{refused}</Alert>}
      {backups?.length === 0 && <p class="none">No backup yet. The first one is made by itself.</p>}
      {backups && backups.length > 0 && (
        <ul class="backups">
          {backups
            .toSorted((a, b) => b.made - a.made)
            .map(({ made, why, cards, answers }) => (
              <li key={made}>
                <div>
                  <time dateTime={new Date(made).toISOString()}>{momentText(made)}</time>
                  <p class="small">
                    {reasons[why]} · {countText(cards, 'card')} · {countText(answers, 'answer')}
                  </p>
                </div>
                <PressButton
                  isOff={isRunning}
                  label={`Restore the backup of ${momentText(made)}`}
                  onPress={() => void restore(made)}
                >
                  Restore
                </PressButton>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
