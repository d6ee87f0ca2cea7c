import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayAboutRequestEvent } from '../../events.ts';
import { badgeStyles, badgeText, renderBadge } from '../../styles/badge.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { infoIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';

/**
 * Opens and closes the panel about the recording, and says how many remarks there are in it.
 *
 * @element replay-about-button
 * @fires {ReplayAboutRequestEvent} replay-about-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 * @csspart badge - The number of remarks.
 */
export class ReplayAboutButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles];

  /** Whether the panel is open. */
  @property({ type: Boolean }) open = false;

  /** Distinct warnings about the recording. */
  @property({ type: Number }) count = 0;

  readonly #handleClick = (): void => {
    this.dispatchEvent(new ReplayAboutRequestEvent(!this.open));
  };

  protected override render(): TemplateResult {
    const { about } = localeOf(this);
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-expanded=${this.open}
        aria-label=${about.aboutNotes(this.count, badgeText(this.count))}
        title=${about.about}
        @click=${this.#handleClick}
      >
        ${infoIcon} ${renderBadge(this.count)}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-about-button': ReplayAboutButtonElement;
  }
}
