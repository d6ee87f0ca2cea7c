import { html, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ReplayOpenRequestEvent } from '../events.ts';
import { IconButtonElement, type IconButtonFace } from '../styles/icon-button.ts';
import { openIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * Lets the reader pick the files of a recording. An icon as a control of the bar, words as a button of an
 * overlay.
 *
 * @element replay-open-button
 * @fires {ReplayOpenRequestEvent} replay-open-request - The reader picked one file or more.
 * @csspart button - The button.
 */
export class ReplayOpenButtonElement extends IconButtonElement {
  @query('input') private input!: HTMLInputElement;

  /** `icon` shows no words; `filled` and `outlined` show the label. */
  @property() appearance: 'icon' | 'filled' | 'outlined' = 'icon';

  /** What the button is called; `Open a recording` where it is empty. */
  @property() label = '';

  readonly #handleChange = (): void => {
    const files = [...(this.input.files ?? [])];
    // Emptied, so that picking the same file again is a change again.
    this.input.value = '';
    if (files.length > 0) this.dispatchEvent(new ReplayOpenRequestEvent(files));
  };

  protected override press(): void {
    this.input.click();
  }

  protected override get face(): IconButtonFace {
    return { icon: openIcon, label: this.label || localeOf(this).controls.open };
  }

  protected override render(): TemplateResult {
    const { label } = this.face;
    return html`
      ${this.appearance === 'icon' ? super.render() : this.#renderWordButton(label)}
      <input type="file" multiple hidden aria-label=${label} @change=${this.#handleChange} />
    `;
  }

  #renderWordButton(label: string): TemplateResult {
    return html`
      <button class="button ${this.appearance}" part="button" type="button" @click=${() => this.press()}>
        ${label}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-open-button': ReplayOpenButtonElement;
  }
}
