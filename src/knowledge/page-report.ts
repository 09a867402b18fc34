import { pageShape } from '../console/page-shape.ts';
import { parsePattern } from '../console/pattern.ts';
import type { PageAt } from './page-at.ts';
import type { CompactRoutes } from './routes.ts';

/**
 * What somebody who adds the page needs to know of it, as text for an issue: its shape, the partition, and what
 * Sidecar took it for. Nothing in it tells the account, the Region or the session.
 */
export function pageReport(
  { url, page }: Exclude<PageAt, { place: 'outside' }>,
  compact: CompactRoutes,
): string {
  const patterns = Object.values(compact.routes)
    .flat()
    .map(([pattern]) => parsePattern(pattern));
  return [
    `Console page: ${pageShape(url, patterns)}`,
    `Partition: ${url.partition}`,
    `Taken for: ${page ? [page.service, page.page].filter(Boolean).join(', ') : 'no service'}`,
  ].join('\n');
}
