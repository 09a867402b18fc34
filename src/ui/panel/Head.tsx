import { defaultPreferences, narrowest, type Preferences } from '../../platform/preferences.ts';
import { askOwnTab, askSidePanel } from '../../platform/tab.ts';
import { Icon, Mark } from '../parts/Icon.tsx';
import { MenuButton, MenuItem } from '../parts/MenuButton.tsx';

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
          <HeadMenu preferences={preferences} change={change} />
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

function HeadMenu({ preferences, change }: Pick<HeadProps, 'preferences' | 'change'>) {
  const choice = (label: string, isChecked: boolean, wanted: Partial<Preferences>) => (
    <MenuItem label={label} isChecked={isChecked} onPress={() => change(wanted)} />
  );
  return (
    <MenuButton label="Menu">
      <div role="group" aria-label="Side">
        {choice('Left side', preferences.side === 'left', { side: 'left' })}
        {choice('Right side', preferences.side === 'right', { side: 'right' })}
      </div>
      <div role="group" aria-label="Width">
        {Object.entries(widths).map(([label, width]) =>
          choice(label, preferences.width === width, { width }),
        )}
      </div>
      <MenuItem label="Open in the browser’s side panel" onPress={() => void askSidePanel()} />
    </MenuButton>
  );
}
