import type { ComponentChildren } from 'preact';
import { dayText } from '../../../knowledge/limit-text.ts';
import type { Overview } from '../../../platform/review-requests.ts';
import { percentText, shortDayText } from './chart-text.ts';
import { numberText } from './count-text.ts';

type FiguresProps = Pick<Overview, 'remembered' | 'streak' | 'dueToday' | 'timeNeeded' | 'forecast'>;

/** What is remembered, days in a row, and what is due today. */
export function Figures({ remembered, streak, dueToday, timeNeeded, forecast }: FiguresProps) {
  const { share, base } = remembered;
  return (
    <dl class="figures">
      <Figure
        name="Remembered"
        note={base ? `of ${numberText(base)}, last 30 days` : 'nothing repeated in 30 days'}
      >
        {share === null ? <Unknown /> : percentText(share)}
      </Figure>
      <Figure name="Days in a row" note={`longest ${numberText(streak.longest)}`}>
        {numberText(streak.now)}
      </Figure>
      <Figure name="Due today" note={dueToday ? timeNeeded : <NextDue forecast={forecast} />}>
        {numberText(dueToday)}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  name: string;
  note: ComponentChildren;
  children: ComponentChildren;
}

function Figure({ name, note, children }: FigureProps) {
  return (
    <div class="figure">
      <dt class="small">{name}</dt>
      <dd class="figure-value">{children}</dd>
      <dd class="small">{note}</dd>
    </div>
  );
}

function Unknown() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="unseen">Not known yet</span>
    </>
  );
}

/** When the next cards come, where none wait today. */
function NextDue({ forecast }: Pick<Overview, 'forecast'>) {
  const [, ...later] = forecast;
  const next = later.findIndex(({ count }) => count > 0);
  const day = later[next]?.day;
  if (!day) return <>none in {forecast.length} days</>;
  return (
    <>
      next:{' '}
      <time dateTime={day} title={dayText(day)}>
        {next ? shortDayText(day) : 'tomorrow'}
      </time>
    </>
  );
}
