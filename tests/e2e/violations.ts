import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';

/** What axe finds wrong with what is shown: rule, place and reason, a line each. */
export async function violations(shown: Page | Frame): Promise<string[]> {
  await shown.evaluate(axe.source);
  const results = (await shown.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<unknown> } }).axe.run(),
  )) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
