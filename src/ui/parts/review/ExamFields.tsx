import { useEffect, useId, useState } from 'preact/hooks';
import { dayText } from '../../../knowledge/limit-text.ts';
import type { ReviewSettings } from '../../../review/state.ts';
import { Fault } from './Fault.tsx';
import { PressButton } from './PressButton.tsx';

type Exam = ReviewSettings['exam'];

export interface ExamFieldsProps {
  exam: Exam;
  exams: { code: string; name: string }[];
  /** The learner's day, `YYYY-MM-DD`: an exam is not before it. */
  today: string;
  onExam: (exam: Exam) => void;
}

/** The exam learned for, and its day. */
export function ExamFields({ exam, exams, today, onExam }: ExamFieldsProps) {
  const id = useId();
  const listed = exams.some(({ code }) => code === exam.code)
    ? exams
    : [{ code: exam.code, name: '' }, ...exams];
  return (
    <div class="fields">
      <div class="setting wide">
        <label for={id}>Exam</label>
        <select
          id={id}
          value={exam.code}
          onChange={(event) => onExam({ ...exam, code: event.currentTarget.value })}
        >
          {listed.map(({ code, name }) => (
            <option key={code} value={code}>
              {[code, name].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </div>
      <ExamDay day={exam.day} code={exam.code} today={today} onDay={(day) => onExam({ ...exam, day })} />
    </div>
  );
}

interface ExamDayProps {
  day: string | null;
  code: string;
  today: string;
  onDay: (day: string | null) => void;
}

/** What the day of the exam does to the days until then. */
function planText({ day, code, today }: Omit<ExamDayProps, 'onDay'>): string {
  if (!day)
    return 'With a day, unseen and overdue cards are spread over the days until then, each asked at least once.';
  if (day <= today)
    return `${dayText(day)} is ${day === today ? 'today' : 'past'}: the daily numbers above apply again.`;
  return `Until ${dayText(day)}, unseen and overdue ${code} cards are spread over the days left. The daily numbers above grow where that needs it.`;
}

/**
 * A day is stored as soon as it is whole. While a year is typed its first digits are one too, `0002`: days before
 * today are refused only when the field is left.
 */
function ExamDay({ day, code, today, onDay }: ExamDayProps) {
  const id = useId();
  const [draft, setDraft] = useState(day ?? '');
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setDraft(day ?? '');
    setFault(null);
  }, [day]);
  const stays = day ? `${dayText(day)} stays in force.` : 'No day is set.';
  const change = (field: HTMLInputElement) => {
    setDraft(field.value);
    if (field.value ? field.value >= today : !field.validity.badInput) {
      setFault(null);
      if (field.value !== (day ?? '')) onDay(field.value || null);
    }
  };
  const leave = (field: HTMLInputElement) => {
    if (field.validity.badInput) setFault(`Day, month and year are needed. ${stays}`);
    else if (field.value && field.value < today && field.value !== day)
      setFault(`From ${dayText(today)} on. ${stays}`);
    else setFault(null);
  };
  const faultId = fault ? `${id}-fault` : '';
  return (
    <div class="setting wide">
      <label for={id}>Exam day</label>
      <div class="with-unit">
        <input
          id={id}
          type="date"
          min={today}
          value={draft}
          aria-invalid={fault ? true : undefined}
          aria-describedby={`${faultId} ${id}-plan`.trim()}
          onChange={(event) => change(event.currentTarget)}
          onBlur={(event) => leave(event.currentTarget)}
        />
        <PressButton kind="link" isOff={!day} label="Clear the exam day" onPress={() => onDay(null)}>
          Clear
        </PressButton>
      </div>
      <Fault id={faultId}>{fault}</Fault>
      <p class="small" id={`${id}-plan`}>
        {planText({ day, code, today })}
      </p>
    </div>
  );
}
