import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayIdleRequestEvent, ReplayNarrowIdleRequestEvent } from '../events.ts';
import type { IdleMode } from '../session/session-state.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { idleIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';
import type { ReplayMenuSelectEvent } from './replay-menu.ts';

const MODES: readonly IdleMode[] = ['skip', 'keep', 5, 10];
const NARROW = 'narrow';

/**
 * Shows and changes what happens in stretches where nothing was done, and how the timeline draws them.
 *
 * @element replay-idle-menu
 * @fires {ReplayIdleRequestEvent} replay-idle-request - The reader chose to skip, to play or to shorten them.
 * @fires {ReplayNarrowIdleRequestEvent} replay-narrow-idle-request - The timeline is to draw them narrow, or not.
 * @csspart button - The button that opens the list.
 * @csspart text - The words on the button.
 * @csspart menu - The list.
 */
export class ReplayIdleMenuElement extends LitElement {
  static override styles = baseStyles;

  /** What happens now; a number is the most that is played of each stretch, in seconds. */
  @property({ attribute: false }) idle: IdleMode = 'skip';

  /** Whether the timeline draws them narrow. */
  @property({ type: Boolean }) narrow = false;

  readonly #handleSelect = ({ value }: ReplayMenuSelectEvent): void => {
    if (value === NARROW) this.dispatchEvent(new ReplayNarrowIdleRequestEvent(!this.narrow));
    const mode = MODES.find((candidate) => String(candidate) === value);
    if (mode !== undefined) this.dispatchEvent(new ReplayIdleRequestEvent(mode));
  };

  protected override render(): TemplateResult {
    const { controls } = localeOf(this);
    const modes = MODES.map((mode) => ({ value: String(mode), label: controls.idleMode(mode) }));
    return html`
      <replay-menu
        exportparts="button, text, menu"
        label=${controls.idleTime}
        text=${controls.idleMode(this.idle)}
        value=${String(this.idle)}
        .items=${[...modes, { value: NARROW, label: controls.narrowIdle, checked: this.narrow }]}
        @replay-menu-select=${this.#handleSelect}
        >${idleIcon}</replay-menu
      >
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-idle-menu': ReplayIdleMenuElement;
  }
}
