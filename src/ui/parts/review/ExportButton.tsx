import { Alert } from '../Alert.tsx';
import { PressButton } from './PressButton.tsx';
import { useDoing } from './use-doing.ts';
import { useState } from 'preact/hooks';

export interface ExportButtonProps {
  label: string;
  /** Makes the file a download. @returns its name */
  onExport: () => Promise<string>;
}

/** Exports something as a file, and says what the file is called. */
export function ExportButton({ label, onExport }: ExportButtonProps) {
  const { isRunning, refused, run } = useDoing();
  const [name, setName] = useState<string | null>(null);
  const start = async () => {
    setName(null);
    const answer = await run(async () => ({ name: await onExport() }));
    if (answer) setName(answer.name);
  };
  return (
    <>
      <div class="buttons">
        <PressButton isOff={isRunning} onPress={() => void start()}>
          {label}
        </PressButton>
        <span class="small" role="status">
          {name && `Exported as ${name}`}
        </span>
      </div>
      {refused && <Alert title="Nothing was exported">{refused}</Alert>}
    </>
  );
}
