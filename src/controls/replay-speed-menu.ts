import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayRateRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { PLAYBACK_RATES } from './playback-rates.ts';
import { strings } from '../locale/strings.ts';
import type { MenuItem, ReplayMenuSelectEvent } from './replay-menu.ts';

const items: readonly MenuItem[] = PLAYBACK_RATES.map((rate) => ({
  value: String(rate),
  label: strings.rate(rate),
}));

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
    return html`
      <replay-menu
        exportparts="button, text, menu"
        label=${strings.speed}
        text=${strings.rate(this.playbackRate)}
        value=${String(this.playbackRate)}
        .items=${items}
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
