import type { Overview } from '../../../platform/review-requests.ts';
import { percentText, shareOf } from './chart-text.ts';
import { ChartSection } from './ChartSection.tsx';
import { ChartTable } from './ChartTable.tsx';
import { countText, numberText } from './count-text.ts';
import { ShareLegend, ShareRow } from './ShareRow.tsx';

/** A share that is given in percent. */
const weightText = (percent: number) => percentText(percent / 100);

export interface CoverageBarsProps {
  exam: string;
  domains: Overview['domains'];
  asTable: boolean;
}

/** How much of each domain of the exam was seen, and how much of that sits. */
export function CoverageBars({ exam, domains, asTable }: CoverageBarsProps) {
  if (!domains.length) return null;
  return (
    <ChartSection title={`${exam} coverage`} aside={!asTable && <ShareLegend light="seen" dark="mature" />}>
      {asTable ? (
        <DomainTable exam={exam} domains={domains} />
      ) : (
        <ul class="shares">
          {domains.map(({ number, title, share, cards, seen, mature }) => (
            <ShareRow
              key={number}
              name={title}
              note={`${weightText(share)} of exam`}
              value={shareOf(seen, cards)}
              light={shareOf(seen, cards)}
              dark={shareOf(mature, cards)}
              summary={`${numberText(seen)} of ${countText(cards, 'card')} seen, ${numberText(mature)} mature.`}
            />
          ))}
        </ul>
      )}
      <p class="chart-note small">Seen: answered at least once. Mature: comes back after 21 days or more.</p>
    </ChartSection>
  );
}

function DomainTable({ exam, domains }: Omit<CoverageBarsProps, 'asTable'>) {
  return (
    <ChartTable
      caption={`Cards of each domain of ${exam}`}
      columns={['Domain', 'Of exam', 'Cards', 'Seen', 'Mature']}
      rows={domains.map(({ number, title, share, cards, seen, mature }) => ({
        key: String(number),
        head: title,
        cells: [weightText(share), ...[cards, seen, mature].map(numberText)],
      }))}
    />
  );
}
