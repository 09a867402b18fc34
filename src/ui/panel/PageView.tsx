import { useState } from 'preact/hooks';
import type { Place } from '../../console/console-link.ts';
import type { Service } from '../../knowledge/catalog.ts';
import type { PageAt } from '../../knowledge/page-at.ts';
import type { View } from '../../platform/preferences.ts';
import { Alert } from '../parts/Alert.tsx';
import { TopicLinks, TopicView } from '../parts/TopicView.tsx';
import { NoConsole, NoTopic, PageReport, UnknownPage } from './NoTopic.tsx';

/** More topics than these are not named at the top; they follow with the rest of the service. */
const mostHere = 6;

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
  /** How many cards of the page's topic wait for review. */
  due: number;
}

/** Notes and limits of the page that is open, the rest of its service below. */
export function PageView({ at, service, place, today, isSettled, onView, onOpen, due }: PageViewProps) {
  const ids = at.page?.topics.map((topic) => `${at.page?.service}/${topic}`) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  if (!isSettled) return null;
  if (at.place === 'outside') return <NoConsole onView={onView} />;
  if (at.page && !service) return null;
  if (at.place === 'console' || !service) return <UnknownPage at={at} service={service} onView={onView} />;

  const here = ids.flatMap((id) => service.topics.find((topic) => topic.id === id) ?? []).slice(0, mostHere);
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
          due={shown === here[0] ? due : 0}
          onReview={() => onView('review')}
          onAllLimits={() => onView('limits')}
          onTopic={onOpen}
        />
      ) : (
        <NoTopic at={at} service={service} />
      )}
      {rest.length > 0 && (
        <section aria-label={`The rest of ${service.short}`}>
          <div class="section-head">
            <h3>{here.length ? `More about ${service.short}` : `${service.short} topics`}</h3>
          </div>
          <TopicLinks topics={rest} onTopic={onOpen} />
        </section>
      )}
      {!at.page?.page && <PageReport at={at} />}
    </>
  );
}
