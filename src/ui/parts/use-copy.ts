import { useEffect, useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';

const feedbackTime = 2000;

/** Copies a text, and tells for two seconds whether that was done. */
export function useCopy(): { outcome: 'copied' | 'refused' | null; copy: (text: string) => void } {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(null), feedbackTime);
    return () => clearTimeout(timer);
  }, [outcome]);
  return {
    outcome,
    copy: (text) =>
      void copyText(text).then(
        () => setOutcome('copied'),
        () => setOutcome('refused'),
      ),
  };
}
