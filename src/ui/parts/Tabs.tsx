import { Icon, type IconName } from './Icon.tsx';

export interface TabsProps<Id extends string> {
  label: string;
  tabs: [id: Id, tab: { label: string; icon: IconName; count?: number; counts?: string }][];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** A tab list with one stop in the tab order; arrow keys, Home and End choose at once. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  const at = tabs.findIndex(([id]) => id === selected);
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const targets: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = targets[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next[0]);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next[0]}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(([id, tab]) => (
        <button
          type="button"
          key={id}
          role="tab"
          id={`tab-${id}`}
          aria-controls={`view-${id}`}
          aria-selected={id === selected}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          <Icon name={tab.icon} />
          <span>{tab.label}</span>
          {tab.count ? (
            <span class="count" aria-label={tab.counts}>
              {tab.count}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}
