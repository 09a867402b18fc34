/** Drawings on a grid of 16, as strokes; a few are filled dots. */
const drawings = {
  pin: 'M5.5 2h5M6.5 2v4.5L4 9.5h8L9.500 6.500V2M8 9.500V14',
  menu: 'M8 3.250v.01M8 8v.01M8 12.750v.01',
  close: 'M3 3l10 10M13 3L3 13',
  chevron: 'M4 6l4 4 4-4',
  back: 'M10 4L6 8l4 4',
  search: 'M11 7A4 4 0 1 1 3 7a4 4 0 0 1 8 0zM10 10l4 4',
  copy: 'M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3',
  check: 'M3 8.500l3.250 3.250L13 5',
  up: 'M8 14V3M3.500 7.500L8 3l4.500 4.500',
  lock: 'M3.500 7.500h9v6h-9zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500',
  undo: 'M5.500 3L2.500 6l3 3M2.500 6h7a4 4 0 0 1 0 8H6',
  flag: 'M3.500 14V2.500h8.500l-2 3 2 3H3.500',
  addToReview: 'M4 14V2.250h8V14l-4-3.250zM8 4.500v4M6 6.500h4',
  inReview: 'M4 14V2.250h8V14l-4-3.250zM6 6.500l1.500 1.500L10 5',
  cards: 'M5.500 5.500h8v8h-8zM2.500 10.500v-8h8',
  again: 'M13 8a5 5 0 1 1-1.600-3.670L13 6M13 2.500V6H9.500',
  warning: 'M8 2.500L1.750 13.500h12.500zM8 6.500v3M8 11.500v.01',
  right: 'M3 8h10M9 4l4 4-4 4',
  page: 'M3.500 1.750h6l3 3v9.500h-9zM6 7h4M6 10h4',
  gauge: 'M2.250 11.500a6 6 0 1 1 11.500 0M8 9.500l2.500-3.500',
  list: 'M2.500 4h.01M2.500 8h.01M2.500 12h.01M6 4h8M6 8h8M6 12h8',
  info: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.250V11M8 5v.01',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing of 16 pixels in the colour of the text; says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'menu' ? 2.5 : 1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={drawings[name]} />
    </svg>
  );
}

/** The product's mark. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect
        x="2"
        y="2"
        width="8.500"
        height="16"
        rx="2.250"
        fill="none"
        stroke="currentColor"
        stroke-width="1.800"
      />
      <path
        d="M12.500 8.750A1.750 1.750 0 0 1 14.250 7h3A1.750 1.750 0 0 1 19 8.750v9.300a.9.900 0 0 1-1.400.750l-1.850-1.250-1.850 1.250a.9.900 0 0 1-1.400-.750z"
        fill="currentColor"
      />
    </svg>
  );
}
