import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Hit } from '../../search/search.ts';
import { kindNames } from './NoteCard.tsx';

/** What the results are narrowed to; null lets everything through. */
export interface SearchFilter {
  kind: Hit['kind'] | 'note' | null;
  service: string | null;
  exam: string | null;
}

export const noFilter: SearchFilter = { kind: null, service: null, exam: null };

/** Tells whether a filter lets a hit through. */
export function passes({ kind, service, exam }: SearchFilter, hit: Hit): boolean {
  return (
    (!kind || hit.kind === kind || (kind === 'note' && hit.kind !== 'limit')) &&
    (!service || hit.service === service) &&
    (!exam || hit.exams.includes(exam))
  );
}

const chips = { All: null, Notes: 'note', Limits: 'limit' } as const;

export interface SearchFiltersProps {
  /** Everything found, before any filter. */
  hits: Hit[];
  filter: SearchFilter;
  onFilter: (filter: SearchFilter) => void;
  serviceName: (id: string) => string;
  /** Whether typing has paused: nobody opens a menu before. */
  isSettled: boolean;
}

/** How many hits each value has that pass the other filters. */
function countBy<Value>(
  hits: Hit[],
  filter: SearchFilter,
  valuesOf: (hit: Hit) => Value[],
): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const hit of hits)
    for (const value of valuesOf(hit))
      counts.set(value, (counts.get(value) ?? 0) + Number(passes(filter, hit)));
  return counts;
}

/** Chips for notes and limits, menus for kind, service and exam; each with what it would leave. */
export function SearchFilters({ hits, filter, onFilter, serviceName, isSettled }: SearchFiltersProps) {
  const kinds = countBy(hits, { ...filter, kind: null }, ({ kind }) => [kind]);
  const all = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  const limits = kinds.get('limit') ?? 0;
  const chipCounts = { All: all, Notes: all - limits, Limits: limits };
  const menus = useRef<VNode | null>(null);
  const makeMenus = () => {
    const services = countBy(hits, { ...filter, service: null }, ({ service }) => [service]);
    const exams = countBy(hits, { ...filter, exam: null }, (hit) => hit.exams);
    const noteKinds = [...kinds.keys()].filter((kind) => kind !== 'limit');
    return (
      <div class="narrow">
        <Menu
          label="Kind"
          all="All kinds"
          choices={noteKinds.map((kind) => [kind, kindNames[kind]])}
          chosen={filter.kind === 'note' || filter.kind === 'limit' ? null : filter.kind}
          count={(kind) => kinds.get(kind) ?? 0}
          onChoose={(kind) => onFilter({ ...filter, kind })}
        />
        <Menu
          label="Service"
          all="All services"
          choices={[...services.keys()].map((id) => [id, serviceName(id)])}
          chosen={filter.service}
          count={(service) => services.get(service) ?? 0}
          onChoose={(service) => onFilter({ ...filter, service })}
        />
        <Menu
          label="Exam"
          all="All exams"
          choices={[...exams.keys()].map((code) => [code, code])}
          chosen={filter.exam}
          count={(exam) => exams.get(exam) ?? 0}
          onChoose={(exam) => onFilter({ ...filter, exam })}
        />
      </div>
    );
  };
  if (isSettled || !menus.current) menus.current = makeMenus();
  return (
    <>
      <div class="chips">
        {Object.entries(chips).map(([name, kind]) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={filter.kind === kind}
            onClick={() => onFilter({ ...filter, kind })}
          >
            {name} {chipCounts[name as keyof typeof chips]}
          </button>
        ))}
      </div>
      {menus.current}
    </>
  );
}

interface MenuProps<Value extends string> {
  label: string;
  all: string;
  choices: (readonly [value: Value, name: string])[];
  chosen: Value | null;
  count: (value: Value) => number;
  onChoose: (value: Value | null) => void;
}

/** What was chosen stays in the menu even where nothing of it was found, so that it can be seen and undone. */
function Menu<Value extends string>({ label, all, choices, chosen, count, onChoose }: MenuProps<Value>) {
  const shown =
    chosen && !choices.some(([value]) => value === chosen)
      ? [...choices, [chosen, chosen] as const]
      : choices;
  return (
    <select
      aria-label={label}
      value={chosen ?? ''}
      onChange={(event) => onChoose((event.currentTarget.value as Value) || null)}
    >
      <option value="">{all}</option>
      {shown
        .toSorted(([, a], [, b]) => a.localeCompare(b))
        .map(([value, name]) => (
          <option key={value} value={value}>
            {name} ({count(value)})
          </option>
        ))}
    </select>
  );
}
