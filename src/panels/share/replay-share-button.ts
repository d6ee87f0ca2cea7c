import type { IconButtonFace } from '../../styles/icon-button.ts';
import { shareIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { PanelButtonElement } from '../panel-button.ts';

/**
 * Opens and closes the panel for redacting the recording and handing it on.
 *
 * @element replay-share-button
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 */
export class ReplayShareButtonElement extends PanelButtonElement {
  protected override readonly panel = 'share';

  protected override get face(): IconButtonFace {
    return { icon: shareIcon, label: localeOf(this).share.share, expanded: this.open };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-share-button': ReplayShareButtonElement;
  }
}
