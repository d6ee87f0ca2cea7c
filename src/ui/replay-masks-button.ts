import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayMasksRequestEvent } from '../events.ts';
import { badgeStyles, badgeText, renderBadge } from '../shared/badge.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { buttonStyles } from '../shared/button-styles.ts';
import { masksIcon, masksOffIcon } from '../shared/icons.ts';
import { strings } from '../shared/strings.ts';

/**
 * Shows and hides the marks over what the recorder left out, and says how many are on screen.
 *
 * @element replay-masks-button
 * @fires {ReplayMasksRequestEvent} replay-masks-request - The reader wants the marks to come or go.
 * @csspart button - The button.
 * @csspart badge - The number of marks.
 */
export class ReplayMasksButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles];

  /** Whether the marks are shown. */
  @property({ type: Boolean }) shown = false;

  /** Hidden things on screen now. */
  @property({ type: Number }) count = 0;

  readonly #handleClick = (): void => {
    this.dispatchEvent(new ReplayMasksRequestEvent(!this.shown));
  };

  protected override render(): TemplateResult {
    // The name stays as it is while `aria-pressed` changes: "Hide masks, pressed" would say the opposite.
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-pressed=${this.shown}
        aria-label=${strings.masks(badgeText(this.count))}
        title=${this.shown ? strings.hideMasks : strings.showMasks}
        @click=${this.#handleClick}
      >
        ${this.shown ? masksIcon : masksOffIcon} ${renderBadge(this.count)}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-masks-button': ReplayMasksButtonElement;
  }
}
