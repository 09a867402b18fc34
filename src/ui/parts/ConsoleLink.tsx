import type { ComponentChildren } from 'preact';
import { consoleLink, type Place } from '../../console/console-link.ts';

/**
 * A link to a console page, in the partition, Region and session of the page that is open. It opens in the tab that
 * is looked at: inside a frame that is the page around it, elsewhere the surface sees to it (`data-console`).
 */
export function ConsoleLink({
  place,
  to,
  children,
}: {
  place: Place;
  to: string;
  children: ComponentChildren;
}) {
  return (
    <a href={consoleLink(place, to)} target={isFramed ? '_top' : undefined} data-console>
      {children}
    </a>
  );
}

const isFramed = window.top !== window;
