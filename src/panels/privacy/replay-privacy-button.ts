import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayPrivacyRequestEvent } from '../../events.ts';
import { badgeStyles, badgeText, renderBadge } from '../../styles/badge.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { masksIcon, masksOffIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';

/**
 * Opens and closes the panel about what is hidden, and says how much of it is on screen.
 *
 * @element replay-privacy-button
 * @fires {ReplayPrivacyRequestEvent} replay-privacy-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 * @csspart badge - The number of hidden things on screen.
 */
export class ReplayPrivacyButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles];

  /** Whether the panel is open. */
  @property({ type: Boolean }) open = false;

  /** Whether overlays are drawn; things are counted only then. */
  @property({ type: Boolean }) shown = false;

  /** Hidden things on screen now. */
  @property({ type: Number }) count = 0;

  readonly #handleClick = (): void => {
    this.dispatchEvent(new ReplayPrivacyRequestEvent(!this.open));
  };

  protected override render(): TemplateResult {
    const { privacy } = localeOf(this);
    const label = this.shown ? privacy.onScreen(badgeText(this.count)) : privacy.overlaysOff;
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-expanded=${this.open}
        aria-label=${label}
        title=${privacy.privacy}
        @click=${this.#handleClick}
      >
        ${this.shown ? masksIcon : masksOffIcon} ${renderBadge(this.count)}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-privacy-button': ReplayPrivacyButtonElement;
  }
}
