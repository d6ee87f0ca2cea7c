import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { badgeStyles, renderBadge } from './badge.ts';
import { baseStyles } from './base-styles.ts';
import { buttonStyles } from './button-styles.ts';

/** What a button of the bar shows and says now. */
export interface IconButtonFace {
  readonly icon: TemplateResult;
  /** Accessible name. */
  readonly label: string;
  /** Shown at the pointer where it differs from the label. */
  readonly title?: string;
  /** A number beside the icon; 0 shows none. */
  readonly count?: number;
  readonly disabled?: boolean;
  /** Of a button that opens something: whether that is open. */
  readonly expanded?: boolean;
  /** Of a button that turns something on: whether that is on. */
  readonly pressed?: boolean;
}

/** A button with an icon: whoever extends it says what it shows, and what pressing it asks for. */
export abstract class IconButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, badgeStyles];

  /** The keys that do the same, as `aria-keyshortcuts` has them. */
  @property() keyshortcuts = '';

  protected abstract get face(): IconButtonFace;

  protected abstract press(): void;

  readonly #handleClick = (): void => this.press();

  protected override render(): TemplateResult | typeof nothing {
    const { icon, label, title = label, count = 0, disabled = false, expanded, pressed } = this.face;
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-expanded=${expanded ?? nothing}
        aria-keyshortcuts=${this.keyshortcuts || nothing}
        aria-label=${label}
        aria-pressed=${pressed ?? nothing}
        title=${title}
        ?disabled=${disabled}
        @click=${this.#handleClick}
      >
        ${icon} ${renderBadge(count)}
      </button>
    `;
  }
}
