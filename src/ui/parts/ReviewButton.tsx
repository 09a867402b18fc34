import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Icon } from './Icon.tsx';

/** What is in review, and how to change it; null where that is not known (yet). */
export interface ReviewChoice {
  isIn: (fact: string, topic: string) => boolean;
  toggle: (fact: string, topic: string, on: boolean) => void;
}

/** Notes and limits stand deep within views that know nothing of review. */
export const ReviewChoiceContext = createContext<ReviewChoice | null>(null);

/** The topic that notes and limits below it belong to. */
export const TopicContext = createContext<string>('');

/** Takes a note or limit into review, or out of it. */
export function ReviewButton({ fact, name }: { fact: string; name: string }) {
  const choice = useContext(ReviewChoiceContext);
  const topic = useContext(TopicContext);
  if (!choice || !topic) return null;
  const isIn = choice.isIn(fact, topic);
  return (
    <button
      type="button"
      class={`icon-button slight${isIn ? ' done' : ''}`}
      aria-pressed={isIn}
      aria-label={`In review: ${name}`}
      title={isIn ? 'In review' : 'Add to review'}
      data-review
      onClick={() => choice.toggle(fact, topic, !isIn)}
    >
      <Icon name={isIn ? 'inReview' : 'addToReview'} />
    </button>
  );
}
