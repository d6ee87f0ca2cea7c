import { property } from 'lit/decorators.js';
import { badgeText } from '../../styles/badge.ts';
import type { IconButtonFace } from '../../styles/icon-button.ts';
import { privacyIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { PanelButtonElement } from '../panel-button.ts';

/**
 * Opens and closes the panel about what is hidden, and says how much of it is on screen.
 *
 * @element replay-privacy-button
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 * @csspart badge - The number of hidden things on screen.
 */
export class ReplayPrivacyButtonElement extends PanelButtonElement {
  protected override readonly panel = 'privacy';

  /** Whether overlays are drawn; things are counted only then. */
  @property({ type: Boolean }) shown = false;

  /** Hidden things on screen now. */
  @property({ type: Number }) count = 0;

  protected override get face(): IconButtonFace {
    const { privacy, onScreen, overlaysOff } = localeOf(this).privacy;
    return {
      icon: privacyIcon,
      label: this.shown ? onScreen(badgeText(this.count)) : overlaysOff,
      title: privacy,
      count: this.count,
      expanded: this.open,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-privacy-button': ReplayPrivacyButtonElement;
  }
}
