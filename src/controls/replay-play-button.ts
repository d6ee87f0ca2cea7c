import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayPauseRequestEvent, ReplayPlayRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { pauseIcon, playIcon, replayIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * Plays, pauses, and plays again from the start.
 *
 * @element replay-play-button
 * @fires {ReplayPlayRequestEvent} replay-play-request - The reader wants to see it, or see it again.
 * @fires {ReplayPauseRequestEvent} replay-pause-request - The reader wants it to stop.
 * @csspart button - The button.
 */
export class ReplayPlayButtonElement extends LitElement {
  static override styles = [baseStyles, buttonStyles];

  /** Whether playback stands still. */
  @property({ type: Boolean }) paused = false;

  /** Whether the end was reached. */
  @property({ type: Boolean }) ended = false;

  /** Whether there is nothing to play. */
  @property({ type: Boolean }) disabled = false;

  readonly #handleClick = (): void => {
    const plays = !this.paused && !this.ended;
    this.dispatchEvent(plays ? new ReplayPauseRequestEvent() : new ReplayPlayRequestEvent());
  };

  protected override render(): TemplateResult {
    const { icon, label } = this.#face;
    return html`
      <button
        class="button"
        part="button"
        type="button"
        aria-label=${label}
        title=${label}
        ?disabled=${this.disabled}
        @click=${this.#handleClick}
      >
        ${icon}
      </button>
    `;
  }

  get #face(): { icon: TemplateResult; label: string } {
    const { controls } = localeOf(this);
    if (this.ended) return { icon: replayIcon, label: controls.replay };
    if (this.paused) return { icon: playIcon, label: controls.play };
    return { icon: pauseIcon, label: controls.pause };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-play-button': ReplayPlayButtonElement;
  }
}
