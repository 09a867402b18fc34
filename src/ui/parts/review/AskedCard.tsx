import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card } from '../../../review/card.ts';
import { checkTyped, type Verdict } from '../../../review/typed-answer.ts';
import { InlineMarkdown } from '../InlineMarkdown.tsx';
import { AnswerSheet } from './AnswerSheet.tsx';
import { isFocusLost } from './focus.ts';

/** How an answer is given: shown and judged by oneself, typed as a number, or chosen among a few. */
export type Manner = 'shown' | 'typed' | 'chosen';

/** What the learner answered before the card was shown, and what it is worth. */
export interface Response {
  text: string;
  verdict: Verdict;
}

/** Judges what was typed or chosen; nothing, where nothing was answered. */
export function judgeResponse(card: Card, manner: Manner, text: string): Response | null {
  if (!text.trim() || manner === 'shown') return null;
  if (manner === 'typed' && card.typed) return { text, verdict: checkTyped(text, card.typed) };
  return { text, verdict: text === card.answer ? 'right' : 'wrong' };
}

export interface AskedCardProps {
  card: Card;
  /** `AWS Lambda · Concurrency`. */
  subject: string;
  manner: Manner;
  text: string;
  onText: (text: string) => void;
  /** Shows the answer; with the text that was chosen, where it was. */
  onShow: (chosen?: string) => void;
  isShown: boolean;
  response: Response | null;
  /** Whether what the card says was corrected since it was last answered. */
  isChanged: boolean;
  today: number;
}

/** A card: its question, a way to answer, and below the line what the answer is. The question does not move. */
export function AskedCard(props: AskedCardProps) {
  const { card, subject, manner, text, onText, onShow, isShown, response, isChanged, today } = props;
  const question = useRef<HTMLHeadingElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  // The learner's own press has brought this answer, or has taken what had the focus away: so it is read.
  useLayoutEffect(() => {
    if (isShown) answer.current?.focus({ preventScroll: true });
    else if (isFocusLost()) question.current?.focus({ preventScroll: true });
  }, [card.id, isShown]);
  return (
    <div class="card">
      <p class="small">{subject}</p>
      <h2 class="question" ref={question} tabIndex={-1}>
        <InlineMarkdown text={card.question} />
      </h2>
      {manner === 'typed' && (
        <form
          class="field typed"
          onSubmit={(event) => {
            event.preventDefault();
            onShow();
          }}
        >
          <input
            aria-label="Your answer"
            placeholder={card.typed?.unit ? `A number, in ${card.typed.unit} or another unit` : 'A number'}
            autocomplete="off"
            value={text}
            readOnly={isShown}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        </form>
      )}
      {manner === 'chosen' && (
        <ol class="choices" aria-label="Choose">
          {card.choices?.map((choice, at) => (
            <li>
              <button
                type="button"
                class={`choice${isShown && choice === card.answer ? ' right' : ''}${isShown && choice === text && choice !== card.answer ? ' wrong' : ''}`}
                aria-pressed={choice === text}
                disabled={isShown}
                onClick={() => onShow(choice)}
              >
                <kbd class="key" aria-hidden="true">
                  {at + 1}
                </kbd>
                <InlineMarkdown text={choice} />
              </button>
            </li>
          ))}
        </ol>
      )}
      {isShown && (
        <div ref={answer} tabIndex={-1} class="answer-sheet">
          <AnswerSheet card={card} response={response} isChanged={isChanged} today={today} />
        </div>
      )}
    </div>
  );
}
