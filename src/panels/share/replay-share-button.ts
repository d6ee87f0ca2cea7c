import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayShareRequestEvent } from '../../events.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { shareIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';

/**
 * Opens and closes the panel for redacting the recording and handing it on.
 *
 * @element replay-share-button
 * @fires {ReplayShareRequestEvent} replay-share-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 */
export class ReplayShareButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles];

  /** Whether the panel is open. */
  @property({ type: Boolean }) open = false;

  readonly #handleClick = (): void => {
    this.dispatchEvent(new ReplayShareRequestEvent(!this.open));
  };

  protected override render(): TemplateResult {
    const { share } = localeOf(this).share;
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-expanded=${this.open}
        aria-label=${share}
        title=${share}
        @click=${this.#handleClick}
      >
        ${shareIcon}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-share-button': ReplayShareButtonElement;
  }
}
