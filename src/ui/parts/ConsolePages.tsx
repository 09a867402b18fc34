import type { Place } from '../../console/console-link.ts';
import type { Service, Topic } from '../../knowledge/catalog.ts';
import { ConsoleLink } from './ConsoleLink.tsx';

/** The console pages that a topic is about, as links; the service's start page where none can be linked. */
export function ConsolePages({ service, topic, place }: { service: Service; topic: Topic; place: Place }) {
  const own = service.pages.filter(({ id, path }) => path && topic.pages.includes(id));
  const pages = own.length || !service.home ? own : [{ id: 'home', title: service.name, path: service.home }];
  if (!pages.length) return null;
  return (
    <section aria-label="In the console">
      <div class="section-head">
        <h3>In the console</h3>
      </div>
      <ul class="topic-links">
        {pages.map(({ id, title, path }) => (
          <li key={id}>
            <ConsoleLink place={place} to={path ?? ''}>
              {title}
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
