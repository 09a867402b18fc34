import './statistics.css';
import { useRef, useState } from 'preact/hooks';
import type { Done, Overview } from '../../../platform/review-requests.ts';
import { Alert } from '../Alert.tsx';
import { Bars } from './Bars.tsx';
import { ChartSection } from './ChartSection.tsx';
import { durationText, sumOf } from './chart-text.ts';
import { CoverageBars } from './CoverageBars.tsx';
import { Figures } from './Figures.tsx';
import { HeatMap } from './HeatMap.tsx';
import { NothingAnswered } from './NothingAnswered.tsx';
import { useDoing } from './use-doing.ts';
import { ViewHead } from './ViewHead.tsx';
import { WeakMap } from './WeakMap.tsx';

export interface StatisticsProps {
  overview: Overview;
  onBack: () => void;
  /** Writes the review log to a file. */
  onExportLog?: () => Promise<Done>;
  /** Goes to a service. */
  onService?: (id: string) => void;
}

/** Whether nothing was ever answered, as far as the overview tells. */
const isEmpty = ({ remembered, streak, weeks, services }: Overview) =>
  !remembered.base && !streak.longest && !sumOf(weeks.flat()) && services.every(({ seen }) => !seen);

/** What was learned, what comes, and where one is weak; as charts or as tables. */
export function Statistics({ overview, onBack, onExportLog, onService }: StatisticsProps) {
  const [asTables, setAsTables] = useState(false);
  const firstChart = useRef<HTMLHeadingElement>(null);
  const { weeks, forecast, exam, domains, services, timeSpent } = overview;
  // What was asked for begins further up, and the button moves: the focus goes to where it begins.
  const toggle = () => {
    setAsTables(!asTables);
    firstChart.current?.focus();
  };
  return (
    <div class="manage statistics">
      <ViewHead title="Statistics" onBack={onBack} />
      {isEmpty(overview) ? (
        <NothingAnswered dueToday={overview.dueToday} onBack={onBack} />
      ) : (
        <>
          <Figures {...overview} />
          <HeatMap weeks={weeks} asTable={asTables} heading={firstChart} />
          <ChartSection
            title="Time spent"
            aside={
              <span class="small">
                <strong>{durationText(timeSpent)}</strong> in the last 30 days
              </span>
            }
          />
          <Bars forecast={forecast} asTable={asTables} />
          <CoverageBars exam={exam} domains={domains} asTable={asTables} />
          <WeakMap services={services} asTable={asTables} onService={onService} />
          <div class="statistics-foot">
            <button type="button" class="small text-button" onClick={toggle}>
              {asTables ? 'Show as charts' : 'Show as tables'}
            </button>
            {onExportLog && <ExportLog onExport={onExportLog} />}
          </div>
        </>
      )}
    </div>
  );
}

function ExportLog({ onExport }: { onExport: () => Promise<Done> }) {
  const { isRunning, refused, run } = useDoing();
  return (
    <>
      <button
        type="button"
        class="small text-button"
        aria-disabled={isRunning || undefined}
        onClick={() => void run(onExport)}
      >
        Export review log
      </button>
      {refused && <Alert title="The review log was not exported">{refused}</Alert>}
    </>
  );
}
