import { askReview } from '../../../platform/ask-review.ts';
import type { Session } from '../../../platform/review-requests.ts';
import type { Card } from '../../../review/card.ts';
import type { ReviewBase } from '../../../review/decks.ts';
import type { Scope } from '../../../review/queue.ts';
import { Icon } from '../../parts/Icon.tsx';
import { FirstRun } from '../../parts/review/FirstRun.tsx';
import { isSameScope, ScopeBar } from '../../parts/review/ScopeBar.tsx';
import { SessionEnd, type SessionEndProps } from '../../parts/review/SessionEnd.tsx';
import { useCopy } from '../../parts/use-copy.ts';
import { CurrentCard } from './CurrentCard.tsx';
import { FaultAlert } from './FaultAlert.tsx';
import type { ManageView } from './Manage.tsx';
import { SessionMenu } from './SessionMenu.tsx';
import { useCard } from './use-card.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { type Here, useSession } from './use-session.ts';

/** What is reviewed, and what it is called. */
export interface Asked {
  here: Here;
  /** What people call the service of the open page. */
  service: string;
}

export interface ReviewSessionProps extends Asked {
  /** What to review, if that is known before what waits is. */
  wanted: Scope | null;
  base: ReviewBase;
  today: number;
  onOpen: (id: string) => void;
  onManage: (view: ManageView) => void;
}

/** Cards one after the other: question, answer, grade. */
export function ReviewSession(props: ReviewSessionProps) {
  const { here, service, wanted, base, today, onOpen, onManage } = props;
  const review = useSession(here, wanted);
  const { session, scope, grades } = review;
  const { value: shown, error } = useCard(session?.queue.cards ?? []);
  const { outcome, copy } = useCopy();
  if (!session) return review.fault ? <FaultAlert fault={review.fault} /> : null;
  if (!session.isAnyChosen) {
    const exam = base.exams.find(({ code }) => code === session.settings.exam.code);
    return (
      <FirstRun
        decks={base.decks}
        exam={{ code: session.settings.exam.code, name: exam?.name ?? session.settings.exam.code }}
        settings={session.settings}
        onSets={(sets, on) => askReview('choose-sets', { sets, on })}
        onChoose={() => onManage('sets')}
      />
    );
  }
  if (!scope) return null;
  const scopes: { scope: Scope; label: string; count: number }[] = [
    { scope: { kind: 'all' }, label: 'All', count: session.counts.all },
  ];
  if (here.service !== null)
    scopes.unshift({
      scope: { kind: 'service', service: here.service },
      label: service,
      count: session.counts.service,
    });
  if (here.topic !== null)
    scopes.unshift({
      scope: { kind: 'topic', topic: here.topic },
      label: 'This page',
      count: session.counts.topic,
    });
  if (!scopes.some((one) => isSameScope(one.scope, scope)))
    scopes.unshift({
      scope,
      label: labelOf(scope, base),
      count: session.queue.dueCount + session.queue.newCount,
    });
  const report = () => {
    if (shown) copy(reportText(shown.card));
  };
  const waiting = session.queue.dueCount + session.queue.newCount;
  return (
    <div class="review">
      <div class="session-head">
        <ScopeBar scopes={scopes} scope={scope} onScope={review.choose} />
        <button
          type="button"
          class="icon-button"
          aria-label="Undo the last answer"
          title="Undo (U)"
          aria-disabled={!session.undoable}
          onClick={review.undo}
        >
          <Icon name="undo" />
        </button>
        <SessionMenu
          card={shown?.card ?? null}
          base={base}
          scope={scope}
          exam={session.settings.exam.code}
          onScope={review.choose}
          onAct={(kind) => review.act({ kind }, shown?.card.revision ?? '', 0)}
          onReport={report}
          onOpen={onOpen}
          onManage={onManage}
        />
        <Progress done={grades.length} left={waiting} said={outcome ? reported[outcome] : ''} />
      </div>
      {review.fault && <FaultAlert fault={review.fault} />}
      {waiting ? (
        <CurrentCard
          key={cardKey(session)}
          session={session}
          review={review}
          shown={shown}
          isUnreadable={Boolean(error)}
          today={today}
          onReport={report}
          onOpen={onOpen}
        />
      ) : (
        <Ended
          session={session}
          scope={scope}
          grades={grades}
          now={Date.now()}
          onElsewhere={() => review.choose({ kind: 'all' })}
          onGoOn={review.goOn}
          onStatistics={() => onManage('statistics')}
          onSets={() => onManage('sets')}
          onUndo={review.undo}
        />
      )}
    </div>
  );
}

/** What a scope is called that is not one of the open page: the page was left, or it is a domain of an exam. */
function labelOf(scope: Scope, { services }: ReviewBase): string {
  if (scope.kind === 'domain') return scope.exam.replace(/^.*\//, 'Domain ');
  return scope.kind === 'service' ? (services[scope.service] ?? scope.service) : 'Page before';
}

/** What became of a report, beside the progress. */
const reported = { copied: 'Report copied', refused: 'The browser does not let Sidecar copy here' };

/** Names what looks wrong so that somebody else finds it. */
const reportText = ({ fact, form, question, answer, sources, verified }: Card): string =>
  [
    `This fact looks wrong: ${fact} (${form})`,
    question,
    answer,
    ...sources.map(({ url }) => url),
    `checked ${verified}`,
  ].join('\n');

function Ended({ onUndo, ...props }: SessionEndProps & { onUndo: () => void }) {
  useReviewKeys({ u: onUndo });
  return <SessionEnd {...props} />;
}

/** Another one for another card, and for the same card asked again; not for what other surfaces do to other cards. */
function cardKey({ queue, states }: Session): string {
  const [card] = queue.cards;
  return `${card} ${states.find(({ id }) => id === card)?.version ?? 0}`;
}

/** How far the session is; for a moment instead of that what is said. */
function Progress({ done, left, said }: { done: number; left: number; said: string }) {
  const whole = done + left;
  const at = Math.min(done + 1, whole);
  return (
    <div class="session-progress">
      <div
        class="progress"
        role="progressbar"
        aria-label="Progress"
        aria-valuemin={0}
        aria-valuemax={whole}
        aria-valuenow={done}
        aria-valuetext={left ? `Card ${at} of ${whole}` : `${done} answered`}
      >
        <span style={{ width: `${whole ? (100 * done) / whole : 0}%` }} />
      </div>
      <span class="small">
        <span role="status">{said}</span>
        <span aria-hidden="true" hidden={Boolean(said)}>
          {left ? `Card ${at} of ${whole}` : `${done} answered`}
        </span>
      </span>
    </div>
  );
}
