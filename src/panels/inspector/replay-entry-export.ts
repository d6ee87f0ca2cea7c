import { css, html, LitElement, type TemplateResult } from 'lit';
import { localeOf } from '../../locale/locale-of.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { ENTRY_EXPORT_FORMATS, type EntryExportFormat } from '../../core/entries/export/export-format.ts';
import { ReplayEntryExportRequestEvent } from './events.ts';

/**
 * Takes the list out: copies it, or saves it in a format that is chosen.
 *
 * @element replay-entry-export
 * @fires {ReplayEntryExportRequestEvent} replay-entry-export-request - The list is wanted.
 */
export class ReplayEntryExportElement extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }

      select {
        max-inline-size: 9em;
        block-size: 30px;
        padding-inline: 6px;
        border: 1px solid var(--_line);
        border-radius: 6px;
        color: inherit;
        background: var(--_surface);
        font: 13px/1.3 var(--_font);
      }
    `,
  ];

  readonly #handleChange = (event: Event): void => {
    const select = event.currentTarget as HTMLSelectElement;
    const { value } = select;
    select.value = '';
    const to = value === 'copy' ? 'clipboard' : 'file';
    const format = value === 'copy' ? 'text' : (value as EntryExportFormat);
    this.dispatchEvent(new ReplayEntryExportRequestEvent(format, to));
  };

  protected override render(): TemplateResult {
    const { inspector } = localeOf(this);
    return html`
      <select aria-label=${inspector.takeOut} @change=${this.#handleChange}>
        <option value="">${inspector.takeOut}</option>
        <option value="copy">${inspector.copyList}</option>
        ${ENTRY_EXPORT_FORMATS.map(
          (format) => html`<option value=${format}>${inspector.saveAs(inspector.formats[format])}</option>`,
        )}
      </select>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-entry-export': ReplayEntryExportElement;
  }
}
