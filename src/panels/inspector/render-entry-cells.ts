import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ReplayEntry } from '../../core/entries/entry.ts';
import type { RecordingWindow } from '../../core/recording.ts';
import type { Locale } from '../../locale/locale.ts';
import { windowName } from '../../locale/window-label.ts';
import { type WallClock, writeMoment, zoneName } from '../../locale/wall-clock.ts';
import { iconOf } from '../icon-of-entry.ts';
import { pathOfRequest } from './entry-words.ts';
import type { InspectorView } from './inspector-state.ts';

interface CellContext {
  readonly words: Locale;
  readonly windows: readonly RecordingWindow[];
  /** Of the recording, in seconds. */
  readonly duration: number;
  /** How moments are told; null for the time that has gone by. */
  readonly clock: WallClock | null;
}

/** The cells of an entry's row, by what the list shows. */
export function renderEntryCells(
  entry: ReplayEntry,
  view: InspectorView,
  context: CellContext,
): TemplateResult {
  return view === 'network' && entry.kind === 'request'
    ? renderRequest(entry, context)
    : renderEntry(entry, context);
}

function renderEntry(entry: ReplayEntry, context: CellContext): TemplateResult {
  const { words, windows } = context;
  const window = windows.length > 1 ? windowName(words, windows, entry.windowId) : '';
  const level =
    entry.level === undefined || entry.level === 'info' ? '' : words.inspector.levels[entry.level];
  return html`
    ${renderTime(entry.time, context)}
    <span role="gridcell">${iconOf(entry)}<span class="visually-hidden">${level}</span></span>
    <span class="kind" role="gridcell">${window}</span>
    <span class="title" role="gridcell" title=${entry.title}>${entry.title}</span>
  `;
}

function renderRequest(
  { time, title, detail, level }: ReplayEntry<'request'>,
  context: CellContext,
): TemplateResult {
  const { words, duration } = context;
  const { status, method, url, failed, duration: seconds } = detail;
  const { inspector } = words;
  const told = status === null ? (failed ? inspector.failed : '') : String(status);
  const share = (at: number) => `${Math.min(100, (at / Math.max(duration, 0.001)) * 100)}%`;
  return html`
    ${renderTime(time, context)}
    <span role="gridcell"
      >${told}${level === 'error' && status !== null ? html`<span class="visually-hidden"> ${inspector.failed}</span>` : nothing}</span
    >
    <span class="title" role="gridcell" title=${title}>${method} ${pathOfRequest(url)}</span>
    <span class="number" role="gridcell"
      >${seconds === null ? '' : inspector.milliseconds(seconds * 1000)}</span
    >
    <span role="gridcell">
      <svg class="waterfall" aria-hidden="true">
        ${svg`<rect x=${share(time)} width=${share(seconds ?? 0)} height="100%" />`}
      </svg>
    </span>
  `;
}

/** The zone of a time of day is there for who asks. */
function renderTime(time: number, { words, duration, clock }: CellContext): TemplateResult {
  return html`<span class="time" role="gridcell" title=${zoneName(words, clock, time) || nothing}
    >${writeMoment(words, clock, time, duration)}</span
  >`;
}
