import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type {
  BlockedAsset,
  RecordingFile,
  RecordingInfo,
  RecordingMarker,
  RecordingWarning,
  RecordingWindow,
  WarningKind,
  WindowPage,
} from '../../core/recording.ts';
import {
  ReplayAboutRequestEvent,
  ReplaySaveRequestEvent,
  ReplaySeekRequestEvent,
  ReplayShareRequestEvent,
} from '../../events.ts';
import { blockedSites } from '../../locale/asset-words.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { formatBytes } from '../../locale/format-bytes.ts';
import { formatCount } from '../../locale/format-count.ts';
import { formatClock, formatDate, formatDuration, formatTimeOfDay } from '../../locale/format-time.ts';
import { strings } from '../../locale/strings.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';
import { aboutPanelStyles } from './replay-about-panel.styles.ts';
import { windowName } from '../../locale/window-label.ts';

/** Sections of remarks, in this order. */
const REMARKS = Object.keys(strings.remarks) as WarningKind[];

/** Elements of thousands of events would make the panel slow. */
const MOST_MARKERS = 200;

/** Of each window. */
const MOST_PAGES = 50;

/**
 * All that is known about the recording, over the side of the picture, and the way to a repaired copy of it.
 * What the file says is shown as text and nothing else.
 *
 * @element replay-about-panel
 * @fires {ReplayAboutRequestEvent} replay-about-request - The reader wants the panel to close.
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader chose an analytics event.
 * @fires {ReplaySaveRequestEvent} replay-save-request - The reader wants a repaired copy.
 * @fires {ReplayShareRequestEvent} replay-share-request - The reader wants to redact it and hand it on.
 * @csspart heading - The heading.
 * @csspart close - The button that closes the panel.
 * @csspart save - The button that saves a copy.
 * @csspart share - The button that leads to handing it on.
 */
export class ReplayAboutPanelElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, panelStyles, aboutPanelStyles];

  readonly #panel = new PanelController(this, () => new ReplayAboutRequestEvent(false));

  /** What to tell about; only the heading is drawn before it is set. */
  @property({ attribute: false }) recording: RecordingInfo | null = null;

  /** What the replayed pages were kept from loading. */
  @property({ attribute: false }) blocked: readonly BlockedAsset[] = [];

  /** Whether the whole file has been read. */
  @property({ type: Boolean }) complete = false;

  /** Whether a copy is being made. */
  @property({ type: Boolean }) saving = false;

  /** Why the copy could not be made; empty when there is nothing to say. */
  @property({ attribute: 'save-error' }) saveError = '';

  readonly #handleSave = (): void => {
    if (this.#canSave) this.dispatchEvent(new ReplaySaveRequestEvent());
  };

  readonly #handleShare = (): void => {
    this.dispatchEvent(new ReplayShareRequestEvent(true));
  };

  #handleMarker(time: number): void {
    this.dispatchEvent(new ReplaySeekRequestEvent(time));
  }

  get #canSave(): boolean {
    return this.complete && !this.saving;
  }

  protected override render(): TemplateResult {
    const { recording } = this;
    return this.#panel.render(strings.about, recording ? this.#renderContent(recording) : nothing);
  }

  #renderContent(recording: RecordingInfo): TemplateResult {
    return html`
      <div class="content">
        ${renderFiles(recording.files)} ${renderFacts(recording)} ${renderWindows(recording)}
        ${renderBlocked(this.blocked)} ${renderEvents(recording)} ${this.#renderRemarks(recording.warnings)}
        ${this.#renderMarkers(recording)}
      </div>
      ${this.#renderFooter()}
    `;
  }

  #renderRemarks(warnings: readonly RecordingWarning[]): readonly TemplateResult[] | TemplateResult {
    if (warnings.length === 0) {
      return html`<p>${this.complete ? strings.nothingRepaired : strings.nothingRepairedYet}</p>`;
    }
    return REMARKS.map((kind) => ({ kind, items: warnings.filter((warning) => warning.kind === kind) }))
      .filter(({ items }) => items.length > 0)
      .map(
        ({ kind, items }) => html`
          <div>
            <h3>${strings.remarks[kind]}</h3>
            <ul class="remarks">
              ${items.map((item) => renderRemark(item))}
            </ul>
          </div>
        `,
      );
  }

  #renderMarkers({ markers, duration }: RecordingInfo): TemplateResult | typeof nothing {
    if (markers.length === 0) return nothing;
    const more = markers.length - MOST_MARKERS;
    return html`
      <div>
        <h3>${strings.markers}</h3>
        <ul class="markers">
          ${markers.slice(0, MOST_MARKERS).map((marker) => this.#renderMarker(marker, duration))}
        </ul>
        ${more > 0 ? html`<p class="quiet">${strings.more(formatCount(more))}</p>` : nothing}
      </div>
    `;
  }

  #renderMarker({ time, name }: RecordingMarker, duration: number): TemplateResult {
    return html`
      <li>
        <button class="marker" type="button" @click=${() => this.#handleMarker(time)}>
          <span>${formatClock(time, duration)}</span>
          <span>${name}</span>
        </button>
      </li>
    `;
  }

  #renderFooter(): TemplateResult {
    return html`
      <footer>
        <button
          class="button filled"
          part="save"
          type="button"
          aria-disabled=${!this.#canSave}
          aria-describedby="makes"
          @click=${this.#handleSave}
        >
          ${strings.save}
        </button>
        <p class="quiet" id="makes" role="status">${this.#saveWords}</p>
        <button class="button outlined" part="share" type="button" @click=${this.#handleShare}>
          ${strings.share}
        </button>
        ${this.saveError === '' ? nothing : html`<p class="alert" role="alert">${this.saveError}</p>`}
      </footer>
    `;
  }

  get #saveWords(): string {
    if (this.saving) return strings.saving;
    return this.complete ? strings.saveMakes : strings.saveLater;
  }
}

