import type { ComponentChildren } from 'preact';

export interface PressButtonProps {
  kind?: 'normal' | 'primary' | 'link';
  /** Not to be pressed now. It keeps the focus, so that the keyboard does not lose its place. */
  isOff?: boolean;
  label?: string;
  onPress: () => void;
  children: ComponentChildren;
}

const classes = { normal: 'button', primary: 'button primary', link: 'link-button' };

/** A button that starts something. */
export function PressButton({ kind = 'normal', isOff = false, label, onPress, children }: PressButtonProps) {
  return (
    <button
      type="button"
      class={classes[kind]}
      aria-disabled={isOff || undefined}
      aria-label={label}
      onClick={() => isOff || onPress()}
    >
      {children}
    </button>
  );
}
