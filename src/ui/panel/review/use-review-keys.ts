import { useEffect, useRef } from 'preact/hooks';

/** Where a key belongs to what has the focus: fields, and buttons for those that press them. */
const fields = 'input:not([type=radio]), textarea, select, [role=menu]';

/**
 * Keys of a review, while focus is not in a field. Capital letters count as small ones; with another modifier a key is
 * the browser's, but for undoing. A digit begins a typed answer where there is a field for one.
 */
export function useReviewKeys(keys: Record<string, () => void>): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.isComposing || target.closest(fields)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const isUndo = (event.ctrlKey || event.metaKey) && key === 'z';
      if (!isUndo && (event.ctrlKey || event.metaKey || event.altKey)) return;
      // A button, link or tab that has the focus is pressed by these.
      if ((key === ' ' || key === 'Enter') && target.closest('button, a, summary, [role=tab]')) return;
      const field = document.querySelector<HTMLInputElement>('.review .typed input:not([readonly])');
      if (field && /^[\d.]$/.test(key)) {
        field.focus();
        return;
      }
      const run = current.current[isUndo ? 'u' : key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
