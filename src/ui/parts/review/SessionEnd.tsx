import type { Scope } from '../../../review/queue.ts';
import type { Session } from '../../../platform/review-requests.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { countText, numberText } from './count-text.ts';
import { isFocusLost } from './focus.ts';

export interface SessionEndProps {
  session: Session;
  scope: Scope;
  /** Grades given since the session began. */
  grades: number[];
  /** Now, epoch milliseconds. */
  now: number;
  onElsewhere: () => void;
  onGoOn: () => void;
  onStatistics: () => void;
  onSets: () => void;
}

/** `2 answered, 1 of them missed`: what was done, without praise. */
function doneText(grades: number[]): string {
  const missed = grades.filter((grade) => grade === 1).length;
  return `${grades.length} answered${missed ? `, ${missed} of them missed` : ', all remembered'}`;
}

/** `in 12 minutes`, `tomorrow`, `on 4 Dec`. */
function whenText(due: number, now: number): string {
  const minutes = Math.max(1, Math.round((due - now) / 60_000));
  if (minutes < 60) return `in ${countText(minutes, 'minute')}`;
  const days = Math.round(
    (new Date(due).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days < 1) return `in ${countText(Math.round(minutes / 60), 'hour')}`;
  if (days === 1) return 'tomorrow';
  return `on ${new Date(due).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}`;
}

const places: Record<Scope['kind'], string> = {
  topic: ' of this page',
  service: ' of this service',
  domain: ' of this domain',
  all: '',
};

/** What the limits of the day hold back: cards that are due are held only when the whole day is full. */
function waitingText({ waiting, waitingNew }: Session['queue'], { perDay }: Session['settings']): string {
  const due = waiting - waitingNew;
  const isFull = due
    ? `That was today’s ${numberText(perDay)}. ${numberText(due)} more wait${due === 1 ? 's' : ''} until tomorrow. `
    : '';
  return (
    isFull +
    (waitingNew
      ? `${countText(waitingNew, 'new card')} come${waitingNew === 1 ? 's' : ''} on the next days.`
      : '')
  );
}

/** What stands where no card is left: what was done, when the next one comes, where to go on. */
export function SessionEnd(props: SessionEndProps) {
  const { session, scope, grades, now, onElsewhere, onGoOn, onStatistics, onSets } = props;
  const { queue, counts, settings } = session;
  const isLimited = queue.waiting > 0;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isFocusLost()) heading.current?.focus({ preventScroll: true });
  }, []);
  const elsewhere = scope.kind === 'all' ? 0 : counts.all;
  return (
    <div class="empty session-end">
      {grades.length > 0 && (
        <p class="done" role="status">
          <Icon name="check" />
          {doneText(grades)}
        </p>
      )}
      <h2 ref={heading} tabIndex={-1}>
        {scope.kind === 'all' ? 'Nothing due' : 'Nothing due here'}
      </h2>
      {isLimited && <p>{waitingText(queue, settings)}</p>}
      <p>
        {queue.nextDue !== null && `Next card${places[scope.kind]}: ${whenText(queue.nextDue, now)}. `}
        {elsewhere > 0 && `Elsewhere ${numberText(elsewhere)} ${elsewhere === 1 ? 'is' : 'are'} due.`}
      </p>
      <p class="actions">
        {elsewhere > 0 && (
          <button type="button" class="button primary" onClick={onElsewhere}>
            Review {elsewhere} elsewhere
          </button>
        )}
        {isLimited && (
          <button type="button" class="button" onClick={onGoOn}>
            Continue anyway
          </button>
        )}
        <button type="button" class="link-button" onClick={onStatistics}>
          Statistics
        </button>
        <button type="button" class="link-button" onClick={onSets}>
          What to review
        </button>
      </p>
    </div>
  );
}
