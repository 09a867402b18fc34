import { useState } from 'preact/hooks';
import type { Place } from '../../console/console-link.ts';
import type { Limit, Service } from '../../knowledge/catalog.ts';
import type { PageAt } from '../../knowledge/page-at.ts';
import { limitKind } from '../../knowledge/limit-text.ts';
import { limitText } from '../../knowledge/plain-text.ts';
import type { View } from '../../platform/preferences.ts';
import { Icon } from '../parts/Icon.tsx';
import { LimitTable } from '../parts/LimitTable.tsx';

const filters = {
  All: () => true,
  Adjustable: ({ adjustable }: Limit) => adjustable !== 'no',
  Hard: (limit: Limit) => limitKind(limit) === 'no',
  Changed: ({ formerly }: Limit) => formerly !== undefined,
};
type Filter = keyof typeof filters;

export interface LimitsViewProps {
  at: PageAt;
  service: Service | null;
  place: Place;
  today: number;
  onView: (view: View) => void;
}

/** Every limit of the open page's service, those of the page first. */
export function LimitsView({ at, service, place, today, onView }: LimitsViewProps) {
  const [filter, setFilter] = useState<Filter>('All');
  const [words, setWords] = useState('');
  if (!service) {
    if (at.place === 'page') return null;
    return (
      <div class="empty">
        <h2>No limits for this page</h2>
        <p>
          Limits are listed for the service whose console page is open. Search finds those of every service.
        </p>
        <button type="button" class="button" onClick={() => onView('search')}>
          Search
        </button>
      </div>
    );
  }

  const here = at.page?.topics.map((topic) => `${service.id}/${topic}`) ?? [];
  const all = service.topics.flatMap(({ limits }) => limits);
  const matches = (limit: Limit) =>
    `${limit.name} ${limit.keywords?.join(' ') ?? ''} ${limitText(limit)}`
      .toLowerCase()
      .includes(words.trim().toLowerCase());
  // Those of the page in the page's order, then the others in the service's.
  const rank = (id: string) => (here.includes(id) ? here.indexOf(id) : here.length);
  const groups = service.topics
    .toSorted((a, b) => rank(a.id) - rank(b.id))
    .map(({ id, title, limits }) => ({
      topic: id,
      title,
      isHere: here.includes(id),
      limits: limits.filter((limit) => filters[filter](limit) && matches(limit)),
    }))
    .filter(({ limits }) => limits.length);
  const shown = groups.reduce((sum, { limits }) => sum + limits.length, 0);

  return (
    <>
      <div class="topic-head">
        <p class="small">
          {service.name} · {all.length} limits
        </p>
        <h2>Limits</h2>
        <div class="field">
          <Icon name="search" />
          <input
            type="search"
            aria-label="Filter limits"
            placeholder="Filter limits"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setWords('')}
          />
        </div>
        <div class="chips">
          {(Object.keys(filters) as Filter[]).map((name) => (
            <button type="button" class="chip" aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {name} {all.filter(filters[name]).length}
            </button>
          ))}
        </div>
        <div class="unseen" role="status">
          {shown} limits
        </div>
      </div>
      {shown > 0 ? (
        <LimitTable
          caption={`Limits of ${service.name}`}
          groups={groups}
          service={service}
          place={place}
          today={today}
        />
      ) : (
        <div class="empty">
          <p>
            No {service.short} limit matches “{words}”.
          </p>
          <button type="button" class="link-button" onClick={() => onView('search')}>
            Search everywhere
          </button>
        </div>
      )}
    </>
  );
}
