import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayInspectRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { inspectIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * Makes the text of the replayed page selectable, and leaves it alone again.
 *
 * @element replay-inspect-button
 * @fires {ReplayInspectRequestEvent} replay-inspect-request - The reader wants to select text, or no longer.
 * @csspart button - The button.
 */
export class ReplayInspectButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles];

  /** Whether text can be selected. */
  @property({ type: Boolean }) inspecting = false;

  readonly #handleClick = (): void => {
    this.dispatchEvent(new ReplayInspectRequestEvent(!this.inspecting));
  };

  protected override render(): TemplateResult {
    const { inspect } = localeOf(this).controls;
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-pressed=${this.inspecting}
        aria-label=${inspect}
        title=${inspect}
        @click=${this.#handleClick}
      >
        ${inspectIcon}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-inspect-button': ReplayInspectButtonElement;
  }
}
