import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { LoadProgress } from '../core/recording.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { localeOf } from '../locale/locale-of.ts';
import { overlayStyles } from './overlay-styles.ts';

const styles = css`
  :host {
    background: var(--_surface);
  }

  .content {
    inline-size: min(100%, 22rem);
  }

  :host([over-picture]) {
    background: rgb(0 0 0 / 0.28);
  }

  :host([over-picture]) .content {
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .bar {
    inline-size: 100%;
    block-size: 6px;
    overflow: hidden;
    border-radius: 3px;
    background: var(--_track);
  }

  .bar svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .bar rect {
    fill: var(--_accent);
    transition: width 160ms;
  }

  .unknown {
    animation: to-and-fro 1.4s ease-in-out infinite alternate;
  }

  @keyframes to-and-fro {
    from {
      transform: translateX(0);
    }

    to {
      transform: translateX(70%);
    }
  }

  .amount {
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  @media (prefers-reduced-motion: reduce) {
    .unknown {
      animation-duration: 6s;
    }
  }

  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }

    .bar rect {
      fill: Highlight;
    }
  }
`;

/**
 * Shows how much of a recording has been read.
 *
 * @element replay-loading-overlay
 * @csspart bar - The progress bar.
 */
export class ReplayLoadingOverlayElement extends LitElement {
  static override styles = [baseStyles, overlayStyles, styles];

  /** Bytes read so far; null until the first have come. */
  @property({ attribute: false }) progress: LoadProgress | null = null;

  /** Whether a picture stays in sight below it. */
  @property({ type: Boolean, attribute: 'over-picture', reflect: true }) overPicture = false;

  protected override render(): TemplateResult {
    const percent = this.#percent;
    const amount = this.#amount;
    return html`
      <div class="content">
        <h2 id="title">${localeOf(this).overlays.loading}</h2>
        <div
          class="bar"
          part="bar"
          role="progressbar"
          aria-labelledby="title"
          aria-valuenow=${percent ?? nothing}
          aria-valuetext=${amount || nothing}
        >
          <svg aria-hidden="true">
            ${
              percent === null
                ? svg`<rect class="unknown" width="30%" height="100%" rx="3" />`
                : svg`<rect width="${percent}%" height="100%" rx="3" />`
            }
          </svg>
        </div>
        <p class="amount"><bdi>${amount}</bdi></p>
      </div>
    `;
  }

  get #percent(): number | null {
    if (!this.progress?.total) return null;
    // A server that compresses can name a smaller total than what comes out.
    return Math.min(100, Math.floor((this.progress.loaded / this.progress.total) * 100));
  }

  get #amount(): string {
    if (!this.progress) return '';
    const { loaded, total } = this.progress;
    const percent = this.#percent;
    const { overlays } = localeOf(this);
    return percent === null || !total
      ? overlays.bytesRead(loaded)
      : overlays.bytesOf(loaded, total, percent / 100);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-loading-overlay': ReplayLoadingOverlayElement;
  }
}
