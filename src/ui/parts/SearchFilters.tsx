import type { Hit } from '../../search/search.ts';

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

const kinds = {
  All: null,
  Notes: 'note',
  Limits: 'limit',
  Comparisons: 'comparison',
  Errors: 'error',
} as const;

export interface SearchFiltersProps {
  /** Everything found, before any filter. */
  hits: Hit[];
  filter: SearchFilter;
  onFilter: (filter: SearchFilter) => void;
  serviceName: (id: string) => string;
}

/** Chips for the kind, menus for service and exam; each with what it would leave. */
export function SearchFilters({ hits, filter, onFilter, serviceName }: SearchFiltersProps) {
  const count = (change: Partial<SearchFilter>) =>
    hits.filter((hit) => passes({ ...filter, ...change }, hit)).length;
  const services = [...new Set(hits.map((hit) => hit.service))].map((id) => [id, serviceName(id)] as const);
  const exams = [...new Set(hits.flatMap((hit) => hit.exams))].map((code) => [code, code] as const);
  return (
    <>
      <div class="chips">
        {Object.entries(kinds).map(([name, kind]) => (
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

interface MenuProps {
  label: string;
  all: string;
  choices: (readonly [value: string, name: string])[];
  chosen: string | null;
  count: (value: string) => number;
  onChoose: (value: string | null) => void;
}

/** What was chosen stays in the menu even where nothing of it was found, so that it can be seen and undone. */
function Menu({ label, all, choices, chosen, count, onChoose }: MenuProps) {
  const shown =
    chosen && !choices.some(([value]) => value === chosen)
      ? [...choices, [chosen, chosen] as const]
      : choices;
  return (
    <select
      aria-label={label}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
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
