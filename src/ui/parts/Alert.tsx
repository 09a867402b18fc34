import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** Something the learner has to know: what happened, what it means, what can be done. */
export function Alert({
  title,
  kind = 'error',
  children,
}: {
  title: string;
  kind?: 'error' | 'info';
  children?: ComponentChildren;
}) {
  return (
    <div class={`alert ${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <Icon name={kind === 'error' ? 'warning' : 'info'} />
      <div>
        <strong>{title}</strong>
        <div>{children}</div>
      </div>
    </div>
  );
}
