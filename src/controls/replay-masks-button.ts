import { property } from 'lit/decorators.js';
import { ReplayMasksRequestEvent } from '../events.ts';
import { IconButtonElement, type IconButtonFace } from '../styles/icon-button.ts';
import { masksIcon, masksOffIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * Turns the overlays on and off that mark what is hidden on the page.
 *
 * @element replay-masks-button
 * @fires {ReplayMasksRequestEvent} replay-masks-request - The reader wants them on or off.
 * @csspart button - The button.
 */
export class ReplayMasksButtonElement extends IconButtonElement {
  /** Whether they are drawn. */
  @property({ type: Boolean }) shown = false;

  protected override get face(): IconButtonFace {
    return {
      icon: this.shown ? masksIcon : masksOffIcon,
      label: localeOf(this).privacy.showMasks,
      pressed: this.shown,
    };
  }

  protected override press(): void {
    this.dispatchEvent(new ReplayMasksRequestEvent(!this.shown));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-masks-button': ReplayMasksButtonElement;
  }
}
