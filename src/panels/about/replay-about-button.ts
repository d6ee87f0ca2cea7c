import { property } from 'lit/decorators.js';
import { badgeText } from '../../styles/badge.ts';
import type { IconButtonFace } from '../../styles/icon-button.ts';
import { infoIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { PanelButtonElement } from '../panel-button.ts';

/**
 * Opens and closes the panel about the recording, and shows how many notes it has.
 *
 * @element replay-about-button
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 * @csspart badge - The number of notes.
 */
export class ReplayAboutButtonElement extends PanelButtonElement {
  protected override readonly panel = 'about';

  /** Distinct warnings about the recording. */
  @property({ type: Number }) count = 0;

  protected override get face(): IconButtonFace {
    const { about, aboutNotes } = localeOf(this).about;
    return {
      icon: infoIcon,
      label: aboutNotes(this.count, badgeText(this.count)),
      title: about,
      count: this.count,
      expanded: this.open,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-about-button': ReplayAboutButtonElement;
  }
}
