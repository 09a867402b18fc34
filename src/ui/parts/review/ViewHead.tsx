import './manage.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../Icon.tsx';

export interface ViewHeadProps {
  title: string;
  onBack: () => void;
  /** What is announced: “Saved”. */
  status?: string;
  children?: ComponentChildren;
}

/** The way back to Review and the title of a view inside it, to which the focus goes. */
export function ViewHead({ title, onBack, status = '', children }: ViewHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // The button that led here is gone. Where the focus is elsewhere, in the console page, it stays there.
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header class="manage-head">
      <button type="button" class="manage-back text-button" onClick={onBack}>
        <Icon name="back" />
        Review
      </button>
      <div class="manage-title">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <span class="saved" role="status">
          {status && (
            <>
              <Icon name="check" />
              {status}
            </>
          )}
        </span>
      </div>
      {children}
    </header>
  );
}
