import { useEffect, useState } from 'preact/hooks';
import { browser } from './browser.ts';
import { type Choices, choicesKeys, readChoices } from './review-choices.ts';

/** What is chosen for review and how, always current. @returns null until it is read */
export function useChoices(): Choices | null {
  const [choices, setChoices] = useState<Choices | null>(null);
  useEffect(() => {
    const { local } = browser.storage;
    const read = () => void readChoices(local).then(setChoices);
    const listener = (changes: Record<string, unknown>) => {
      if (Object.values(choicesKeys).some((key) => key in changes)) read();
    };
    local.onChanged.addListener(listener);
    read();
    return () => local.onChanged.removeListener(listener);
  }, []);
  return choices;
}
