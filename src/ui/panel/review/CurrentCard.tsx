import { useMemo, useRef, useState } from 'preact/hooks';
import type { Session } from '../../../platform/review-requests.ts';
import type { Grade } from '../../../review/state.ts';
import { Alert } from '../../parts/Alert.tsx';
import { AskedCard, judgeResponse, type Manner } from '../../parts/review/AskedCard.tsx';
import { GradeBar } from '../../parts/review/GradeBar.tsx';
import type { ShownCard } from './use-card.ts';
import { useReviewKeys } from './use-review-keys.ts';
import type { useSession } from './use-session.ts';

/** Grades are not taken this soon after the answer is there, against double presses. */
const deaf = 250;
/** A card that was answered this often is asked for the number itself, before that among choices. */
const typedFrom = 2;

function mannerOf({ card }: ShownCard, reps: number): Manner {
  if (card.choices && (!card.typed || reps < typedFrom)) return 'chosen';
  return card.typed ? 'typed' : 'shown';
}

export interface CurrentCardProps {
  session: Session;
  review: ReturnType<typeof useSession>;
  /** Null until its text is read. */
  shown: ShownCard | null;
  isUnreadable: boolean;
  today: number;
  onReport: () => void;
  /** Opens a note or limit where it stands. */
  onOpen: (id: string) => void;
}

/** The card that is asked. A new one is a new component, so nothing of the former stays. */
export function CurrentCard(props: CurrentCardProps) {
  const { session, review, shown, isUnreadable, today, onReport, onOpen } = props;
  const [text, setText] = useState('');
  const [isShown, setIsShown] = useState(false);
  const asked = useMemo(() => performance.now(), []);
  const shownAt = useRef(0);
  const state = session.states.find(({ id }) => id === session.queue.cards[0]);
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
    u: review.undo,
    b: () => review.act({ kind: 'bury' }, shown?.card.revision ?? '', 0),
    x: () => review.act({ kind: 'suspend' }, shown?.card.revision ?? '', 0),
    f: onReport,
    e: () => shown && onOpen(shown.card.fact),
    o: () => shown && window.open(shown.card.sources[0]?.url, '_blank', 'noopener,noreferrer'),
  });

  return (
    <>
      {session.leech && (
        <Alert kind="info" title={`The last card was missed ${session.leech.lapses} times`}>
          Rewrite it as your own note, or suspend it: undo, then press X.
        </Alert>
      )}
      {isUnreadable ? (
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
