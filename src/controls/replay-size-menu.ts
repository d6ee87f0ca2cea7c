import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplaySizeRequestEvent } from '../events.ts';
import type { StageSize } from '../rrweb-view/stage-view.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { sizeIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';
import type { ReplayMenuSelectEvent } from './replay-menu.ts';
import { STAGE_SIZES } from './stage-sizes.ts';

/**
 * Shows and changes how large the recorded page is.
 *
 * @element replay-size-menu
 * @fires {ReplaySizeRequestEvent} replay-size-request - The reader chose another size.
 * @csspart button - The button that opens the list.
 * @csspart text - The words on the button.
 * @csspart menu - The list.
 */
export class ReplaySizeMenuElement extends LitElement {
  static override styles = baseStyles;

  /** How large it is. */
  @property() size: StageSize = 'fit';

  readonly #handleSelect = (event: ReplayMenuSelectEvent): void => {
    this.dispatchEvent(new ReplaySizeRequestEvent(event.value as StageSize));
  };

  protected override render(): TemplateResult {
    const { pageSize, pageSizes } = localeOf(this).controls;
    return html`
      <replay-menu
        exportparts="button, text, menu"
        label=${pageSize}
        text=${pageSizes[this.size]}
        value=${this.size}
        .items=${STAGE_SIZES.map((value) => ({ value, label: pageSizes[value] }))}
        @replay-menu-select=${this.#handleSelect}
        >${sizeIcon}</replay-menu
      >
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-size-menu': ReplaySizeMenuElement;
  }
}
