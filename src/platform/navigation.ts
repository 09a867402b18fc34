/** The part of the Navigation API that is used here; not every browser has it. */
interface Navigation extends EventTarget {
  currentEntry: unknown;
}

/**
 * Tells every address that a tab comes to show, the present one first: hash changes, pushState, replaceState,
 * back and forward. Told after the navigation is committed, so a navigation that the page cancels is never told.
 * @param signal ends it
 */
export function watchAddress(tell: (href: string) => void, signal: AbortSignal): void {
  let last = '';
  const look = () => {
    if (location.href === last) return;
    last = location.href;
    tell(last);
  };
  look();
  const { navigation } = window as { navigation?: Navigation };
  if (navigation) {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  // Without the Navigation API a pushState is seen on the next look only.
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('hashchange', look, { signal });
  const timer = setInterval(look, 500);
  signal.addEventListener('abort', () => clearInterval(timer));
}
