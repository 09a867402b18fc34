/** How far the panel must stay from the top and bottom of the window, in pixels. */
export interface Insets {
  top: number;
  bottom: number;
}

/** Heights of the console's bars, assumed where none was found. */
const assumed: Insets = { top: 48, bottom: 40 };
const tallestBar = 96;
const leastWidth = 0.8;

/**
 * Finds the bars at the top and bottom by position only, once: no name, class or id of the page is read.
 * @param x where the panel will stand, in pixels from the left
 * @param pinned a pinned panel minds fixed bars only, since bars in the flow give way with the page
 */
export function probeBars(x: number, pinned: boolean): Insets {
  const positions = pinned ? ['fixed'] : ['fixed', 'sticky'];
  const probe = (ys: number[], inset: (box: DOMRect) => number) =>
    Math.max(
      0,
      ...ys
        .flatMap((y) => document.elementsFromPoint(x, y))
        .flatMap((element) => {
          const box = element.getBoundingClientRect();
          const isBar =
            box.width >= innerWidth * leastWidth &&
            box.height <= tallestBar &&
            positions.includes(getComputedStyle(element).position);
          return isBar ? [inset(box)] : [];
        }),
    );
  const found = {
    top: probe([4, 12, 24], (box) => box.bottom),
    bottom: probe(
      [4, 12, 24].map((up) => innerHeight - up),
      (box) => innerHeight - box.top,
    ),
  };
  if (pinned) return found;
  return { top: found.top || assumed.top, bottom: found.bottom || assumed.bottom };
}
