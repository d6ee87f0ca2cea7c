import { property } from 'lit/decorators.js';
import { localeOf } from '../../locale/locale-of.ts';
import { badgeText } from '../../styles/badge.ts';
import type { IconButtonFace } from '../../styles/icon-button.ts';
import { notesIcon } from '../../styles/icons.ts';
import { PanelButtonElement } from '../panel-button.ts';

/**
 * Opens and closes the panel with notes, and shows how many there are.
 *
 * @element replay-notes-button
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to open or close.
 * @csspart button - The button.
 * @csspart badge - The number of notes.
 */
export class ReplayNotesButtonElement extends PanelButtonElement {
  protected override readonly panel = 'notes';

  /** How many notes there are. */
  @property({ type: Number }) count = 0;

  protected override get face(): IconButtonFace {
    const { notes, counted } = localeOf(this).notes;
    return {
      icon: notesIcon,
      label: counted(this.count, badgeText(this.count)),
      title: notes,
      count: this.count,
      expanded: this.open,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-notes-button': ReplayNotesButtonElement;
  }
}
