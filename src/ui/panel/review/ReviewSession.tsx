import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { askReview } from '../../../platform/ask-review.ts';
import type { Session } from '../../../platform/review-requests.ts';
import type { ReviewBase } from '../../../review/decks.ts';
import type { Scope } from '../../../review/queue.ts';
import type { Grade } from '../../../review/state.ts';
import { Alert } from '../../parts/Alert.tsx';
import { copyText } from '../../parts/copy-text.ts';
import { Icon } from '../../parts/Icon.tsx';
import { AskedCard, judgeResponse, type Manner } from '../../parts/review/AskedCard.tsx';
import { FirstRun } from '../../parts/review/FirstRun.tsx';
import { GradeBar } from '../../parts/review/GradeBar.tsx';
import { ScopeBar } from '../../parts/review/ScopeBar.tsx';
import { SessionEnd } from '../../parts/review/SessionEnd.tsx';
import { FaultAlert } from './FaultAlert.tsx';
import type { ManageView } from './Manage.tsx';
import { SessionMenu } from './SessionMenu.tsx';
import { type ShownCard, useCard } from './use-card.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { type Here, useSession } from './use-session.ts';

/** What is reviewed, and what it is called. */
export interface Asked {
  here: Here;
  names: { topic: string; service: string };
}

export interface ReviewSessionProps extends Asked {
  base: ReviewBase;
  today: number;
  onOpen: (id: string) => void;
  onManage: (view: ManageView) => void;
}

/** Grades are not taken this soon after the answer is there, against double presses. */
const deaf = 250;
/** A card that was answered this often is asked for the number itself, before that among choices. */
const typedFrom = 2;

function mannerOf({ card }: ShownCard, reps: number): Manner {
  if (card.choices && (!card.typed || reps < typedFrom)) return 'chosen';
  return card.typed ? 'typed' : 'shown';
}

/** Cards one after the other: question, answer, grade. */
export function ReviewSession({ here, names, base, today, onOpen, onManage }: ReviewSessionProps) {
  const review = useSession(here);
  const { session, scope, grades } = review;
  if (!session || !scope) return review.fault ? <FaultAlert fault={review.fault} /> : null;
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
  const scopes: { scope: Scope; label: string; count: number }[] = [
    { scope: { kind: 'all' }, label: 'All', count: session.counts.all },
  ];
  if (here.service !== null)
    scopes.unshift({
      scope: { kind: 'service', service: here.service },
      label: names.service,
      count: session.counts.service,
    });
  if (here.topic !== null)
    scopes.unshift({
      scope: { kind: 'topic', topic: here.topic },
      label: 'This page',
      count: session.counts.topic,
    });
  const waiting = session.queue.dueCount + session.queue.newCount;
  const bar = (menu: { card: ShownCard['card'] | null; onReport: () => void }) => (
    <div class="session-head">
      <ScopeBar scopes={scopes} scope={scope} onScope={review.choose} />
      <button
        type="button"
        class="icon-button"
        aria-label="Undo the last answer"
        title="Undo (U)"
        aria-disabled={!session.undoable}
        onClick={() => void review.undo()}
      >
        <Icon name="undo" />
      </button>
      <SessionMenu
        {...menu}
        base={base}
        scope={scope}
        exam={session.settings.exam.code}
        onScope={review.choose}
        onAct={(kind) => review.act({ kind }, menu.card?.revision ?? '', 0)}
        onOpen={onOpen}
        onManage={onManage}
      />
      <Progress done={grades.length} left={waiting} />
    </div>
  );
  return (
    <div class="review">
      {waiting ? (
        <CurrentCard
          key={cardKey(session)}
          session={session}
          review={review}
          today={today}
          bar={bar}
          onOpen={onOpen}
        />
      ) : (
        <>
          {bar({ card: null, onReport: () => undefined })}
          <SessionEnd
            session={session}
            scope={scope}
            grades={grades}
            now={Date.now()}
            onElsewhere={() => review.choose({ kind: 'all' })}
            onGoOn={() => review.goOn()}
            onStatistics={() => onManage('statistics')}
            onSets={() => onManage('sets')}
          />
        </>
      )}
    </div>
  );
}

