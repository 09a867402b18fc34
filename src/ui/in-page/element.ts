/** Makes an element with properties and children; nothing is ever parsed as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg' as const;

/** The product's mark in one colour. Built piece by piece: pages that require trusted types refuse markup as text. */
export function glyph(): SVGElement {
  const shape = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const mark = shape('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' });
  mark.append(
    shape('rect', {
      x: '2',
      y: '2',
      width: '8.5',
      height: '16',
      rx: '2.25',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.8',
    }),
    shape('path', { d: bookmark, fill: 'currentColor' }),
  );
  return mark;
}

const bookmark =
  'M12.5 8.75A1.75 1.75 0 0 1 14.25 7h3A1.75 1.75 0 0 1 19 8.75v9.3a.9.9 0 0 1-1.4.75l-1.85-1.25-1.85 1.25a.9.9 0 0 1-1.4-.75z';
