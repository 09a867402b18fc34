import { countText } from './count-text.ts';
import { PressButton } from './PressButton.tsx';

/** Before the first answer: what will stand here. */
export function NothingAnswered({ dueToday, onBack }: { dueToday: number; onBack: () => void }) {
  return (
    <div class="nothing-answered">
      <h3>No answers yet</h3>
      <p>After your first review, this view shows:</p>
      <ul>
        <li>how much you remember, and how many days in a row you reviewed</li>
        <li>your reviews per day over 19 weeks, and the time they took</li>
        <li>what comes due on each of the next days</li>
        <li>how far you are in each domain of the exam, and your weakest services</li>
      </ul>
      <PressButton onPress={onBack}>
        {dueToday ? `Review ${countText(dueToday, 'card')}` : 'Back to Review'}
      </PressButton>
    </div>
  );
}
