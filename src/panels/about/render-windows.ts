import { html, nothing, type TemplateResult } from 'lit';
import type { RecordingInfo, RecordingWindow, WindowPage } from '../../core/recording.ts';
import { formatClock } from '../../locale/clock.ts';
import type { Locale } from '../../locale/locale.ts';
import { windowName } from '../../locale/window-label.ts';

/** Of each window: elements of thousands of pages would make the panel slow. */
const MOST_PAGES = 50;

export function renderWindows(
  words: Locale,
  { windows, duration }: RecordingInfo,
): TemplateResult | typeof nothing {
  if (windows.length === 0) return nothing;
  return html`
    <div>
      <h3>${words.about.windows}</h3>
      <ul>
        ${windows.map((window) => renderWindow(words, windowName(words, windows, window.id), window, duration))}
      </ul>
    </div>
  `;
}

function renderWindow(
  { common }: Locale,
  name: string,
  { start, end, pages }: RecordingWindow,
  duration: number,
): TemplateResult {
  return html`
    <li>
      <div class="pair">
        <span class="name">${name}</span>
        <span class="quiet">${common.span(formatClock(start, duration), formatClock(end, duration))}</span>
      </div>
      ${renderPages(common, pages, duration)}
    </li>
  `;
}

function renderPages(
  common: Locale['common'],
  pages: readonly WindowPage[],
  duration: number,
): TemplateResult | typeof nothing {
  if (pages.length === 0) return nothing;
  const more = pages.length - MOST_PAGES;
  return html`
    <ul class="pages">
      ${pages.slice(0, MOST_PAGES).map((page) => renderPage(page, duration))}
    </ul>
    ${more > 0 ? html`<p class="quiet">${common.more(more)}</p>` : nothing}
  `;
}

function renderPage({ time, href }: WindowPage, duration: number): TemplateResult {
  return html`
    <li class="page quiet">
      <span>${formatClock(time, duration)}</span>
      <span>${href}</span>
    </li>
  `;
}
