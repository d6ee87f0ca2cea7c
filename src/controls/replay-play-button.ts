import { property } from 'lit/decorators.js';
import { ReplayPauseRequestEvent, ReplayPlayRequestEvent } from '../events.ts';
import { IconButtonElement, type IconButtonFace } from '../styles/icon-button.ts';
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
export class ReplayPlayButtonElement extends IconButtonElement {
  /** Whether playback stands still. */
  @property({ type: Boolean }) paused = false;

  /** Whether the end was reached. */
  @property({ type: Boolean }) ended = false;

  /** Whether there is nothing to play. */
  @property({ type: Boolean }) disabled = false;

  protected override press(): void {
    const plays = !this.paused && !this.ended;
    this.dispatchEvent(plays ? new ReplayPauseRequestEvent() : new ReplayPlayRequestEvent());
  }

  protected override get face(): IconButtonFace {
    const { play, pause, replay } = localeOf(this).controls;
    const { disabled } = this;
    if (this.ended) return { icon: replayIcon, label: replay, disabled };
    if (this.paused) return { icon: playIcon, label: play, disabled };
    return { icon: pauseIcon, label: pause, disabled };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-play-button': ReplayPlayButtonElement;
  }
}
