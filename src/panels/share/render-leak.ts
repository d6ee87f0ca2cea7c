import { html, type TemplateResult } from 'lit';
import type { LeakReport } from '../../core/scan/leak.ts';
import type { Locale } from '../../locale/locale.ts';
import type { ScanState } from './share-state.ts';

/** Thousands of rows would make the panel slow. */
export const LISTED = 200;

export function leakName({ kind, rule }: LeakReport, { share }: Locale): string {
  return kind === 'other' ? rule : share.leakKinds[kind];
}

/** What was found, and where. Of the recording only as much is shown as it takes to recognise it, as text. */
export function renderLeak(finding: LeakReport, words: Locale): TemplateResult {
  const { excerpt, place, count } = finding;
  const { common, share } = words;
  return html`
    <span>
      <span class="name">${leakName(finding, words)}</span> <code>${excerpt}</code>
      <span class="quiet">${share.leakPlaces[place]}${count > 1 ? `, ${common.times(count)}` : ''}</span>
    </span>
  `;
}

/** How far a search has come, in words. */
export function statusOf(scan: ScanState, { share }: Locale): string {
  switch (scan.step) {
    case 'done':
      return scan.result.length === 0 ? share.nothingFound : share.found(scan.result.length);
    case 'failed':
      return scan.message;
    case 'running':
      return share.scanning;
    case 'idle':
      return '';
  }
}
