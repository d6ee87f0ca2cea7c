import { localeOf } from '../../locale/locale-of.ts';
import type { IconButtonFace } from '../../styles/icon-button.ts';
import { inspectorIcon } from '../../styles/icons.ts';
import { PanelButtonElement } from '../panel-button.ts';

/**
 * Opens and closes the panel that lists what happened.
 *
 * @element replay-inspector-button
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 */
export class ReplayInspectorButtonElement extends PanelButtonElement {
  protected override readonly panel = 'inspector';

  protected override get face(): IconButtonFace {
    return { icon: inspectorIcon, label: localeOf(this).inspector.inspector, expanded: this.open };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-inspector-button': ReplayInspectorButtonElement;
  }
}
