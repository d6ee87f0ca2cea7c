import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayFullscreenRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { enterFullscreenIcon, exitFullscreenIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * Fills the screen with the player and gives it back. Empty where the browser or the frame around the page
 * does not allow it.
 *
 * @element replay-fullscreen-button
 * @fires {ReplayFullscreenRequestEvent} replay-fullscreen-request - The reader wants to enter or leave it.
 * @csspart button - The button.
 */
export class ReplayFullscreenButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles];

  /** Whether the player fills the screen. */
  @property({ type: Boolean }) fullscreen = false;

  readonly #handleClick = (): void => {
    this.dispatchEvent(new ReplayFullscreenRequestEvent(!this.fullscreen));
  };

  protected override render(): TemplateResult | typeof nothing {
    if (!document.fullscreenEnabled) return nothing;
    const { controls } = localeOf(this);
    const label = this.fullscreen ? controls.exitFullscreen : controls.enterFullscreen;
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-label=${label}
        title=${label}
        @click=${this.#handleClick}
      >
        ${this.fullscreen ? exitFullscreenIcon : enterFullscreenIcon}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-fullscreen-button': ReplayFullscreenButtonElement;
  }
}
