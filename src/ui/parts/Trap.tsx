import { Icon } from './Icon.tsx';
import { InlineMarkdown } from './InlineMarkdown.tsx';

/** What the wrong exam answer looks like. */
export const Trap = ({ text }: { text: string }) => (
  <div class="trap">
    <strong>
      <Icon name="warning" />
      Exam trap
    </strong>
    <InlineMarkdown text={text} />
  </div>
);
