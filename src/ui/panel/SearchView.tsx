import type { Place } from '../../console/console-link.ts';
import type { ServiceSummary } from '../../knowledge/catalog.ts';
import { loadSearch, loadService } from '../../platform/knowledge.ts';
import type { Hit } from '../../search/search.ts';
import { HitActions, placeNames, serviceNames } from '../parts/HitActions.tsx';
import { QuickSearch } from '../parts/QuickSearch.tsx';
import { RecentSearches } from '../parts/RecentSearches.tsx';
import { useLoaded } from '../parts/use-loaded.ts';

export interface SearchViewProps {
  services: ServiceSummary[];
  service: string | null;
  topic: string | null;
  recent: string[];
  query: string;
  onQuery: (query: string) => void;
  onOpen: (hit: Hit) => void;
  onLeave: () => void;
  place: Place;
}

/** Search over the whole base. */
export function SearchView({ services, place, ...shared }: SearchViewProps) {
  const search = useLoaded('search', () => loadSearch());
  const total = services.reduce(
    (sum, { topics }) => sum + topics.reduce((inner, { notes, limits }) => inner + notes + limits, 0),
    0,
  );
  return (
    <QuickSearch
      {...shared}
      search={search.value}
      placeName={placeNames(services)}
      serviceName={serviceNames(services)}
      footer={(active) => active && <Actions hit={active} place={place} onOpen={shared.onOpen} />}
    >
      <RecentSearches recent={shared.recent} onQuery={shared.onQuery} />
      <p class="small hint">
        {total} notes and limits of {services.length} services. A service's name in the query narrows it:
        “lambda timeout”.
      </p>
    </QuickSearch>
  );
}

function Actions({ hit, place, onOpen }: { hit: Hit; place: Place; onOpen: (hit: Hit) => void }) {
  const { value: service } = useLoaded(hit.service, loadService);
  return <HitActions hit={hit} openLabel="Open" onOpen={onOpen} service={service} place={place} />;
}
