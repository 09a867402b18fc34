import type { Ref } from 'preact';
import { dayText } from '../../../knowledge/limit-text.ts';
import type { DayCount } from '../../../review/statistics.ts';
import { peakOf, shortDayText, shortMonthText, sumOf, weekdayText } from './chart-text.ts';
import { ChartSection } from './ChartSection.tsx';
import { ChartTable } from './ChartTable.tsx';
import { countText, numberText } from './count-text.ts';

/** From how many reviews on a day is shown in each colour. */
const steps = [0, 1, 5, 10, 20];
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const stepOf = (count: number) => steps.findLastIndex((from) => count >= from);

export interface HeatMapProps {
  /** Weeks from Monday to Sunday; the last one ends today. */
  weeks: DayCount[][];
  asTable: boolean;
  heading: Ref<HTMLHeadingElement>;
}

/** How many reviews were done on each day. */
export function HeatMap({ weeks, asTable, heading }: HeatMapProps) {
  const Chart = asTable ? WeekTable : WeekGrid;
  return (
    <ChartSection title="Reviews per day" heading={heading} aside={!asTable && <Legend />}>
      <Chart weeks={weeks} />
    </ChartSection>
  );
}

function Legend() {
  return (
    <span class="legend small" aria-hidden="true">
      0
      {steps.map((_, step) => (
        <span key={step} class={`day step-${step}`} />
      ))}
      {steps.at(-1)}+
    </span>
  );
}

/** `1,204 reviews on 83 of 132 days since 13 Jul 2026, most on 14 Oct 2026 with 34.` */
function summary(weeks: DayCount[][]): string {
  const days = weeks.flat();
  const since = `since ${dayText(days[0]?.day ?? '')}`;
  const peak = peakOf(days);
  if (!peak) return `No reviews ${since}.`;
  const learned = days.filter(({ count }) => count > 0).length;
  const most = `most on ${dayText(peak.day)} with ${numberText(peak.count)}`;
  return `${countText(sumOf(days), 'review')} on ${learned} of ${countText(days.length, 'day')} ${since}, ${most}.`;
}

/** The weeks in which each month begins, and for how many it goes on. A first month without room has no name. */
function monthsOf(weeks: DayCount[][]): { name: string; from: number; weeks: number }[] {
  const names = weeks.map(([monday]) => shortMonthText(monday?.day ?? ''));
  const starts = names.flatMap((name, week) => (name === names[week - 1] ? [] : [week]));
  return starts
    .map((from, place) => ({
      name: names[from] ?? '',
      from,
      weeks: (starts[place + 1] ?? names.length) - from,
    }))
    .filter(({ from, weeks: count }) => from || count > 2);
}

function WeekGrid({ weeks }: { weeks: DayCount[][] }) {
  return (
    <div class="heat-map" role="img" aria-label={summary(weeks)}>
      {weekdays.map((name, day) => (
        <span key={name} class="weekday small" style={{ gridRow: day + 1 }}>
          {day % 2 === 0 && day < 6 && name}
        </span>
      ))}
      {weeks.map((days, week) =>
        days.map(({ day, count }, weekday) => (
          <span
            key={day}
            class={`day step-${stepOf(count)}`}
            style={{ gridArea: `${weekday + 1} / ${week + 2}` }}
            title={`${weekdayText(day)}: ${countText(count, 'review')}`}
          />
        )),
      )}
      {monthsOf(weeks).map(({ name, from, weeks: count }) => (
        <span
          key={from}
          class={`month small${count < 2 ? ' narrow-month' : ''}`}
          style={{ gridArea: `8 / ${from + 2} / auto / span ${count}` }}
        >
          {name}
        </span>
      ))}
    </div>
  );
}

function WeekTable({ weeks }: { weeks: DayCount[][] }) {
  return (
    <ChartTable
      caption="Reviews per day, a row for each week"
      columns={['Week of', ...weekdays]}
      rows={weeks.map((days) => {
        const monday = days[0]?.day ?? '';
        return {
          key: monday,
          head: (
            <time dateTime={monday} title={dayText(monday)}>
              {shortDayText(monday)}
            </time>
          ),
          cells: weekdays.map((_, weekday) => {
            const day = days[weekday];
            return day ? numberText(day.count) : <span class="unseen">to come</span>;
          }),
        };
      })}
    />
  );
}
