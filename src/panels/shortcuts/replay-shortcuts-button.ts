import type { IconButtonFace } from '../../styles/icon-button.ts';
import { keyboardIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { PanelButtonElement } from '../panel-button.ts';

/**
 * Opens and closes the list of keyboard shortcuts.
 *
 * @element replay-shortcuts-button
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 */
export class ReplayShortcutsButtonElement extends PanelButtonElement {
  protected override readonly panel = 'shortcuts';

  protected override get face(): IconButtonFace {
    return { icon: keyboardIcon, label: localeOf(this).shortcuts.shortcuts, expanded: this.open };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-shortcuts-button': ReplayShortcutsButtonElement;
  }
}
