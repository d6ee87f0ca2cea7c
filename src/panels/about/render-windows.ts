import { html, nothing, type TemplateResult } from 'lit';
import type { RecordingInfo, RecordingWindow, WindowPage } from '../../core/recording.ts';
import type { Locale } from '../../locale/locale.ts';
import { windowName } from '../../locale/window-label.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';

/** Writes seconds from the start of the recording. */
type WriteTime = (seconds: number) => string;

/** Of each window: elements of thousands of pages would make the panel slow. */
const MOST_PAGES = 50;

export function renderWindows(
  words: Locale,
  { windows, duration }: RecordingInfo,
  clock: WallClock | null,
): TemplateResult | typeof nothing {
  if (windows.length === 0) return nothing;
  const write = (seconds: number) => writeMoment(words, clock, seconds, duration);
  return html`
    <div>
      <h3>${words.about.windows}</h3>
      <ul>
        ${windows.map((window) => renderWindow(words, windowName(words, windows, window.id), window, write))}
      </ul>
    </div>
  `;
}

function renderWindow(
  { common }: Locale,
  name: string,
  { start, end, pages }: RecordingWindow,
  write: WriteTime,
): TemplateResult {
  return html`
    <li>
      <div class="pair">
        <span class="name">${name}</span>
        <span class="quiet">${common.span(write(start), write(end))}</span>
      </div>
      ${renderPages(common, pages, write)}
    </li>
  `;
}

function renderPages(
  common: Locale['common'],
  pages: readonly WindowPage[],
  write: WriteTime,
): TemplateResult | typeof nothing {
  if (pages.length === 0) return nothing;
  const more = pages.length - MOST_PAGES;
  return html`
    <ul class="pages">
      ${pages.slice(0, MOST_PAGES).map((page) => renderPage(page, write))}
    </ul>
    ${more > 0 ? html`<p class="quiet">${common.more(more)}</p>` : nothing}
  `;
}

function renderPage({ time, href }: WindowPage, write: WriteTime): TemplateResult {
  return html`
    <li class="page quiet">
      <span>${write(time)}</span>
      <span>${href}</span>
    </li>
  `;
}
