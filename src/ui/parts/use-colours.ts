import { useLayoutEffect } from 'preact/hooks';

/** Makes the document dark or light like the console; where nobody knows (null) like the system. */
export function useColours(dark: boolean | null): void {
  useLayoutEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => document.documentElement.classList.toggle('dark', dark ?? system.matches);
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [dark]);
}
