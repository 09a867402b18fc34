import { useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';
import { Icon } from './Icon.tsx';

const feedbackTime = 2000;

/** Copies a text; the icon is a check for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), feedbackTime);
  };
  return (
    <button
      type="button"
      class={`icon-button slight${copied ? ' done' : ''}`}
      aria-label={copied ? 'Copied' : label}
      title={label}
      data-copy
      onClick={copy}
    >
      <Icon name={copied ? 'check' : 'copy'} />
    </button>
  );
}
