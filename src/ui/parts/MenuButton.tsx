import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** A button that opens a menu below it. Arrow keys move, Escape closes; a press on a `menuitem` closes it, too. */
export function MenuButton({ label, children }: { label: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (open && event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    items[
      (items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length
    ]?.focus();
  };
  return (
    <div
      class="menu-root"
      ref={root}
      onKeyDown={onKeyDown}
      onBlur={(event) => !root.current?.contains(event.relatedTarget as Node) && setOpen(false)}
    >
      <button
        type="button"
        class="icon-button"
        ref={button}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      {open && (
        <div
          class="menu"
          role="menu"
          aria-label={label}
          onClick={(event) => (event.target as Element).closest('[role=menuitem]') && close()}
        >
          {children}
        </div>
      )}
    </div>
  );
}

export interface MenuItemProps {
  label: string;
  /** Of a choice among others: whether it is the one. Absent for something to do. */
  isChecked?: boolean;
  /** The key that does the same. */
  shortcut?: string;
  onPress: () => void;
}

/** One line of a menu. */
export const MenuItem = ({ label, isChecked, shortcut, onPress }: MenuItemProps) => (
  <button
    type="button"
    role={isChecked === undefined ? 'menuitem' : 'menuitemradio'}
    aria-checked={isChecked}
    tabIndex={-1}
    onClick={onPress}
  >
    <span class="mark-place">{isChecked && <Icon name="check" />}</span>
    <span class="menu-label">{label}</span>
    {shortcut && (
      <kbd class="key" aria-hidden="true">
        {shortcut}
      </kbd>
    )}
  </button>
);
