import { css, html, LitElement, type TemplateResult } from 'lit';
import { baseStyles } from '../styles/base-styles.ts';
import { localeOf } from '../locale/locale-of.ts';
import { overlayStyles } from './overlay-styles.ts';

const styles = css`
  :host {
    pointer-events: none;
  }

  .chip {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: auto;
    padding: 10px 16px 10px 12px;
    border-radius: 999px;
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font-weight: 500;
    visibility: hidden;
    /* A seek that is done sooner shows nothing at all. */
    animation: appear 1ms 200ms forwards;
  }

  .spinner {
    inline-size: 18px;
    block-size: 18px;
    border: 2.5px solid var(--_track);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }

  @keyframes appear {
    to {
      visibility: visible;
    }
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 3s;
    }
  }
`;

/**
 * Says that the moment to show is not there yet. Appears after a fifth of a second and lets clicks through.
 *
 * @element replay-waiting-overlay
 */
export class ReplayWaitingOverlayElement extends LitElement {
  static override styles = [baseStyles, overlayStyles, styles];

  protected override render(): TemplateResult {
    return html`
      <div class="chip" role="status">
        <span class="spinner"></span>
        ${localeOf(this).overlays.waiting}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-waiting-overlay': ReplayWaitingOverlayElement;
  }
}
