import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayMasksRequestEvent } from '../events.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { buttonStyles } from '../shared/button-styles.ts';
import { masksIcon, masksOffIcon } from '../shared/icons.ts';
import { strings } from '../shared/strings.ts';

const styles = css`
  .button {
    position: relative;
  }

  .badge {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 0;
    min-inline-size: 15px;
    padding: 0 3.5px;
    border-radius: 8px;
    color: var(--_surface);
    background: var(--_accent);
    font: 600 10px/15px var(--_font);
  }
`;

/**
 * Shows and hides the marks over what the recorder left out, and says how many are on screen.
 *
 * @element replay-masks-button
 * @fires {ReplayMasksRequestEvent} replay-masks-request - The reader wants the marks to come or go.
 * @csspart button - The button.
 * @csspart badge - The number of marks.
 */
export class ReplayMasksButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

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
        aria-label=${strings.masks(this.#number)}
        title=${this.shown ? strings.hideMasks : strings.showMasks}
        @click=${this.#handleClick}
      >
        ${this.shown ? masksIcon : masksOffIcon} ${this.#renderBadge()}
      </button>
    `;
  }

  /** Seen and heard alike, for those who name a control by what they see on it. */
  get #number(): string {
    return this.count > 99 ? '99+' : String(this.count);
  }

  #renderBadge(): TemplateResult | typeof nothing {
    if (this.count === 0) return nothing;
    return html`<span class="badge" part="badge">${this.#number}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-masks-button': ReplayMasksButtonElement;
  }
}
