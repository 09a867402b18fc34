import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

export interface ChartSectionProps {
  title: string;
  /** At the end of the heading's line: a sum, a legend. */
  aside?: ComponentChildren;
  /** To move the focus to the heading. */
  heading?: Ref<HTMLHeadingElement>;
  children?: ComponentChildren;
}

/** A chart or table under its heading. */
export function ChartSection({ title, aside, heading, children }: ChartSectionProps) {
  const id = useId();
  return (
    <section class="chart" aria-labelledby={id}>
      <div class="chart-head">
        <h3 id={id} ref={heading} tabIndex={heading ? -1 : undefined}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
