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
}

/** Chips for notes and limits, menus for kind, service and exam; each with what it would leave. */
export function SearchFilters({ hits, filter, onFilter, serviceName }: SearchFiltersProps) {
  const count = (change: Partial<SearchFilter>) =>
    hits.filter((hit) => passes({ ...filter, ...change }, hit)).length;
  const services = [...new Set(hits.map((hit) => hit.service))].map((id) => [id, serviceName(id)] as const);
  const kinds = [...new Set(hits.map((hit) => hit.kind))]
    .filter((kind) => kind !== 'limit')
    .map((kind) => [kind, kindNames[kind]] as const);
  const exams = [...new Set(hits.flatMap((hit) => hit.exams))].map((code) => [code, code] as const);
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
            {name} {count({ kind })}
          </button>
        ))}
      </div>
      <div class="narrow">
        <Menu
          label="Kind"
          all="All kinds"
          choices={kinds}
          chosen={filter.kind === 'note' || filter.kind === 'limit' ? null : filter.kind}
          count={(kind) => count({ kind })}
          onChoose={(kind) => onFilter({ ...filter, kind })}
        />
        <Menu
          label="Service"
          all="All services"
          choices={services}
          chosen={filter.service}
          count={(service) => count({ service })}
          onChoose={(service) => onFilter({ ...filter, service })}
        />
        <Menu
          label="Exam"
          all="All exams"
          choices={exams}
          chosen={filter.exam}
          count={(exam) => count({ exam })}
          onChoose={(exam) => onFilter({ ...filter, exam })}
        />
      </div>
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
