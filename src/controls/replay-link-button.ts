import { ReplayLinkRequestEvent } from '../events.ts';
import { localeOf } from '../locale/locale-of.ts';
import { IconButtonElement, type IconButtonFace } from '../styles/icon-button.ts';
import { linkIcon } from '../styles/icons.ts';

/**
 * Copies a link to the moment on screen.
 *
 * @element replay-link-button
 * @fires {ReplayLinkRequestEvent} replay-link-request - The reader wants the link to be copied.
 * @csspart button - The button.
 */
export class ReplayLinkButtonElement extends IconButtonElement {
  protected override get face(): IconButtonFace {
    return { icon: linkIcon, label: localeOf(this).links.copy };
  }

  protected override press(): void {
    this.dispatchEvent(new ReplayLinkRequestEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-link-button': ReplayLinkButtonElement;
  }
}
