import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BlockedAsset, RecordingInfo, RecordingMarker, RecordingWarning } from '../../core/recording.ts';
import type { WarningKind } from '../../core/warning-kinds.ts';
import { ReplayPanelRequestEvent, ReplaySeekRequestEvent } from '../../events.ts';
import { ReplayCostlyRequestEvent, ReplaySaveRequestEvent } from './events.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';
import { renderBlocked, renderEvents, renderFacts, renderFiles } from './render-facts.ts';
import { renderWindows } from './render-windows.ts';
import { aboutPanelStyles } from './replay-about-panel.styles.ts';

/** Sections of notes, in this order. */
const NOTE_KINDS: readonly WarningKind[] = ['repaired', 'dropped', 'missing', 'noted'];

/** Elements of thousands of events would make the panel slow. */
const MOST_MARKERS = 200;

/**
 * All that is known about the recording, over the side of the picture, and the way to a repaired copy of it.
 * What the file says is shown as text and nothing else.
 *
 * @element replay-about-panel
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to close, or to share a copy.
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader chose an analytics event.
 * @fires {ReplaySaveRequestEvent} replay-save-request - The reader wants a repaired copy.
 * @fires {ReplayCostlyRequestEvent} replay-costly-request - The reader wants to see what was left out because it costs
 *   too much.
 * @csspart heading - The heading.
 * @csspart close - The button that closes the panel.
 * @csspart save - The button that saves a copy.
 * @csspart show-costly - The button that shows what was left out because it costs too much.
 * @csspart share - The button that leads to handing it on.
 */
export class ReplayAboutPanelElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, panelStyles, aboutPanelStyles];

  readonly #panel = new PanelController(this);

  /** What to tell about; only the heading is drawn before it is set. */
  @property({ attribute: false }) recording: RecordingInfo | null = null;

  /** How much of it is active, in seconds. */
  @property({ type: Number }) activeDuration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** What the replayed pages were kept from loading. */
  @property({ attribute: false }) blocked: readonly BlockedAsset[] = [];

  /** Whether the whole file has been read. */
  @property({ type: Boolean }) complete = false;

  /** Whether pages show what costs a browser too much. */
  @property({ attribute: 'shows-costly', type: Boolean }) showsCostly = false;

  /** Whether a copy is being made. */
  @property({ type: Boolean }) saving = false;

  /** Why the copy could not be made; empty when there is nothing to say. */
  @property({ attribute: 'save-error' }) saveError = '';

  readonly #handleSave = (): void => {
    if (this.#canSave) this.dispatchEvent(new ReplaySaveRequestEvent());
  };

  readonly #handleCostly = (): void => {
    this.dispatchEvent(new ReplayCostlyRequestEvent());
  };

  readonly #handleShare = (): void => {
    this.dispatchEvent(new ReplayPanelRequestEvent('share'));
  };

  #handleMarker(time: number): void {
    this.dispatchEvent(new ReplaySeekRequestEvent(time));
  }

  get #canSave(): boolean {
    return this.complete && !this.saving;
  }

  protected override render(): TemplateResult {
    const { recording } = this;
    return this.#panel.render(
      localeOf(this).about.about,
      recording ? this.#renderContent(recording) : nothing,
    );
  }

  #renderContent(recording: RecordingInfo): TemplateResult {
    const words = localeOf(this);
    return html`
      <div class="content">
        ${renderFiles(words, recording.files)} ${renderFacts(words, recording, this.activeDuration)}
        ${renderWindows(words, recording, this.clock)} ${renderBlocked(words, this.blocked)}
        ${renderEvents(words, recording)} ${this.#renderRemarks(recording.warnings)}
        ${this.#renderMarkers(recording)}
      </div>
      ${this.#renderFooter()}
    `;
  }

  #renderRemarks(warnings: readonly RecordingWarning[]): readonly TemplateResult[] | TemplateResult {
    const { about } = localeOf(this);
    if (warnings.length === 0) {
      return html`<p>${this.complete ? about.nothingRepaired : about.nothingRepairedYet}</p>`;
    }
    return NOTE_KINDS.map((kind) => ({ kind, items: warnings.filter((warning) => warning.kind === kind) }))
      .filter(({ items }) => items.length > 0)
      .map(
        ({ kind, items }) => html`
          <div>
            <h3>${about.notes[kind]}</h3>
            <ul class="remarks">
              ${items.map(
                ({ code, message }) =>
                  html`<li class=${kind}>
                    ${message}${code === 'too-costly' ? this.#renderCostly() : nothing}
                  </li>`,
              )}
            </ul>
          </div>
        `,
      );
  }

  /** The way to what was left out. */
  #renderCostly(): TemplateResult {
    const { about } = localeOf(this);
    if (this.showsCostly) return html`<p class="quiet" role="status">${about.showsCostly}</p>`;
    return html`<p>
      <button class="button outlined" part="show-costly" type="button" @click=${this.#handleCostly}>
        ${about.showCostly}
      </button>
    </p>`;
  }

  #renderMarkers({ markers, duration }: RecordingInfo): TemplateResult | typeof nothing {
    if (markers.length === 0) return nothing;
    const more = markers.length - MOST_MARKERS;
    const { about, common } = localeOf(this);
    return html`
      <div>
        <h3>${about.markers}</h3>
        <ul class="markers">
          ${markers.slice(0, MOST_MARKERS).map((marker) => this.#renderMarker(marker, duration))}
        </ul>
        ${more > 0 ? html`<p class="quiet">${common.more(more)}</p>` : nothing}
      </div>
    `;
  }

  #renderMarker({ time, name }: RecordingMarker, duration: number): TemplateResult {
    return html`
      <li>
        <button class="marker" type="button" @click=${() => this.#handleMarker(time)}>
          <span>${writeMoment(localeOf(this), this.clock, time, duration)}</span>
          <span>${name}</span>
        </button>
      </li>
    `;
  }

  #renderFooter(): TemplateResult {
    const { about, share } = localeOf(this);
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
          ${about.save}
        </button>
        <p class="quiet" id="makes" role="status">${this.#saveWords}</p>
        <button class="button outlined" part="share" type="button" @click=${this.#handleShare}>
          ${share.share}
        </button>
        ${this.saveError === '' ? nothing : html`<p class="alert" role="alert">${this.saveError}</p>`}
      </footer>
    `;
  }

  get #saveWords(): string {
    const { about } = localeOf(this);
    if (this.saving) return about.saving;
    return this.complete ? about.saveMakes : about.saveLater;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-about-panel': ReplayAboutPanelElement;
  }
}
