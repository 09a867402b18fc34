import compact from 'virtual:knowledge-routes';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { nowhere } from '../../console/console-link.ts';
import { findFact } from '../../knowledge/find-fact.ts';
import { openTopic, pageAt } from '../../knowledge/page-at.ts';
import { unfoldRoutes } from '../../knowledge/routes.ts';
import { loadService, loadServices } from '../../platform/knowledge.ts';
import type { PageReport } from '../../platform/messages.ts';
import { type Preferences, type View, withRecent } from '../../platform/preferences.ts';
import { askOwnTab, followOwnTab, followShownTab, leadShownTab, type ShownTab } from '../../platform/tab.ts';
import { usePreferences } from '../../platform/use-preferences.ts';
import { useDue, useReviewChoice } from '../../platform/use-review.ts';
import { Alert } from '../parts/Alert.tsx';
import { ReviewChoiceContext } from '../parts/ReviewButton.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { useColours } from '../parts/use-colours.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { BrowseView, type Shelf } from './BrowseView.tsx';
import { Head } from './Head.tsx';
import { LimitsView } from './LimitsView.tsx';
import { PageView } from './PageView.tsx';
import { SearchView } from './SearchView.tsx';
import { viewNames } from './views.ts';
import './panel.css';

const routes = unfoldRoutes(compact);
const withNotes = new Set(compact.withNotes);

export interface PanelProps {
  /** Beside a console page, or in the browser's own side panel. */
  surface: 'page' | 'browser';
  /** What the tab shows, where that is known before the tab was asked. */
  first?: PageReport | null;
}

/** The browser's own panel is where one reviews; beside a page the last view is remembered. */
const firstView = (surface: PanelProps['surface'], { view }: Preferences): View =>
  surface === 'browser' ? 'review' : view;

/** The panel beside the page, and the same in the browser's own side panel. */
export function Panel({ surface, first = null }: PanelProps) {
  const [tab, setTab] = useState<Pick<ShownTab, 'report'> | null>(null);
  const [preferences, change] = usePreferences();
  const [chosen, setChosen] = useState<View | null>(null);
  const [shelf, setShelf] = useState<Shelf>({});
  const [query, setQuery] = useState('');
  const services = useLoaded('services', () => loadServices());
  // Its code is read when it is wanted: the notes of the page do not wait for it.
  const review = useLoaded(chosen === 'review' ? 'view' : null, () => import('./review/ReviewView.tsx'));
  const report = tab ? tab.report : first;
  const at = useMemo(() => pageAt(report?.href ?? '', routes, (id) => withNotes.has(id)), [report?.href]);
  const service = useLoaded(at.page?.service ?? null, loadService);
  const place = at.url ?? nowhere;
  const due = useDue(openTopic(at.page));
  const reviewChoice = useReviewChoice();
  const today = useMemo(() => Date.now(), [report?.href]);

  useLayoutEffect(() => {
    const ended = new AbortController();
    if (surface === 'page') followOwnTab(first?.panel, (told) => setTab({ report: told }), ended.signal);
    else {
      followShownTab(setTab, ended.signal);
      leadShownTab(ended.signal);
    }
    return () => ended.abort();
  }, [surface]);
  useEffect(() => {
    if (report?.show) void openId(report.show);
    if (report?.lookUp) {
      setQuery(report.lookUp);
      setView('search');
    }
  }, [report]);
  // The last view is remembered, but once open this panel keeps its own: another tab's must not swap it.
  useLayoutEffect(() => {
    if (preferences && !chosen) setChosen(firstView(surface, preferences));
  }, [preferences]);
  useColours(report?.dark ?? null);

  if (services.error) return <Unread />;
  if (!preferences) return null;
  const view = chosen ?? firstView(surface, preferences);
  /** A declaration: an effect calls it before the preferences are read, and so before this line is reached. */
  function setView(wanted: View) {
    setChosen(wanted);
    change({ view: wanted });
  }
  /** Opens a note, limit, topic or service where it stands. */
  async function openId(id: string) {
    const [serviceId = ''] = id.split('/');
    const found = findFact(await loadService(serviceId), id);
    setShelf({
      service: serviceId,
      ...(found && { topic: found.topic.id }),
      ...((found?.note ?? found?.limit) && { fact: id }),
    });
    setView('browse');
  }
  /** Whether it is known what the tab shows. */
  const isSettled = tab !== null || first !== null;
  const isRead = at.page !== null && service.key === at.page.service;
  const here = isRead ? service.value : null;
  const isUnread = isRead && Boolean(service.error);

  return (
    <ReviewChoiceContext.Provider value={reviewChoice}>
      <div class="panel">
        <Head surface={surface} preferences={preferences} change={change} />
        <nav>
          <Tabs
            label="Views"
            tabs={Object.entries(viewNames).map(([id, names]) => [
              id as View,
              id === 'review' ? { ...names, count: due, counts: `${due} due here` } : names,
            ])}
            selected={view}
            onSelect={setView}
          />
        </nav>
        <main key={view === 'page' || view === 'limits' ? `${view} ${report?.href}` : view}>
          <div id={`view-${view}`} role="tabpanel" aria-labelledby={`tab-${view}`}>
            {isUnread && (view === 'page' || view === 'limits') && <Unread />}
            {view === 'page' && (
              <PageView
                at={at}
                service={here}
                place={place}
                today={today}
                onView={setView}
                onOpen={openId}
                due={due}
                isSettled={isSettled}
              />
            )}
            {view === 'limits' && (
              <LimitsView
                at={at}
                service={at.place === 'page' ? here : null}
                place={place}
                today={today}
                onView={setView}
              />
            )}
            {view === 'search' && (
              <SearchView
                services={services.value ?? []}
                service={at.page?.service ?? null}
                topic={openTopic(at.page)}
                query={query}
                onQuery={setQuery}
                recent={preferences.recent}
                onOpen={({ id }) => {
                  change({ recent: withRecent(preferences.recent, query) });
                  void openId(id);
                }}
                onLeave={() => surface === 'page' && void askOwnTab('leave-panel')}
                place={place}
              />
            )}
            {view === 'review' && review.value && isSettled && (
              <review.value.ReviewView
                here={{
                  topic: openTopic(at.page),
                  service: at.page?.service ?? null,
                }}
                service={services.value?.find(({ id }) => id === at.page?.service)?.short ?? ''}
                services={services.value ?? []}
                today={today}
                onOpen={openId}
              />
            )}
            {view === 'browse' && (
              <BrowseView
                services={services.value ?? []}
                shelf={shelf}
                onShelf={setShelf}
                place={place}
                today={today}
              />
            )}
          </div>
        </main>
      </div>
    </ReviewChoiceContext.Provider>
  );
}

const Unread = () => (
  <Alert title="The notes could not be read">Reload the page, or remove Sidecar and add it again.</Alert>
);
