import type { PortableReplayElement } from '../../../src/index.ts';
import { eventually, shadowOf, within } from '../../player-harness.ts';

/** The panel; throws while it is closed. */
export const panelOf = (element: PortableReplayElement): HTMLElement =>
  within(element, 'replay-transcript-panel');

/** What a part says, spaces apart. */
export const wordsOn = (part: Element): string => part.textContent.replace(/\s+/g, ' ').trim();

/** The time and the words of a line. */
export const lineWords = (line: Element): string =>
  [...line.querySelectorAll('.time, .title')].map(wordsOn).join(' ');

const rowsIn = (list: string, row: string) => (element: PortableReplayElement) => [
  ...(shadowOf(element)
    .querySelector('replay-transcript-panel')
    ?.shadowRoot?.querySelector(list)
    ?.shadowRoot?.querySelectorAll<HTMLElement>(row) ?? []),
];

/** The lines that are made, in their order. */
export const linesOf = rowsIn('replay-transcript-list', '.row');

/** The stretches in which a text was on the page. */
export const stretchesOf = rowsIn('replay-found-list', '[part="stretch"]');

export const lineWith = (element: PortableReplayElement, words: string): HTMLElement | undefined =>
  linesOf(element).find((line) => wordsOn(line).includes(words));

/** Opens the panel and waits for its lines. */
export async function openTranscript(element: PortableReplayElement): Promise<void> {
  element.panel = 'transcript';
  await eventually(() => linesOf(element).length > 0, 'no lines');
}

/** Writes into a field of the panel, as typing does. */
export function type(element: PortableReplayElement, text: string): void {
  const field = within(panelOf(element), 'input[type="search"]') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export function press(element: PortableReplayElement, key: string, shiftKey = false): void {
  within(panelOf(element), 'input[type="search"]').dispatchEvent(
    new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, composed: true }),
  );
}

export function choose(element: PortableReplayElement, selector: string, value: string): void {
  const select = within(panelOf(element), selector) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses a format, which does nothing yet, and presses one of the buttons beside it. */
export function takeOut(panel: HTMLElement, format: string, button: 'Copy' | 'Save'): void {
  const box = within(panel, '.take-out');
  box.querySelector('select')!.value = format;
  [...box.querySelectorAll('button')].find((one) => wordsOn(one) === button)!.click();
}

/** How much was found. */
export const countOf = (element: PortableReplayElement): string =>
  wordsOn(within(panelOf(element), '.bar [role="status"]'));
