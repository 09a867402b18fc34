import { countText, numberText } from './count-text.ts';
import { PressButton } from './PressButton.tsx';
import { stateOf, type SetCount } from './set-counts.ts';

export interface ExamSetProps {
  code: string;
  topics: number;
  counts: Pick<SetCount, 'cards' | 'chosen'>;
  onSet: (on: boolean) => void;
}

/** All topics of the exam learned for, in one. */
export function ExamSet({ code, topics, counts, onSet }: ExamSetProps) {
  const state = stateOf(counts);
  return (
    <section class="manage-part exam-set" aria-label={`${code} set`}>
      <div>
        <h3>{code} set</h3>
        <p class="small">
          {countText(topics, 'topic')}, {countText(counts.cards, 'card')}
          {state === 'on' && ', all in review'}
          {state === 'partly' && `, ${numberText(counts.chosen)} in review`}
        </p>
      </div>
      <div class="buttons">
        <PressButton isOff={state === 'on'} label={`Add the ${code} set`} onPress={() => onSet(true)}>
          Add
        </PressButton>
        <PressButton
          kind="link"
          isOff={state === 'off'}
          label={`Remove the ${code} set`}
          onPress={() => onSet(false)}
        >
          Remove
        </PressButton>
      </div>
    </section>
  );
}