/** Another one for another card, and for the same card asked again; not for what other surfaces do to other cards. */
function cardKey({ queue, states }: Session): string {
  const [card] = queue.cards;
  return `${card} ${states.find(({ id }) => id === card)?.version ?? 0}`;
}

function Progress({ done, left }: { done: number; left: number }) {
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
      <span class="small" aria-hidden="true">
        {left ? `Card ${at} of ${whole}` : `${done} answered`}
      </span>
    </div>
  );
}

interface CurrentCardProps extends Pick<ReviewSessionProps, 'today' | 'onOpen'> {
  session: Session;
  review: ReturnType<typeof useSession>;
  bar: (menu: { card: ShownCard['card'] | null; onReport: () => void }) => preact.ComponentChildren;
}

/** The card that is asked. A new one is a new component, so nothing of the former stays. */
function CurrentCard({ session, review, today, bar, onOpen }: CurrentCardProps) {
  const { cards } = session.queue;
  const { value: shown, error } = useCard(cards);
  const [text, setText] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [said, setSaid] = useState('');
  const asked = useMemo(() => performance.now(), []);
  const shownAt = useRef(0);
  const state = session.states.find(({ id }) => id === cards[0]);
  const manner = shown ? mannerOf(shown, state?.reps ?? 0) : 'shown';
  const response = shown && isShown ? judgeResponse(shown.card, manner, text) : null;
  const isMissed = response?.verdict === 'wrong';

  const show = (chosen?: string) => {
    if (isShown) return;
    if (chosen !== undefined) setText(chosen);
    shownAt.current = performance.now();
    setIsShown(true);
  };
  const grade = (wanted: Grade) => {
    if (!shown || !isShown || performance.now() - shownAt.current < deaf) return;
    review.act({ kind: 'grade', grade: wanted }, shown.card.revision, performance.now() - asked);
  };
  const report = () => {
    if (!shown) return;
    const { card } = shown;
    const lines = [
      `This fact looks wrong: ${card.fact} (${card.form})`,
      card.question,
      card.answer,
      ...card.sources.map(({ url }) => url),
      `checked ${card.verified}`,
    ];
    void copyText(lines.join('\n')).then(() => setSaid('Report copied'));
  };
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(''), 2000);
    return () => clearTimeout(timer);
  }, [said]);
  useReviewKeys({
    ' ': () => (isShown ? grade(isMissed ? 1 : 3) : show()),
    Enter: () => show(),
    ...Object.fromEntries(
      ([1, 2, 3, 4] as const).map((number) => [
        String(number),
        () => {
          if (isShown) grade(number);
          else if (manner === 'chosen') show(shown?.card.choices?.[number - 1]);
        },
      ]),
    ),
    u: () => void review.undo(),
    b: () => review.act({ kind: 'bury' }, shown?.card.revision ?? '', 0),
    x: () => review.act({ kind: 'suspend' }, shown?.card.revision ?? '', 0),
    f: report,
    e: () => shown && onOpen(shown.card.fact),
    o: () => shown && window.open(shown.card.sources[0]?.url, '_blank', 'noopener,noreferrer'),
  });

  return (
    <>
      {bar({ card: shown?.card ?? null, onReport: report })}
      {review.fault && <FaultAlert fault={review.fault} />}
      {session.leech && (
        <Alert kind="info" title="The last card was missed 8 times">
          Rewrite it as your own note, or suspend it: undo, then press X.
        </Alert>
      )}
      {error ? (
        <Alert title="The text of this card could not be read">Suspend it with X, or reload the panel.</Alert>
      ) : (
        shown && (
          <AskedCard
            card={shown.card}
            subject={`${shown.serviceName} · ${shown.topicTitle}`}
            manner={manner}
            text={text}
            onText={setText}
            onShow={show}
            isShown={isShown}
            response={response}
            isChanged={Boolean(state?.revision) && state?.revision !== shown.card.revision}
            today={today}
          />
        )
      )}
      <p class="unseen" role="status">
        {said}
      </p>
      <GradeBar
        isShown={isShown}
        previews={session.previews}
        suggested={isMissed ? 1 : 3}
        isBusy={review.isBusy}
        onShow={() => show()}
        onGrade={grade}
      />
    </>
  );
}
