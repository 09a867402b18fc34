import { useId, useState } from 'preact/hooks';
import type { Done } from '../../../platform/review-requests.ts';
import { Alert } from '../Alert.tsx';
import { Fault } from './Fault.tsx';
import { useDoing } from './use-doing.ts';

export interface DeleteAllProps {
  onDeleteAll: () => Promise<Done>;
  onDeleted: () => void;
}

const word = 'delete';

/** Deletes all progress, for those who type the word. */
export function DeleteAll({ onDeleteAll, onDeleted }: DeleteAllProps) {
  const id = useId();
  const { isRunning, refused, run } = useDoing();
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isDone, setDone] = useState(false);
  const start = async () => {
    const isMeant = typed.trim().toLowerCase() === word;
    setMissing(!isMeant);
    setDone(false);
    if (!isMeant || !(await run(onDeleteAll))) return;
    setTyped('');
    setDone(true);
    onDeleted();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <p class="small">
        Deletes the progress of every card and the whole review log. A backup is made before.
      </p>
      <div class="setting">
        <label for={id}>
          Type <em>{word}</em> to confirm
        </label>
        <div class="with-unit">
          <input
            id={id}
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={typed}
            aria-invalid={isMissing || undefined}
            aria-describedby={isMissing ? `${id}-fault` : undefined}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setMissing(false);
            }}
          />
          <button type="submit" class="button" aria-disabled={isRunning || undefined}>
            Delete all
          </button>
        </div>
        <Fault id={`${id}-fault`}>{isMissing && `Type the word ${word}. Nothing was deleted.`}</Fault>
      </div>
      <p class="outcome" role="status">
        {isDone && 'Deleted. The newest backup brings it back.'}
      </p>
      {refused && <Alert title="Nothing was deleted">{refused}</Alert>}
    </form>
  );
}
