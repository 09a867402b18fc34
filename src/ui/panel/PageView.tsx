import { useState } from 'preact/hooks';
import type { Place } from '../../console/console-link.ts';
import type { Service } from '../../knowledge/catalog.ts';
import type { PageAt } from '../../knowledge/page-at.ts';
import type { View } from '../../platform/preferences.ts';
import { Alert } from '../parts/Alert.tsx';
import { TopicLinks, TopicView } from '../parts/TopicView.tsx';

export interface PageViewProps {
  at: PageAt;
  /** The service of the page, once it is read. */
  service: Service | null;
  place: Place;
  today: number;
  /** Whether the tab has said what it shows. */
  isSettled: boolean;
  onView: (view: View) => void;
  onOpen: (id: string) => void;
}

/** Notes and limits of the page that is open, the rest of its service below. */
export function PageView({ at, service, place, today, isSettled, onView, onOpen }: PageViewProps) {
  const ids = at.page?.topics.map((topic) => `${at.page?.service}/${topic}`) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  if (!isSettled) return null;
  if (at.place === 'outside') return <NoConsole onView={onView} />;
  if (at.place === 'console') return <UnknownPage path={at.url.path} onView={onView} />;
  if (!service) return null;

  const here = ids.flatMap((id) => service.topics.find((topic) => topic.id === id) ?? []);
  const shown = here.find(({ id }) => id === chosen) ?? here[0];
  const rest = service.topics.filter((topic) => !here.includes(topic));
  return (
    <>
      <div class="service-line">
        <p class="small">{service.name}</p>
        {here.length > 1 && (
          <p class="on-this-page small">
            On this page:{' '}
            {here.map((topic) => (
              <button
                type="button"
                class="text-button"
                aria-current={topic === shown}
                onClick={() => setChosen(topic.id)}
              >
                {topic.title}
              </button>
            ))}
          </p>
        )}
      </div>
      {service.status && (
        <Alert kind="info" title={service.status.text}>
          {service.status.successor && `Instead: ${service.status.successor}`}
        </Alert>
      )}
      {shown ? (
        <TopicView
          key={shown.id}
          service={service}
          topic={shown}
          place={place}
          today={today}
          sought={null}
          limitsTitle="Limits on this page"
          onAllLimits={() => onView('limits')}
          onTopic={onOpen}
        />
      ) : (
        <div class="topic-head">
          <h2>No topic for this page yet</h2>
          <p class="small">What is known about {service.short} is below.</p>
        </div>
      )}
      {rest.length > 0 && (
        <section aria-label={`The rest of ${service.short}`}>
          <div class="section-head">
            <h3>{here.length ? `More about ${service.short}` : `${service.short} topics`}</h3>
          </div>
          <TopicLinks topics={rest} onTopic={onOpen} />
        </section>
      )}
    </>
  );
}

function NoConsole({ onView }: { onView: (view: View) => void }) {
  return (
    <div class="empty">
      <h2>No console page is open</h2>
      <p>Notes and limits follow as soon as this window shows a page of the AWS console.</p>
      <Elsewhere onView={onView} />
    </div>
  );
}

/** Only the first part of the path is shown: what follows can hold names of the account's own things. */
function UnknownPage({ path, onView }: { path: string[]; onView: (view: View) => void }) {
  return (
    <div class="empty">
      <h2>Sidecar does not know this page</h2>
      <p>
        The address says <code>/{path[0] ?? ''}</code>. Search works everywhere.
      </p>
      <Elsewhere onView={onView} />
    </div>
  );
}

/** Where to go on from a page that Sidecar has nothing for. */
function Elsewhere({ onView }: { onView: (view: View) => void }) {
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
