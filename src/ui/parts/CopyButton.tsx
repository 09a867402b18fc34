import { Icon } from './Icon.tsx';
import { useCopy } from './use-copy.ts';

const outcomes = {
  copied: { label: 'Copied', icon: 'check', look: ' done' },
  refused: { label: 'Not copied: this browser does not let Sidecar copy here', icon: 'warning', look: '' },
} as const;

/** Copies a text; for two seconds the icon says whether it was. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { outcome, copy } = useCopy();
  const shown = outcome ? outcomes[outcome] : ({ label, icon: 'copy', look: '' } as const);
  return (
    <button
      type="button"
      class={`icon-button slight${shown.look}`}
      aria-label={shown.label}
      title={shown.label}
      data-copy
      onClick={() => copy(text)}
    >
      <Icon name={shown.icon} />
    </button>
  );
}
