import { defaultPreferences, narrowest, type Preferences, widest } from '../../platform/preferences.ts';
import { probeBars } from './bars.ts';
import { element } from './element.ts';

/** A page narrower than this beside a pinned panel is no use; the panel then lies over it. */
const leastPage = 640;
const leastMargin = 48;
/** Keys of the edge: how far each moves it, in pixels; with Shift four times as far. */
const keySteps: Record<string, number> = { ArrowLeft: -16, ArrowRight: 16 };

export interface Frame {
  /** Element to put into the shadow root. */
  root: HTMLElement;
  iframe: HTMLIFrameElement;
  place(preferences: Preferences): void;
  remove(): void;
}

/**
 * The panel's frame with its movable edge, placed between the page's bars. While it is pinned the page's root
 * element keeps a margin as wide as the panel; what stood there before is put back on removal.
 * @param resized told the new width in pixels
 */
export function createFrame(source: string, resized: (width: number) => void): Frame {
  // Without this a frame of another origin may not copy.
  const allow = 'clipboard-write';
  const iframe = element('iframe', { src: source, title: 'Sidecar: notes and limits', allow });
  const edge = element('div', {
    class: 'edge',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': 'Panel width',
    'aria-valuemin': String(narrowest),
    'aria-valuemax': String(widest),
  });
  const root = element('div', { class: 'panel' }, edge, iframe);
  const page = document.documentElement;
  const before = { left: page.style.marginLeft, right: page.style.marginRight };
  let shown: Preferences | null = null;

  const setWidth = (width: number) => {
    root.style.width = `${Math.min(width, innerWidth - leastMargin)}px`;
    edge.setAttribute('aria-valuenow', String(width));
  };
  const place = (preferences: Preferences) => {
    shown = preferences;
    const { side, width } = preferences;
    const pinned = preferences.pinned && innerWidth - width >= leastPage;
    page.style.marginLeft = before.left;
    page.style.marginRight = before.right;
    const probeAt = side === 'right' ? innerWidth - width / 2 : width / 2;
    const bars = probeBars(probeAt, pinned);
    root.style.top = `${bars.top}px`;
    root.style.bottom = `${bars.bottom}px`;
    root.parentElement?.classList.toggle('overlaid', !pinned);
    setWidth(width);
    if (pinned) page.style[side === 'right' ? 'marginRight' : 'marginLeft'] = `${width}px`;
  };

  const away = () => (shown?.side === 'left' ? 1 : -1);
  const clamp = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)));
  edge.addEventListener('keydown', (event) => {
    const width = shown?.width ?? defaultPreferences.width;
    const step = (keySteps[event.key] ?? 0) * (event.shiftKey ? 4 : 1) * away();
    const wanted = { Home: narrowest, End: widest }[event.key] ?? (step ? clamp(width + step) : null);
    if (wanted === null) return;
    event.preventDefault();
    resized(wanted);
  });
  edge.addEventListener('dblclick', () => resized(defaultPreferences.width));
  edge.addEventListener('pointerdown', (down) => {
    if (!shown) return;
    const start = shown.width;
    const widthAt = (event: PointerEvent) => clamp(start + (event.clientX - down.clientX) * away());
    // A sheet over the page keeps the pointer: neither the page's frames nor ours can swallow it.
    const sheet = element('div', { class: 'sheet' });
    root.parentElement?.append(sheet);
    edge.classList.add('dragged');
    sheet.setPointerCapture(down.pointerId);
    sheet.addEventListener('pointermove', (event) => setWidth(widthAt(event)));
    const finish = (event: PointerEvent) => {
      sheet.remove();
      edge.classList.remove('dragged');
      resized(event.type === 'pointerup' ? widthAt(event) : start);
    };
    sheet.addEventListener('pointerup', finish);
    sheet.addEventListener('pointercancel', finish);
    down.preventDefault();
  });

  return {
    root,
    iframe,
    place,
    remove() {
      root.remove();
      page.style.marginLeft = before.left;
      page.style.marginRight = before.right;
    },
  };
}
