import type { Preview } from '../../../review/schedule.ts';
import type { Grade } from '../../../review/state.ts';

/** What the grades are called, with the key of each. */
export const gradeNames: Record<Grade, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };
const grades = [1, 2, 3, 4] as const satisfies Grade[];

export interface GradeBarProps {
  isShown: boolean;
  previews: Record<Grade, Preview>;
  /** The grade that Space gives. */
  suggested: Grade;
  isBusy: boolean;
  onShow: () => void;
  onGrade: (grade: Grade) => void;
}

/** The foot of a card: first one button that shows the answer, then four grades, in the same place and of one height. */
export function GradeBar({ isShown, previews, suggested, isBusy, onShow, onGrade }: GradeBarProps) {
  if (!isShown)
    return (
      <div class="grade-bar">
        <div class="grade">
          <button type="button" class="grade-button chosen show" onClick={onShow}>
            Show answer
          </button>
          <span class="keys" aria-hidden="true">
            <kbd class="key">Space</kbd>
          </span>
        </div>
      </div>
    );
  return (
    <div class="grade-bar" role="group" aria-label="How well did you know it">
      {grades.map((grade) => (
        <div class="grade">
          <button
            type="button"
            class={`grade-button${grade === suggested ? ' chosen' : ''}`}
            aria-disabled={isBusy}
            onClick={() => onGrade(grade)}
          >
            <strong>{gradeNames[grade]}</strong>
            <span class="unseen">, again in </span>
            <span class="interval">{previews[grade].interval}</span>
          </button>
          <span class="keys" aria-hidden="true">
            <kbd class="key">{grade}</kbd>
            {grade === suggested && <kbd class="key">Space</kbd>}
          </span>
        </div>
      ))}
    </div>
  );
}
