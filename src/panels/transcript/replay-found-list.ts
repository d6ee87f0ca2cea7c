import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TextSpan } from '../../core/page-text/text-spans.ts';
import type { RecordingWindow } from '../../core/recording.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { windowName } from '../../locale/window-label.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { ReplayFoundTextRequestEvent } from './events.ts';
import type { FoundText } from './transcript-state.ts';

/** So many stretches are shown before the reader asks for more. */
const SHOWN = 200;

/**
 * The stretches of time in which a text was on the page.
 *
 * @element replay-found-list
 * @fires {ReplayFoundTextRequestEvent} replay-found-text-request - The reader chose one.
 * @csspart stretch - A stretch of time.
 */
export class ReplayFoundListElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        overscroll-behavior: contain;
      }

      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .stretch {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        inline-size: 100%;
        padding: 6px 12px;
        border: 0;
        border-block-end: 1px solid var(--_line);
        color: inherit;
        background: none;
        font: 13px/1.4 var(--_font);
        text-align: start;
        cursor: pointer;
      }

      .stretch:hover {
        background: var(--_hover);
      }

      .stretch:focus-visible {
        outline-offset: -2px;
      }

      .stretch[aria-current] {
        background: color-mix(in srgb, var(--_accent) 18%, transparent);
      }

      .times {
        font-variant-numeric: tabular-nums;
      }

      .more {
        margin: 8px 12px;
      }

      @media (forced-colors: active) {
        .stretch[aria-current] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) found!: FoundText;

  @property({ attribute: false }) windows: readonly RecordingWindow[] = [];

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** So many of them are shown. */
  @state() private shown = SHOWN;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('found');
    if (before && before.spans !== this.found.spans) this.shown = SHOWN;
    this.shown = Math.max(this.shown, this.found.selected + 1);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.found.selected !== changed.get('found')?.selected)
      this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #showMore = (): void => {
    this.shown += SHOWN;
  };

  protected override render(): TemplateResult {
    const { spans } = this.found;
    const more = spans.length - this.shown;
    return html`
      <ol>
        ${spans.slice(0, this.shown).map((span, index) => html`<li>${this.#renderSpan(span, index)}</li>`)}
      </ol>
      ${
        more > 0
          ? html`<button class="button outlined more" type="button" @click=${this.#showMore}>
              ${localeOf(this).common.more(more)}
            </button>`
          : nothing
      }
    `;
  }

  #renderSpan({ start, end, windowId }: TextSpan, index: number): TemplateResult {
    const words = localeOf(this);
    const clock = (seconds: number) => writeMoment(words, this.clock, seconds, this.duration);
    const window = this.windows.length > 1 ? windowName(words, this.windows, windowId) : '';
    return html`
      <button
        class="stretch"
        part="stretch"
        type="button"
        aria-current=${index === this.found.selected ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new ReplayFoundTextRequestEvent(index))}
      >
        <span class="times">${words.common.span(clock(start), clock(end))}</span>
        <span class="quiet">${words.inspector.milliseconds((end - start) * 1000)}</span>
        ${window === '' ? nothing : html`<span class="quiet">${window}</span>`}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-found-list': ReplayFoundListElement;
  }
}
