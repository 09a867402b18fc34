import { useLayoutEffect, useState } from 'preact/hooks';

/** Something on its way: not there yet, there, or failed. */
export type Loaded<Value> = { value: Value | null; error: unknown };

/** Waits for a promise; asks again when the key changes, showing the former value meanwhile. */
export function useLoaded<Value>(
  key: string | null,
  load: (key: string) => Promise<Value>,
): Loaded<Value> & { key: string | null } {
  const [loaded, setLoaded] = useState<Loaded<Value> & { key: string | null }>({
    value: null,
    error: null,
    key: null,
  });
  // Not after the next paint, as useEffect would: the sooner it is asked, the sooner there is something to paint.
  useLayoutEffect(() => {
    if (key === null) return undefined;
    let isWanted = true;
    load(key).then(
      (value) => isWanted && setLoaded({ value, error: null, key }),
      (error: unknown) => isWanted && setLoaded({ value: null, error, key }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return loaded;
}
