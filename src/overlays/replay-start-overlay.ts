import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayPlayRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { playIcon, replayIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';
import { overlayStyles } from './overlay-styles.ts';

const styles = css`
  :host {
    background: rgb(0 0 0 / 0.28);
    cursor: pointer;
  }

  button {
    display: grid;
    place-items: center;
    inline-size: 72px;
    block-size: 72px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    color: var(--_surface);
    background: var(--_accent);
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.32);
    cursor: pointer;
    transition: scale 140ms;
  }

  :host(:hover) button {
    scale: 1.06;
  }

  /* Two rings, as the page below may have any colour. */
  button:focus-visible {
    outline: 3px solid var(--_surface);
    box-shadow: 0 0 0 6px var(--_accent);
  }

  button svg.icon {
    inline-size: 36px;
    block-size: 36px;
  }

  p {
    padding: 5px 14px;
    border-radius: 999px;
    background: var(--_surface);
    font-weight: 500;
  }

  @container (height < 280px) {
    button {
      inline-size: 56px;
      block-size: 56px;
    }
  }

  @media (forced-colors: active) {
    button {
      border: 2px solid ButtonText;
    }
  }
`;

/**
 * A large button that starts a recording, or plays one again that has ended. A click anywhere on it counts.
 *
 * @element replay-start-overlay
 * @fires {ReplayPlayRequestEvent} replay-play-request - The reader wants to see it.
 * @csspart button - The round button.
 */
export class ReplayStartOverlayElement extends LitElement {
  static override styles = [baseStyles, overlayStyles, styles];

  /** Whether the end was reached. */
  @property({ type: Boolean }) ended = false;

  constructor() {
    super();
    this.addEventListener('click', this.#handleClick);
  }

  readonly #handleClick = (event: MouseEvent): void => {
    // The picture below takes a click as play or pause, and would undo this one.
    event.stopPropagation();
    this.dispatchEvent(new ReplayPlayRequestEvent());
  };

  protected override render(): TemplateResult {
    const { controls, overlays } = localeOf(this);
    return html`
      <div class="content">
        <button part="button" type="button" aria-label=${this.ended ? controls.replay : controls.play}>
          ${this.ended ? replayIcon : playIcon}
        </button>
        ${this.ended ? html`<p>${overlays.ended}</p>` : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-start-overlay': ReplayStartOverlayElement;
  }
}
