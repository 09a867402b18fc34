import { useId, useState } from 'preact/hooks';
import { Fault } from './Fault.tsx';

export interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  unit?: string;
  hint?: string;
  onValue: (value: number) => void;
}

/** A whole number that is stored when the field is left or Enter is pressed; out of range the old one stays. */
export function NumberField({ label, value, min, max, unit = '', hint, onValue }: NumberFieldProps) {
  const id = useId();
  /** What is typed and not stored. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const store = (typed: string) => {
    const text = typed.trim();
    const number = Number(text);
    const fits = /^\d+$/.test(text) && number >= min && number <= max;
    setRefused(!fits);
    setDraft(fits ? null : typed);
    if (fits && number !== value) onValue(number);
  };
  const reset = () => {
    setDraft(null);
    setRefused(false);
  };
  const hintId = hint || unit ? `${id}-hint` : '';
  const faultId = isRefused ? `${id}-fault` : '';
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      <div class="with-unit">
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={draft ?? String(value)}
          aria-invalid={isRefused || undefined}
          aria-describedby={`${faultId} ${hintId}`.trim() || undefined}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onChange={(event) => store(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || draft === null) return;
            event.stopPropagation();
            reset();
          }}
        />
        {hintId && (
          <span class="small" id={hintId}>
            {[unit, hint].filter(Boolean).join(', ')}
          </span>
        )}
      </div>
      <Fault id={faultId}>
        {isRefused &&
          `${min} to ${max.toLocaleString('en-US')}. ${[value, unit].join(' ').trim()} stays in force.`}
      </Fault>
    </div>
  );
}
