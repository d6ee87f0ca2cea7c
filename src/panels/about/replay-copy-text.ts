import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { copyText } from '../../copies/copy-text.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { copyIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';

const styles = css`
  :host {
    display: block;
  }

  code {
    display: block;
    font:
      12px/1.5 ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace;
    overflow-wrap: anywhere;
    user-select: text;
  }

  .row {
    --_control-size: 28px;
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: -6px;
  }

  .button {
    padding-inline: 6px 10px;
  }

  svg.icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .row span {
    color: var(--_muted);
  }
`;

/**
 * A text that nobody types, such as a checksum, and a button that copies it. Where a page may not write to the
 * clipboard the text is selected instead.
 *
 * @element replay-copy-text
 * @csspart text - The text.
 * @csspart button - The button.
 */
export class ReplayCopyTextElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  @query('code') private textElement!: HTMLElement;
  @state() private copied = false;

  /** What is shown and copied. */
  @property() value = '';

  /** What the text is called. */
  @property() label = '';

  readonly #handleClick = async (): Promise<void> => {
    // Emptied first, so that a second copy is told again.
    this.copied = false;
    this.copied = await copyText(this.value);
    if (!this.copied) getSelection()?.selectAllChildren(this.textElement);
  };

  protected override render(): TemplateResult {
    const { about } = localeOf(this);
    return html`
      <code part="text">${this.value}</code>
      <div class="row">
        <button
          class="button"
          part="button"
          type="button"
          aria-label=${about.copyThe(this.label)}
          @click=${this.#handleClick}
        >
          ${copyIcon} ${about.copy}
        </button>
        <span role="status">${this.copied ? about.copied : ''}</span>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-copy-text': ReplayCopyTextElement;
  }
}
