/** Whether what had the focus is gone, so that what came in its place may have it. Elsewhere it is left alone. */
export const isFocusLost = (): boolean => document.hasFocus() && document.activeElement === document.body;
