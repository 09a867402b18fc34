import { consoleSuffix, type ConsoleUrl } from './console-url.ts';

/** What a link keeps of the page it stands on. */
export type Place = Pick<ConsoleUrl, 'partition' | 'region' | 'session'>;

/** Where a link leads that stands on no console page. */
export const nowhere: Place = { partition: 'aws', region: null, session: null };

/**
 * Address of a console page in the partition, Region and session of another.
 * @param page path and in-page route, as service files write it: /lambda/home#/functions. A host stands in front
 * where the console has one of its own; such a console keeps no session in its host.
 */
export function consoleLink({ partition, region, session }: Place, page: string): string {
  const ownHost = page.slice(0, page.indexOf('/'));
  const host = ownHost ? [region, ownHost] : [session, region, consoleSuffix[partition]];
  const url = new URL(`https://${host.filter(Boolean).join('.')}${page.slice(ownHost.length)}`);
  if (region) url.searchParams.set('region', region);
  return url.href;
}

/** Address of a quota's page in Service Quotas. */
export function quotaLink(place: Place, { service, code }: { service: string; code: string }): string {
  return consoleLink(place, `/servicequotas/home/services/${service}/quotas/${code}`);
}
