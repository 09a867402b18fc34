/** A moment in which the document has nothing better to do, at the latest after a fifth of a second. */
export const idle = () =>
  new Promise((resolve) => {
    // The background draws nothing and has no idle moments.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: 200 });
    else resolve(null);
  });
