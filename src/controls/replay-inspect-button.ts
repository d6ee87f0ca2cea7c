import { property } from 'lit/decorators.js';
import { ReplayInspectRequestEvent } from '../events.ts';
import { IconButtonElement, type IconButtonFace } from '../styles/icon-button.ts';
import { inspectIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * Makes the text of the replayed page selectable, and leaves it alone again.
 *
 * @element replay-inspect-button
 * @fires {ReplayInspectRequestEvent} replay-inspect-request - The reader wants to select text, or no longer.
 * @csspart button - The button.
 */
export class ReplayInspectButtonElement extends IconButtonElement {
  /** Whether text can be selected. */
  @property({ type: Boolean }) inspecting = false;

  protected override press(): void {
    this.dispatchEvent(new ReplayInspectRequestEvent(!this.inspecting));
  }

  protected override get face(): IconButtonFace {
    return { icon: inspectIcon, label: localeOf(this).controls.inspect, pressed: this.inspecting };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-inspect-button': ReplayInspectButtonElement;
  }
}
