import { useId } from 'preact/hooks';
import type { Done } from '../../../platform/review-requests.ts';
import type { ReviewSettings } from '../../../review/state.ts';
import { Alert } from '../Alert.tsx';
import { ExamFields } from './ExamFields.tsx';
import { NumberField } from './NumberField.tsx';
import { RestDays } from './RestDays.tsx';
import { useAhead } from './use-ahead.ts';
import { ViewHead } from './ViewHead.tsx';

type Change = Partial<ReviewSettings>;

export interface SettingsProps {
  /** What is stored; a new object when it has changed. */
  settings: ReviewSettings;
  exams: { code: string; name: string }[];
  /** The learner's day, `YYYY-MM-DD`. */
  today: string;
  /** Gives what is stored then. */
  onChange: (change: Change) => Promise<ReviewSettings>;
  onBack: () => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether what is stored is what was to be stored. */
const holds = (stored: ReviewSettings, change: Change): boolean =>
  (Object.keys(change) as (keyof ReviewSettings)[]).every(
    (field) => JSON.stringify(stored[field]) === JSON.stringify(change[field]),
  );

const notKept: Done = { refused: 'The value before stays in force. Change it once more to try again.' };

/** How the learner wants to review. Each change is stored at once. */
export function Settings({ settings, exams, today, onChange, onBack }: SettingsProps) {
  const hourId = useId();
  const { shown, send, status, refused } = useAhead<ReviewSettings, Change>(
    settings,
    (value, change) => ({ ...value, ...change }),
    async (change) => (holds(await onChange(change), change) ? { done: true } : notKept),
  );
  const set = (change: Change) => void send(change);
  return (
    <div class="manage">
      <ViewHead title="Review settings" onBack={onBack} status={status === 'saved' ? 'Saved' : ''} />
      {refused && <Alert title="The change was not saved">{refused}</Alert>}
      <section class="manage-part">
        <h3>Each day</h3>
        <div class="fields">
          <NumberField
            label="New cards a day"
            value={shown.newPerDay}
            min={0}
            max={999}
            onValue={(newPerDay) => set({ newPerDay })}
          />
          <NumberField
            label="Cards a day, at most"
            value={shown.perDay}
            min={1}
            max={9999}
            hint="new ones included"
            onValue={(perDay) => set({ perDay })}
          />
          <div class="setting">
            <label for={hourId}>The day starts at</label>
            <select
              id={hourId}
              value={String(shown.dayStartsAt)}
              onChange={(event) => set({ dayStartsAt: Number(event.currentTarget.value) })}
            >
              {hours.map((hour) => (
                <option key={hour} value={String(hour)}>
                  {String(hour).padStart(2, '0')}:00
                </option>
              ))}
            </select>
          </div>
        </div>
        <RestDays days={shown.restDays} onDays={(restDays) => set({ restDays })} />
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={shown.badge}
            onChange={(event) => set({ badge: event.currentTarget.checked })}
          />
          Show the number of due cards on the toolbar button
        </label>
      </section>
      <section class="manage-part">
        <h3>Remembering</h3>
        <NumberField
          label="Share to remember"
          value={Math.round(shown.retention * 100)}
          min={70}
          max={97}
          unit="%"
          hint="70 to 97"
          onValue={(percent) => set({ retention: percent / 100 })}
        />
        <p class="small">A higher share asks each card more often.</p>
      </section>
      <section class="manage-part">
        <h3>Before the exam</h3>
        <ExamFields exam={shown.exam} exams={exams} today={today} onExam={(exam) => set({ exam })} />
      </section>
    </div>
  );
}
