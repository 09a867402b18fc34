import { monthText } from '../../knowledge/limit-text.ts';
import { Icon } from './Icon.tsx';
import { InlineMarkdown } from './InlineMarkdown.tsx';

/** What exam material may say, beside what is documented today. */
export function Pair({ said, until, now }: { said: string; until?: string | undefined; now: string }) {
  return (
    <div class="pair">
      <div class="older">
        <div class="small">Exam material may say</div>
        <InlineMarkdown text={said} />
        {until && <span class="small"> until {monthText(until)}</span>}
        <span class="unseen">. </span>
      </div>
      <Icon name="right" />
      <div class="newer">
        <div class="small">Documented today</div>
        <strong>
          <InlineMarkdown text={now} />
        </strong>
      </div>
    </div>
  );
}
