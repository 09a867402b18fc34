import { useState } from 'preact/hooks';
import type { DayCount } from '../../../review/statistics.ts';
import { peakOf, shortDayText, sumOf, weekdayText } from './chart-text.ts';
import { dayText } from '../../../knowledge/limit-text.ts';
import { ChartSection } from './ChartSection.tsx';
import { ChartTable } from './ChartTable.tsx';
import { countText, numberText } from './count-text.ts';

const [short, long] = [14, 30];

export interface BarsProps {
  /** Today and the 29 days after. */
  forecast: DayCount[];
  asTable: boolean;
}

/** How many cards come due on each of the next days: 14 of them, or 30. */
export function Bars({ forecast, asTable }: BarsProps) {
  const [isLong, setLong] = useState(false);
  const days = forecast.slice(0, isLong ? long : short);
  const toggle = (
    <button type="button" class="text-button" onClick={() => setLong(!isLong)}>
      Show {isLong ? short : long} days
    </button>
  );
  return (
    <ChartSection
      title={`Due in the next ${days.length} days`}
      aside={<span class="small">{countText(sumOf(days), 'card')}</span>}
    >
      {asTable ? (
        <>
          <p class="small">{toggle}</p>
          <DayTable days={days} />
        </>
      ) : (
        <>
          <DayBars days={days} />
          <div class="axis small">
            <span>Today</span>
            {toggle}
            <span>{shortDayText(days.at(-1)?.day ?? '')}</span>
          </div>
        </>
      )}
    </ChartSection>
  );
}

/** `104 cards come due in the next 14 days, most on 23 Nov 2026 with 14.` */
function summary(days: DayCount[]): string {
  const peak = peakOf(days);
  const when = `due in the next ${days.length} days`;
  if (!peak) return `No card comes ${when}.`;
  const sum = sumOf(days);
  const most = `most on ${dayText(peak.day)} with ${numberText(peak.count)}`;
  return `${countText(sum, 'card')} ${sum === 1 ? 'comes' : 'come'} ${when}, ${most}.`;
}

/** How much room the numbers over the bars need: the stylesheet hides all but the highest where there is less. */
function crowdOf(days: DayCount[], highest: number): number {
  const characters = days.length * numberText(highest).length;
  return [28, 42, 60].filter((limit) => characters > limit).length;
}

function DayBars({ days }: { days: DayCount[] }) {
  const peak = peakOf(days);
  const highest = peak?.count ?? 0;
  return (
    <div class={`bars crowd-${crowdOf(days, highest)}`} role="img" aria-label={summary(days)}>
      {days.map(({ day, count }) => (
        <span
          key={day}
          class={`bar-day${day === peak?.day ? ' peak' : ''}`}
          title={`${weekdayText(day)}: ${countText(count, 'card')}`}
        >
          <span class="bar-count small">{numberText(count)}</span>
          <span class="bar-fill" style={{ '--share': highest ? count / highest : 0 }} />
        </span>
      ))}
    </div>
  );
}

function DayTable({ days }: { days: DayCount[] }) {
  return (
    <ChartTable
      caption={`Cards due on each of the next ${days.length} days`}
      columns={['Day', 'Cards']}
      rows={days.map(({ day, count }, place) => ({
        key: day,
        head: <time dateTime={day}>{place ? weekdayText(day) : `Today, ${weekdayText(day)}`}</time>,
        cells: [numberText(count)],
      }))}
    />
  );
}
