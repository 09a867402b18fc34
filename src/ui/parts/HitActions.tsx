import type { Place } from '../../console/console-link.ts';
import type { Service, ServiceSummary } from '../../knowledge/catalog.ts';
import { findFact } from '../../knowledge/find-fact.ts';
import type { Hit } from '../../search/search.ts';
import { ConsoleLink } from './ConsoleLink.tsx';
import { CopyButton } from './CopyButton.tsx';

/** `AWS Lambda · Concurrency` for a hit. */
export const placeNames = (services: ServiceSummary[]) => (hit: Hit) => {
  const service = services.find(({ id }) => id === hit.service);
  const topic = service?.topics.find(({ id }) => id === hit.topic);
  return [service?.name, topic?.title].filter(Boolean).join(' · ');
};

/** Name of a service by its id. */
export const serviceNames = (services: ServiceSummary[]) => (id: string) =>
  services.find((service) => service.id === id)?.name ?? id;

export interface HitActionsProps {
  hit: Hit;
  openLabel: string;
  onOpen: (hit: Hit) => void;
  /** The hit's service, once it is read. */
  service: Service | null;
  place: Place;
}

/** What can be done with the active result. It stands below the list: controls inside an option cannot be reached. */
export function HitActions({ hit, openLabel, onOpen, service, place }: HitActionsProps) {
  const found = service && findFact(service, hit.id);
  const pages = service?.pages.filter(({ id }) => found?.topic.pages.includes(id));
  const page = pages?.find(({ path }) => path)?.path ?? service?.home;
  const source = (found?.note ?? found?.limit)?.sources[0]?.url;
  return (
    <div class="bar">
      <button type="button" class="link-button" onClick={() => onOpen(hit)}>
        {openLabel} <span class="key">Enter</span>
      </button>
      {source && (
        <a href={source} target="_blank" rel="noopener noreferrer" data-source>
          Source
        </a>
      )}
      {page && (
        <ConsoleLink place={place} to={page}>
          Console
        </ConsoleLink>
      )}
      <span class="last">
        <CopyButton text={`${hit.title}\n${hit.text}`} label="Copy" />
      </span>
    </div>
  );
}
