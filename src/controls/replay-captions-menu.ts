import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayCaptionsRequestEvent } from '../events.ts';
import { localeOf } from '../locale/locale-of.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { captionsIcon } from '../styles/icons.ts';
import type { CaptionChoice } from '../tracks/tracks-state.ts';
import type { ReplayMenuSelectEvent } from './replay-menu.ts';

/** Value of the item that shows none. */
const OFF = 'off';

/**
 * Shows and changes which captions lie over the page. Empty where there are none.
 *
 * @element replay-captions-menu
 * @fires {ReplayCaptionsRequestEvent} replay-captions-request - The reader chose other captions, or none.
 * @csspart button - The button that opens the list.
 * @csspart text - The words on the button.
 * @csspart menu - The list.
 */
export class ReplayCaptionsMenuElement extends LitElement {
  static override styles = baseStyles;

  /** What there is to choose from. */
  @property({ attribute: false }) captions: readonly CaptionChoice[] = [];

  readonly #handleSelect = ({ value }: ReplayMenuSelectEvent): void => {
    this.dispatchEvent(new ReplayCaptionsRequestEvent(value === OFF ? null : Number(value)));
  };

  protected override render(): TemplateResult | typeof nothing {
    const { captions } = this;
    if (captions.length === 0) return nothing;
    const { tracks } = localeOf(this);
    const shown = captions.findIndex(({ isShown }) => isShown);
    const items = captions.map(({ label }, i) => ({ value: String(i), label }));
    return html`
      <replay-menu
        exportparts="button, text, menu"
        label=${tracks.captions}
        text=${captions[shown]?.label ?? tracks.captionsOff}
        value=${shown < 0 ? OFF : shown}
        .items=${[{ value: OFF, label: tracks.captionsOff }, ...items]}
        @replay-menu-select=${this.#handleSelect}
        >${captionsIcon}</replay-menu
      >
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-captions-menu': ReplayCaptionsMenuElement;
  }
}
