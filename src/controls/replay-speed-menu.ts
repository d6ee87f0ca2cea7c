import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayRateRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { PLAYBACK_RATES } from './playback-rates.ts';
import { localeOf } from '../locale/locale-of.ts';
import type { ReplayMenuSelectEvent } from './replay-menu.ts';

/**
 * Shows and changes the speed.
 *
 * @element replay-speed-menu
 * @fires {ReplayRateRequestEvent} replay-rate-request - The reader chose another speed.
 * @csspart button - The button that opens the list.
 * @csspart text - The words on the button.
 * @csspart menu - The list.
 */
export class ReplaySpeedMenuElement extends LitElement {
  static override styles = baseStyles;

  /** How many recorded seconds pass in one; any positive number, in the list or not. */
  @property({ type: Number, attribute: 'playback-rate' }) playbackRate = 1;

  readonly #handleSelect = (event: ReplayMenuSelectEvent): void => {
    this.dispatchEvent(new ReplayRateRequestEvent(Number(event.value)));
  };

  protected override render(): TemplateResult {
    const { controls } = localeOf(this);
    return html`
      <replay-menu
        exportparts="button, text, menu"
        label=${controls.speed}
        text=${controls.rate(this.playbackRate)}
        value=${String(this.playbackRate)}
        .items=${PLAYBACK_RATES.map((rate) => ({ value: String(rate), label: controls.rate(rate) }))}
        @replay-menu-select=${this.#handleSelect}
      ></replay-menu>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-speed-menu': ReplaySpeedMenuElement;
  }
}
