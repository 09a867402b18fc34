import type { Known } from '../../knowledge/routes.ts';
import { element, glyph } from './element.ts';

export interface Handle {
  button: HTMLButtonElement;
  show(known: Known): void;
  /** How many cards of the page wait for review. */
  count(due: number): void;
  /** Puts the handle at a share (0 to 1) of the height between the bars. */
  place(at: number): void;
}

const height = 56;
/** Kept clear of the console's top and bottom bars. */
const margin = 60;
const step = 24;
/** A pointer that moved less than this many pixels clicked. */
const tolerance = 4;

/**
 * The button at the page's edge that opens the panel. It can be dragged or moved by arrow keys along the edge.
 * @param moved told the new share of the height when the learner has moved it
 */
export function createHandle({ opened, moved }: { opened: () => void; moved: (at: number) => void }): Handle {
  const tip = element('span', { class: 'tip', 'aria-hidden': 'true' });
  const count = element('span', { class: 'known', 'aria-hidden': 'true' });
  const button = element('button', {
    class: 'handle hidden',
    type: 'button',
    'aria-expanded': 'false',
    'aria-description': 'Arrow keys move it',
  });
  button.append(glyph(), count, tip);

  let at = 0.5;
  const room = () => Math.max(1, innerHeight - 2 * margin - height);
  const place = (share: number) => {
    at = Math.min(1, Math.max(0, share));
    button.style.top = `${margin + at * room()}px`;
  };

  let dragFrom: { y: number; at: number; dragged: boolean } | null = null;
  button.addEventListener('pointerdown', (event) => {
    dragFrom = { y: event.clientY, at, dragged: false };
    button.setPointerCapture(event.pointerId);
  });
  button.addEventListener('pointermove', (event) => {
    if (!dragFrom) return;
    const way = event.clientY - dragFrom.y;
    dragFrom.dragged ||= Math.abs(way) > tolerance;
    if (dragFrom.dragged) place(dragFrom.at + way / room());
  });
  button.addEventListener('click', () => {
    const wasDrag = dragFrom?.dragged;
    dragFrom = null;
    if (wasDrag) moved(at);
    else opened();
  });
  button.addEventListener('keydown', (event) => {
    const way = { ArrowUp: -step, ArrowDown: step }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    place(at + way / room());
    moved(at);
  });

  let shown: Known | null = null;
  let due = 0;
  /** Cards that are due count before what is known: they are something to do. */
  const name = () => {
    if (!shown) return;
    const { topic, notes, limits } = shown;
    const what = due
      ? `${counted(due, 'card')} due`
      : `${counted(notes, 'note')} and ${counted(limits, 'limit')}`;
    tip.textContent = topic;
    count.textContent = String(due || notes + limits);
    count.classList.toggle('due', due > 0);
    button.setAttribute('aria-label', `Sidecar: ${topic}, ${what}`);
  };

  return {
    button,
    place,
    show(known) {
      shown = known;
      name();
    },
    count(cards) {
      due = cards;
      name();
    },
  };
}

const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
