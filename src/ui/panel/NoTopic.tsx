import compact from 'virtual:knowledge-routes';
import { useMemo } from 'preact/hooks';
import type { Service } from '../../knowledge/catalog.ts';
import type { PageAt } from '../../knowledge/page-at.ts';
import { pageReport } from '../../knowledge/page-report.ts';
import type { View } from '../../platform/preferences.ts';
import { CopyButton } from '../parts/CopyButton.tsx';

type ConsoleAt = Exclude<PageAt, { place: 'outside' }>;

/** A page of a service with notes that no topic is about: what it is. */
export function NoTopic({ at, service }: { at: ConsoleAt; service: Service }) {
  const title = service.pages.find(({ id }) => id === at.page?.page)?.title;
  return (
    <div class="topic-head">
      <h2>{title ?? `A page of ${service.short}`}</h2>
      <p class="small">This page has no topic of its own. What is known about {service.short} is below.</p>
    </div>
  );
}

export interface UnknownPageProps {
  at: ConsoleAt;
  /** The service whose page it is, once it is read; null where Sidecar knows none. */
  service: Service | null;
  onView: (view: View) => void;
}

/** A console page of a service without notes, or of no service that Sidecar knows. */
export function UnknownPage({ at, service, onView }: UnknownPageProps) {
  return (
    <>
      <div class="empty">
        <h2>{service ? `No notes on ${service.name} yet` : 'Sidecar does not know this page'}</h2>
        <p>Search and all other services work here too.</p>
        <WaysOn onView={onView} />
      </div>
      <PageReport at={at} />
    </>
  );
}

/** No console at all. */
export function NoConsole({ onView }: { onView: (view: View) => void }) {
  return (
    <div class="empty">
      <h2>No console page is open</h2>
      <p>Notes and limits follow as soon as this window shows a page of the AWS console.</p>
      <WaysOn onView={onView} />
    </div>
  );
}

/** Where to go on from a page that Sidecar has nothing for. */
function WaysOn({ onView }: { onView: (view: View) => void }) {
  return (
    <>
      <button type="button" class="button" onClick={() => onView('search')}>
        Search
      </button>{' '}
      <button type="button" class="link-button" onClick={() => onView('browse')}>
        Browse all services
      </button>
    </>
  );
}

/**
 * What can be copied into an issue about a page that the table does not have, shown whole, so that nobody copies what
 * they have not seen.
 */
export function PageReport({ at }: { at: ConsoleAt }) {
  const report = useMemo(() => pageReport(at, compact), [at]);
  return (
    <section class="report" aria-label="Report this page">
      <div class="section-head">
        <h3>Report this page</h3>
      </div>
      <p class="small">
        For an issue, so that somebody can add it. Names, ids and account numbers are left out: each is a *.
      </p>
      <div class="command">
        <pre>{report}</pre>
        <CopyButton text={report} label="Copy the report" />
      </div>
    </section>
  );
}
