import type { ComponentChildren } from 'preact';
import { percentText } from './chart-text.ts';

export interface ShareRowProps {
  name: ComponentChildren;
  note: string;
  /** The number at the end, 0 to 1. */
  value: number;
  /** The bar as far as it is filled lightly, and the darker part of that, 0 to 1. */
  light: number;
  dark: number;
  /** What the bar shows, in a sentence. */
  summary: string;
}

/** A line of a list: name, number, and a bar of two parts below. */
export function ShareRow({ name, note, value, light, dark, summary }: ShareRowProps) {
  return (
    <li class="share">
      <div class="share-text">
        <span>
          {name} <span class="small">{note}</span>
        </span>
        <strong>{percentText(value)}</strong>
      </div>
      <div class="share-bar" role="img" aria-label={summary} title={summary}>
        <span style={{ '--share': light }} />
        <span class="dark-part" style={{ '--share': dark }} />
      </div>
    </li>
  );
}

/** Says what the two parts of the bars mean. */
export function ShareLegend({ light, dark }: { light: string; dark: string }) {
  return (
    <span class="legend small" aria-hidden="true">
      <span class="day step-2" /> {light}
      <span class="day step-4 apart" /> {dark}
    </span>
  );
}
