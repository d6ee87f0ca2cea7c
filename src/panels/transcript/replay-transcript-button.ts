import { localeOf } from '../../locale/locale-of.ts';
import type { IconButtonFace } from '../../styles/icon-button.ts';
import { transcriptIcon } from '../../styles/icons.ts';
import { PanelButtonElement } from '../panel-button.ts';

/**
 * Opens and closes the panel with the session in words.
 *
 * @element replay-transcript-button
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 */
export class ReplayTranscriptButtonElement extends PanelButtonElement {
  protected override readonly panel = 'transcript';

  protected override get face(): IconButtonFace {
    return { icon: transcriptIcon, label: localeOf(this).transcript.transcript, expanded: this.open };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-transcript-button': ReplayTranscriptButtonElement;
  }
}
