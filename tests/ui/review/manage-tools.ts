import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect } from 'vitest';

/** Does something and lets everything it causes settle. */
export const settle = (action: () => unknown): Promise<void> =>
  act(async () => {
    action();
    await new Promise((done) => setTimeout(done));
  });

export const show = (element: Parameters<typeof render>[0]): Promise<void> =>
  settle(() => render(element, document.body));

export const text = (root: Element = document.body): string => root.textContent?.replace(/\s+/g, ' ') ?? '';

export const one = (selector: string): HTMLElement =>
  document.querySelector<HTMLElement>(selector) ?? expect.unreachable(`no ${selector}`);

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? text(element).trim();

/** A button, by what it is called. */
export const button = (name: string): HTMLButtonElement =>
  [...document.querySelectorAll('button')].find((candidate) => nameOf(candidate) === name) ??
  expect.unreachable(`no button “${name}”`);

export const press = (name: string): Promise<void> => settle(() => button(name).click());

/** A field, by its label or name. */
export function field(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find((candidate) => text(candidate).includes(name));
  return (label?.control as HTMLInputElement | null | undefined) ?? expect.unreachable(`no field “${name}”`);
}

/** A menu, by its label. */
export const menu = (name: string): HTMLSelectElement => field(name) as HTMLElement as HTMLSelectElement;

/** Types into a field and leaves it, or chooses in a menu. */
export const enter = (target: HTMLInputElement | HTMLSelectElement, value: string): Promise<void> =>
  settle(() => {
    target.value = value;
    target.dispatchEvent(new Event('input', { bubbles: true }));
    target.dispatchEvent(new Event('change', { bubbles: true }));
  });

/** Chooses files in a file field. */
export const choose = (target: HTMLInputElement, ...files: File[]): Promise<void> =>
  settle(() => {
    Object.defineProperty(target, 'files', { value: files, configurable: true });
    target.dispatchEvent(new Event('change', { bubbles: true }));
  });

/** A promise that is answered later, by the test. */
export function pending<Value>(): { promise: Promise<Value>; answer: (value: Value) => void } {
  let answer: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolve) => (answer = resolve));
  return { promise, answer };
}
