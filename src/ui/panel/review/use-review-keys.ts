import { useLayoutEffect, useRef } from 'preact/hooks';

/** Where a key belongs to what has the focus: fields, and buttons for those that press them. */
const fields = 'input:not([type=radio]), textarea, select, [role=menu]';

/**
 * Keys of a review, while focus is not in a field. Capital letters count as small ones; with another modifier a key is
 * the browser's, but for undoing. A digit begins a typed answer where there is a field for one.
 */
export function useReviewKeys(keys: Record<string, () => void>): void {
  const current = useRef(keys);
  current.current = keys;
  // Not after the paint: whoever sees a card may press a key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.isComposing || target.closest(fields)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const isUndo = (event.ctrlKey || event.metaKey) && key === 'z';
      if (!isUndo && (event.ctrlKey || event.metaKey || event.altKey)) return;
      // A button or link that has the focus is pressed by these. The tab that was pressed to come here is not once more.
      if ((key === ' ' || key === 'Enter') && target.closest('button:not([role=tab]), a, summary')) return;
      const field = document.querySelector<HTMLInputElement>('.review .typed input:not([readonly])');
      if (field && /^[\d.]$/.test(key)) {
        field.focus();
        return;
      }
      const run = current.current[isUndo ? 'u' : key];
      if (!run) return;
      event.preventDefault();
      // A key that is held down answers one card, not all of them.
      if (!event.repeat) run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
