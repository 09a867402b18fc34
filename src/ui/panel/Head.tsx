import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultPreferences, narrowest, type Preferences } from '../../platform/preferences.ts';
import { askOwnTab, askSidePanel } from '../../platform/tab.ts';
import { Icon, Mark } from '../parts/Icon.tsx';

const widths = { Narrow: narrowest, Normal: defaultPreferences.width, Wide: 520 };

export interface HeadProps {
  surface: 'page' | 'browser';
  preferences: Preferences;
  change: (change: Partial<Preferences>) => void;
}

/** Name, pin, menu and close. The browser's side panel has only the name: the browser owns the rest. */
export function Head({ surface, preferences, change }: HeadProps) {
  const { pinned } = preferences;
  return (
    <header class="head">
      <Mark />
      <h1>Sidecar</h1>
      {surface === 'page' && (
        <>
          <button
            type="button"
            class="icon-button"
            aria-pressed={pinned}
            aria-label="Pin: the page makes room"
            title={pinned ? 'Pinned: the page makes room' : 'Not pinned: the panel lies over the page'}
            onClick={() => change({ pinned: !pinned })}
          >
            <Icon name="pin" />
          </button>
          <Menu preferences={preferences} change={change} />
          <button
            type="button"
            class="icon-button"
            aria-label="Close"
            title="Close"
            onClick={() => void askOwnTab('close-panel')}
          >
            <Icon name="close" />
          </button>
        </>
      )}
    </header>
  );
}

function Menu({ preferences, change }: Pick<HeadProps, 'preferences' | 'change'>) {
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
    if (event.key === 'Escape') close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    items[
      (items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length
    ]?.focus();
  };
  const choice = (label: string, checked: boolean, wanted: Partial<Preferences>) => (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      tabIndex={-1}
      onClick={() => change(wanted)}
    >
      <span class="mark-place">{checked && <Icon name="check" />}</span>
      {label}
    </button>
  );

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
        aria-label="Menu"
        title="Menu"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      {open && (
        <div class="menu" role="menu" aria-label="Menu">
          <div role="group" aria-label="Side">
            {choice('Left side', preferences.side === 'left', { side: 'left' })}
            {choice('Right side', preferences.side === 'right', { side: 'right' })}
          </div>
          <div role="group" aria-label="Width">
            {Object.entries(widths).map(([label, width]) =>
              choice(label, preferences.width === width, { width }),
            )}
          </div>
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              void askSidePanel();
              close();
            }}
          >
            <span class="mark-place" />
            Open in the browser’s side panel
          </button>
        </div>
      )}
    </div>
  );
}
