import { property } from 'lit/decorators.js';
import { ReplayPanelRequestEvent } from '../events.ts';
import { IconButtonElement } from '../styles/icon-button.ts';

/** A button that opens and closes a panel. */
export abstract class PanelButtonElement extends IconButtonElement {
  /** Name of the panel. */
  protected abstract readonly panel: string;

  /** Whether the panel is open. */
  @property({ type: Boolean }) open = false;

  protected override press(): void {
    this.dispatchEvent(new ReplayPanelRequestEvent(this.open ? null : this.panel));
  }
}
