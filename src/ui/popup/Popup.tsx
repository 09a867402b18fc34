import compact from 'virtual:knowledge-routes';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { nowhere, type Place } from '../../console/console-link.ts';
import type { Limit, Service } from '../../knowledge/catalog.ts';
import { findFact } from '../../knowledge/find-fact.ts';
import { scopeText, valueText } from '../../knowledge/limit-text.ts';
import { openTopic, pageAt } from '../../knowledge/page-at.ts';
import { unfoldRoutes } from '../../knowledge/routes.ts';
import { openSidePanel } from '../../platform/browser.ts';
import { loadSearch, loadService, loadServices } from '../../platform/knowledge.ts';
import { askTab, followShownTab, leadShownTab, type ShownTab } from '../../platform/tab.ts';
import { keepWords, keptWords } from '../../platform/popup-words.ts';
import { withRecent } from '../../platform/preferences.ts';
import { usePreferences } from '../../platform/use-preferences.ts';
import { useDue } from '../../platform/use-review.ts';
import type { Hit } from '../../search/search.ts';
import { HitActions, placeNames, serviceNames } from '../parts/HitActions.tsx';
import { Icon, Mark } from '../parts/Icon.tsx';
import { KindOfLimit } from '../parts/LimitTable.tsx';
import { Pair } from '../parts/Pair.tsx';
import { QuickSearch } from '../parts/QuickSearch.tsx';
import { RecentSearches } from '../parts/RecentSearches.tsx';
import { TopicView } from '../parts/TopicView.tsx';
import { useColours } from '../parts/use-colours.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import './popup.css';

const routes = unfoldRoutes(compact);

/** Quick search from the toolbar. */
export function Popup() {
  const [tab, setTab] = useState<ShownTab | null>(null);
  const [preferences, change] = usePreferences();
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<Hit | null>(null);
  const services = useLoaded('services', () => loadServices());
  const search = useLoaded('search', () => loadSearch());
  const report = tab?.report ?? null;
  const at = useMemo(() => pageAt(report?.href ?? '', routes, () => true), [report?.href]);
  const place = at.url ?? nowhere;
  const due = useDue(openTopic(at.page));
  const page = at.page && services.value?.find(({ id }) => id === at.page?.service);
  useColours(report?.dark ?? null);
  useEffect(() => {
    const ended = new AbortController();
    followShownTab(setTab, ended.signal);
    leadShownTab(ended.signal);
    return () => ended.abort();
  }, []);

  useEffect(() => {
    void keptWords().then((words) => setQuery((typed) => typed || words));
  }, []);
  const type = (words: string) => {
    setQuery(words);
    void keepWords(words);
  };

  /** Beside the console page where there is one, else here. */
  const open = (hit: Hit) => {
    change({ recent: withRecent(preferences?.recent ?? [], query) });
    // What was found is done with; the search is among the recent ones.
    void keepWords('');
    if (report) void openBeside(hit.id);
    else setOpened(hit);
  };
  const openBeside = async (id: string | null) => {
    if (tab) await askTab(tab.id, 'open-panel', id);
    window.close();
  };
  const openLabel = report ? 'Open beside the page' : 'Open';

  return (
    <div class="popup">
      <header class="head">
        <Mark />
        <h1>Sidecar</h1>
        {due > 0 && <span class="small">{due} due</span>}
        {tab && (
          <button
            type="button"
            class="link-button"
            onClick={() =>
              report ? void openBeside(null) : void openSidePanel(tab.id).then(() => window.close())
            }
          >
            {report ? 'Open the panel' : 'Open the side panel'}
          </button>
        )}
      </header>
      {opened ? (
        <OpenedFact hit={opened} place={place} onBack={() => setOpened(null)} />
      ) : (
        <main class="searching">
          <QuickSearch
            search={search.value}
            service={at.page?.service ?? null}
            topic={openTopic(at.page)}
            placeName={placeNames(services.value ?? [])}
            serviceName={serviceNames(services.value ?? [])}
            query={query}
            onQuery={type}
            onOpen={open}
            onLeave={() => window.close()}
            footer={(active) =>
              active && <Footer hit={active} place={place} openLabel={openLabel} onOpen={open} />
            }
          >
            <RecentSearches recent={preferences?.recent ?? []} onQuery={type} />
            {page && (
              <p class="small hint">
                This tab: {page.name}
                {openTopic(at.page) && ` · ${page.topics.find(({ id }) => id === openTopic(at.page))?.title}`}
                . Its notes and limits come first.
              </p>
            )}
          </QuickSearch>
        </main>
      )}
    </div>
  );
}

/** A preview of fixed height, so that an answer needs no Enter, and what can be done with it. */
function Footer({
  hit,
  place,
  openLabel,
  onOpen,
}: {
  hit: Hit;
  place: Place;
  openLabel: string;
  onOpen: (hit: Hit) => void;
}) {
  const { value: service } = useLoaded(hit.service, loadService);
  const found = service && findFact(service, hit.id);
  return (
    <>
      <div class="preview">
        {found?.limit ? <LimitPreview limit={found.limit} /> : <p class="clamped">{hit.text}</p>}
      </div>
      <HitActions hit={hit} openLabel={openLabel} onOpen={onOpen} service={service} place={place} />
    </>
  );
}

function LimitPreview({ limit }: { limit: Limit }) {
  const { formerly } = limit;
  return (
    <>
      <div class="preview-head">
        <span>
          <strong>{limit.name}</strong> <span class="small">{scopeText(limit)}</span>
        </span>
        <span class="small">
          <KindOfLimit limit={limit} />
        </span>
      </div>
      {formerly ? (
        <Pair said={formerly.said} until={formerly.until} now={valueText(limit)} />
      ) : (
        <p class="preview-value">{valueText(limit)}</p>
      )}
      {!formerly && limit.remark && <p class="small clamped">{limit.remark}</p>}
    </>
  );
}

function OpenedFact({ hit, place, onBack }: { hit: Hit; place: Place; onBack: () => void }) {
  const [topicId, setTopicId] = useState(hit.topic);
  // A related topic may be of another service.
  const { value: service } = useLoaded<Service>(topicId.split('/')[0] ?? hit.service, loadService);
  const topic = service?.topics.find(({ id }) => id === topicId);
  return (
    <main class="opened">
      <button type="button" class="back link-button" onClick={onBack}>
        <Icon name="back" />
        Results
      </button>
      {service && topic && (
        <TopicView
          service={service}
          topic={topic}
          place={place}
          today={Date.now()}
          sought={topicId === hit.topic ? hit.id : null}
          limitsTitle="Limits"
          onAllLimits={onBack}
          onTopic={setTopicId}
        />
      )}
    </main>
  );
}
