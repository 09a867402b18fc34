import { useId } from 'preact/hooks';

/** From Monday, each with its number. */
const week = [
  ['Monday', 1],
  ['Tuesday', 2],
  ['Wednesday', 3],
  ['Thursday', 4],
  ['Friday', 5],
  ['Saturday', 6],
  ['Sunday', 0],
] as const;

/** The days of the week without review, each switched by itself. */
export function RestDays({ days, onDays }: { days: number[]; onDays: (days: number[]) => void }) {
  const id = useId();
  return (
    <div class="setting" role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <span class="setting-name" id={id}>
        Rest days
      </span>
      <div class="week">
        {week.map(([name, day]) => (
          <button
            key={day}
            type="button"
            class="chip"
            aria-pressed={days.includes(day)}
            onClick={() =>
              onDays(
                days.includes(day)
                  ? days.filter((other) => other !== day)
                  : [...days, day].toSorted((a, b) => a - b),
              )
            }
          >
            {name.slice(0, 3)}
            <span class="unseen">{name.slice(3)}</span>
          </button>
        ))}
      </div>
      <p class="small" id={`${id}-hint`}>
        A rest day does not break the days in a row.
      </p>
    </div>
  );
}