function renderFiles(files: readonly RecordingFile[]): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`
    <div>
      <h3>${strings.files(files.length)}</h3>
      <ul>
        ${files.map((file) => renderFile(file))}
      </ul>
    </div>
  `;
}

function renderFile({ name, size, sha256 }: RecordingFile): TemplateResult {
  const title = name || strings.unnamedFile;
  return html`
    <li>
      <div class="pair">
        <span class="name">${title}</span>
        <span class="quiet">${formatBytes(size)}</span>
      </div>
      <div class="quiet checksum">${strings.checksum}</div>
      <replay-copy-text .value=${sha256} .label=${strings.checksumOf(title)}></replay-copy-text>
    </li>
  `;
}

function renderFacts(recording: RecordingInfo): TemplateResult {
  const { id, packing, platform, producer, duration } = recording;
  const facts: readonly (readonly [term: string, text: string | TemplateResult])[] = [
    [strings.shape, renderShape(recording.format)],
    [strings.packing, packing.join(', ')],
    [strings.platform, strings.platforms[platform]],
    [strings.producer, `${producer.library} ${producer.version}`.trim()],
    [strings.sessionId, id],
    [strings.recordedAt, momentsOf(recording)],
    [strings.length, formatDuration(duration)],
  ];
  return html`
    <div>
      <h3>${strings.recording}</h3>
      <dl>${facts.filter(([, text]) => text !== '').map(([term, text]) => renderFact(term, text))}</dl>
    </div>
  `;
}

function renderFact(term: string, text: string | TemplateResult): TemplateResult {
  return html`
    <dt>${term}</dt>
    <dd>${text}</dd>
  `;
}

function renderShape(format: string): string | TemplateResult {
  const words = strings.formats[format];
  return words ? html`${words} <span class="quiet">${format}</span>` : format;
}

/** The day once, unless it went on past midnight. */
function momentsOf({ startedAt, duration }: RecordingInfo): string {
  const endedAt = new Date(startedAt.getTime() + duration * 1000);
  const [day, lastDay] = [formatDate(startedAt), formatDate(endedAt)];
  const start = strings.moment(day, formatTimeOfDay(startedAt));
  const end = formatTimeOfDay(endedAt);
  return strings.span(start, day === lastDay ? end : strings.moment(lastDay, end));
}

function renderWindows({ windows, duration }: RecordingInfo): TemplateResult | typeof nothing {
  if (windows.length === 0) return nothing;
  return html`
    <div>
      <h3>${strings.windowList}</h3>
      <ul>
        ${windows.map((window) => renderWindow(windowName(windows, window.id), window, duration))}
      </ul>
    </div>
  `;
}

function renderWindow(
  name: string,
  { start, end, pages }: RecordingWindow,
  duration: number,
): TemplateResult {
  return html`
    <li>
      <div class="pair">
        <span class="name">${name}</span>
        <span class="quiet">${strings.span(formatClock(start, duration), formatClock(end, duration))}</span>
      </div>
      ${renderPages(pages, duration)}
    </li>
  `;
}

function renderPages(pages: readonly WindowPage[], duration: number): TemplateResult | typeof nothing {
  if (pages.length === 0) return nothing;
  const more = pages.length - MOST_PAGES;
  return html`
    <ul class="pages">
      ${pages.slice(0, MOST_PAGES).map((page) => renderPage(page, duration))}
    </ul>
    ${more > 0 ? html`<p class="quiet">${strings.more(formatCount(more))}</p>` : nothing}
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

function renderBlocked(assets: readonly BlockedAsset[]): TemplateResult | typeof nothing {
  if (assets.length === 0) return nothing;
  return html`
    <div>
      <h3>${strings.notLoaded}</h3>
      <dl>${blockedSites(assets).map(({ site, words }) => renderFact(site, words))}</dl>
    </div>
  `;
}

function renderEvents({ counts, eventCount }: RecordingInfo): TemplateResult | typeof nothing {
  if (eventCount === 0) return nothing;
  const kinds = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return html`
    <div>
      <h3 id="events">${strings.events}</h3>
      <table aria-labelledby="events">
        <tbody>
          ${renderCount(strings.allEvents, eventCount)}
          ${kinds.map(([kind, count]) => renderCount(strings.kinds[kind] ?? kind, count))}
        </tbody>
      </table>
    </div>
  `;
}

function renderCount(name: string, count: number): TemplateResult {
  return html`
    <tr>
      <th scope="row">${name}</th>
      <td>${formatCount(count)}</td>
    </tr>
  `;
}

function renderRemark({ kind, message, count }: RecordingWarning): TemplateResult {
  return html`
    <li class=${kind}>
      ${message}
      ${count > 1 && kind !== 'missing' ? html`<span class="quiet">${strings.times(formatCount(count))}</span>` : nothing}
    </li>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-about-panel': ReplayAboutPanelElement;
  }
}
