import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { countText, numberText } from './count-text.ts';
import { stateOf, type ServiceCount, type SetCount } from './set-counts.ts';

type OnSet = (set: string, on: boolean) => void;

/** A service with its topics, which can be unfolded. */
export function ServiceRow({
  service,
  startsOpen,
  onSet,
}: {
  service: ServiceCount;
  startsOpen: boolean;
  onSet: OnSet;
}) {
  const [open, setOpen] = useState(startsOpen);
  const listId = `sets-${service.id}`;
  return (
    <li class="set">
      <div class="set-row">
        <SetCheck set={service} onSet={onSet} />
        <button
          type="button"
          class={`icon-button fold${open ? ' open' : ''}`}
          aria-expanded={open}
          aria-controls={listId}
          aria-label={`Topics of ${service.title}`}
          onClick={() => setOpen(!open)}
        >
          <Icon name="chevron" />
        </button>
      </div>
      <ul class="set-topics" id={listId} hidden={!open}>
        {open &&
          service.topics.map((topic) => (
            <li key={topic.id} class="set-row">
              <SetCheck set={topic} onSet={onSet} />
            </li>
          ))}
      </ul>
    </li>
  );
}

/** Ticked, half ticked or empty; pressing what is half ticked takes all in. */
function SetCheck({ set, onSet }: { set: SetCount; onSet: OnSet }) {
  const { id, title, cards, chosen } = set;
  const state = stateOf(set);
  const box = useRef<HTMLInputElement>(null);
  // The browser clears it with every press, so it is set each time.
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = state === 'partly';
  });
  return (
    <label class="check">
      <input ref={box} type="checkbox" checked={state === 'on'} onChange={() => onSet(id, state !== 'on')} />
      <span class="check-name">{title}</span>{' '}
      <span class="small">
        {state === 'partly' ? `${numberText(chosen)} of ` : ''}
        {countText(cards, 'card')}
      </span>
    </label>
  );
}
