import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { formatClock, formatLength } from '../locale/clock.ts';
import { localeOf } from '../locale/locale-of.ts';

const styles = css`
  .plain {
    cursor: text;
  }

  .plain:hover {
    background: none;
  }

  .duration {
    color: var(--_muted);
  }
`;

/**
 * Tells where in the recording we are. When it is known at what time of day the recording began, a click
 * changes between `1:02 / 3:04` and the date and time of the recorded moment.
 *
 * @element replay-time-display
 * @csspart time - The whole display: a button when there is a time of day to show.
 * @csspart duration - The length of the recording, after the slash.
 * @csspart date - The day, before the time of day.
 */
export class ReplayTimeDisplayElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  @state() private showsWallClock = false;

  /** Seconds from the start of the recording. */
  @property({ type: Number }) currentTime = 0;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** When the recording began; null when that is not known. */
  @property({ attribute: false }) startedAt: Date | null = null;

  readonly #handleClick = (): void => {
    this.showsWallClock = !this.showsWallClock;
  };

  protected override render(): TemplateResult {
    if (!this.startedAt) return html`<span class="button plain" part="time">${this.#renderElapsed()}</span>`;
    const { controls } = localeOf(this);
    return html`
      <button
        class="button"
        part="time"
        type="button"
        title=${this.showsWallClock ? controls.showElapsed : controls.showWallClock}
        @click=${this.#handleClick}
      >
        ${this.showsWallClock ? this.#renderWallClock(this.startedAt) : this.#renderElapsed()}
      </button>
    `;
  }

  #renderElapsed(): TemplateResult {
    const { currentTime, duration } = this;
    return html`
      <span aria-hidden="true"
        >${formatClock(currentTime, duration)}<span class="duration" part="duration">
          / ${formatLength(duration)}</span
        ></span
      >
      <span class="visually-hidden">${localeOf(this).controls.position(currentTime, duration)}</span>
    `;
  }

  #renderWallClock(startedAt: Date): TemplateResult {
    const { format } = localeOf(this);
    const moment = new Date(startedAt.getTime() + this.currentTime * 1000);
    return html`<time datetime=${moment.toISOString()}
      ><span part="date">${format.date(moment)}, </span>${format.timeOfDay(moment)}</time
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-time-display': ReplayTimeDisplayElement;
  }
}
