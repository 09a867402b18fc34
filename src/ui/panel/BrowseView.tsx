import type { Place } from '../../console/console-link.ts';
import type { ServiceSummary } from '../../knowledge/catalog.ts';
import { loadService } from '../../platform/knowledge.ts';
import { Icon } from '../parts/Icon.tsx';
import { LimitTable } from '../parts/LimitTable.tsx';
import { TopicLinks, TopicView } from '../parts/TopicView.tsx';
import { useLoaded } from '../parts/use-loaded.ts';

/** How far one has gone: nothing, a service, a topic of it (or all its limits), a note or limit of that. */
export interface Shelf {
  service?: string;
  topic?: string;
  limits?: boolean;
  fact?: string;
}

export interface BrowseViewProps {
  services: ServiceSummary[];
  shelf: Shelf;
  onShelf: (shelf: Shelf) => void;
  place: Place;
  today: number;
}

/** Service, topic, note: everything there is, without a page. */
export function BrowseView({ services, shelf, onShelf, place, today }: BrowseViewProps) {
  const loaded = useLoaded(shelf.service ?? null, loadService);
  if (!shelf.service)
    return <AllServices services={services} onService={(service) => onShelf({ service })} />;
  const service = loaded.key === shelf.service ? loaded.value : null;
  if (!service) return null;
  const topic = service.topics.find(({ id }) => id === shelf.topic);
  // A related topic may be of another service.
  const onTopic = (id: string) => onShelf({ service: id.split('/')[0] ?? service.id, topic: id });

  if (topic) {
    return (
      <>
        <Back label={service.name} onBack={() => onShelf({ service: service.id })} />
        <TopicView
          key={`${topic.id} ${shelf.fact}`}
          service={service}
          topic={topic}
          place={place}
          today={today}
          sought={shelf.fact ?? null}
          limitsTitle="Limits"
          onAllLimits={() => onShelf({ service: service.id, limits: true })}
          onTopic={onTopic}
        />
      </>
    );
  }
  if (shelf.limits) {
    const groups = service.topics
      .filter(({ limits }) => limits.length)
      .map(({ id, title, limits }) => ({ topic: id, title, isHere: false, limits }));
    return (
      <>
        <Back label={service.name} onBack={() => onShelf({ service: service.id })} />
        <div class="topic-head">
          <h2>Limits</h2>
        </div>
        <LimitTable
          caption={`Limits of ${service.name}`}
          groups={groups}
          service={service}
          place={place}
          today={today}
        />
      </>
    );
  }
  return (
    <>
      <Back label="All services" onBack={() => onShelf({})} />
      <div class="topic-head">
        <h2>{service.name}</h2>
        <p class="small">
          {service.topics.length} topics ·{' '}
          <button
            type="button"
            class="text-button"
            onClick={() => onShelf({ service: service.id, limits: true })}
          >
            all limits
          </button>
        </p>
      </div>
      <TopicLinks topics={service.topics} onTopic={onTopic} />
    </>
  );
}

function Back({ label, onBack }: { label: string; onBack: () => void }) {
  return (
    <button type="button" class="back link-button" onClick={onBack}>
      <Icon name="back" />
      {label}
    </button>
  );
}

function AllServices({
  services,
  onService,
}: {
  services: ServiceSummary[];
  onService: (id: string) => void;
}) {
  return (
    <>
      <div class="topic-head">
        <h2>All services</h2>
      </div>
      <ul class="topic-links">
        {services.map(({ id, name, topics }) => (
          <li>
            <button type="button" class="text-button" onClick={() => onService(id)}>
              {name}
            </button>
            <span class="small">{topics.length} topics</span>
          </li>
        ))}
      </ul>
    </>
  );
}
