import { useRef, useState } from 'preact/hooks';

const noAnswer =
  'Sidecar did not answer, so it is not known whether this was done. Leave this view and open it again to see what is stored.';

/** Asks for something. An answer that never comes is a refusal too. */
export async function answered<Answer extends object>(
  action: () => Promise<Answer | { refused: string }>,
): Promise<Answer | { refused: string }> {
  try {
    return await action();
  } catch {
    return { refused: noAnswer };
  }
}

export interface Doing {
  isRunning: boolean;
  /** Why the last action was not done. */
  refused: string | null;
  /** Does one thing at a time. @returns its answer; null where it was refused or another one is running */
  run: <Answer extends object>(action: () => Promise<Answer | { refused: string }>) => Promise<Answer | null>;
  /** Says that something cannot be done, without asking anybody; null takes it back. */
  refuse: (why: string | null) => void;
}

/** One thing at a time, and what became of it. */
export function useDoing(): Doing {
  const running = useRef(false);
  const [isRunning, setRunning] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  return {
    isRunning,
    refused,
    refuse: setRefused,
    run: async (action) => {
      if (running.current) return null;
      running.current = true;
      setRunning(true);
      setRefused(null);
      const answer = await answered(action);
      running.current = false;
      setRunning(false);
      if ('refused' in answer) {
        setRefused(answer.refused);
        return null;
      }
      return answer;
    },
  };
}
