import type { ReplayEntryListElement } from '../../../src/panels/inspector/replay-entry-list.ts';
import type { PortableReplayElement } from '../../../src/index.ts';
import { eventually, shadowOf, within, wordsOf } from '../../player-harness.ts';

/** The panel; throws while it is closed. */
export const panelOf = (element: PortableReplayElement): HTMLElement =>
  within(element, 'replay-inspector-panel');

export const listOf = (element: PortableReplayElement): ReplayEntryListElement | null =>
  shadowOf(element).querySelector('replay-inspector-panel')?.shadowRoot?.querySelector('replay-entry-list') ??
  null;

/** The rows that are made, in their order. */
export function rowsOf(list: ReplayEntryListElement): HTMLElement[] {
  return [...list.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
}

/** What a row says, spaces apart. */
export const wordsOn = (row: Element): string => row.textContent.replace(/\s+/g, ' ').trim();

/** Opens the inspector and waits for its list. */
export async function openInspector(element: PortableReplayElement): Promise<ReplayEntryListElement> {
  element.panel = 'inspector';
  await element.updateComplete;
  return listThere(element);
}

/** The list once its first rows are there. */
export async function listThere(element: PortableReplayElement): Promise<ReplayEntryListElement> {
  await eventually(
    () => listOf(element) && rowsOf(listOf(element)!).some((row) => wordsOn(row) !== ''),
    'no list',
  );
  return listOf(element)!;
}

export const tab = (element: PortableReplayElement, view: string): HTMLElement =>
  within(panelOf(element), `#tab-${view}`);

export const detailsOf = (element: PortableReplayElement): HTMLElement | null =>
  panelOf(element).shadowRoot!.querySelector('replay-entry-details');

export const detailWords = (element: PortableReplayElement): string => wordsOf(detailsOf(element)!);
