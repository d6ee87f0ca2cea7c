import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayClockRequestEvent, ReplayLoopRequestEvent, ReplayStepRequestEvent } from '../events.ts';
import { type ClockKind, formatClock, formatLength } from '../locale/clock.ts';
import { localeOf } from '../locale/locale-of.ts';
import { ELAPSED, momentAt, type WallClock, zoneName } from '../locale/wall-clock.ts';
import { endingAt, startingAt } from '../loop-range.ts';
import type { TimeSpan } from '../session/session-state.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import type { MenuItem, ReplayMenuSelectEvent } from './replay-menu.ts';

const STEPS = ['entry-before', 'entry-after', 'change-before', 'change-after'] as const;

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
 * Tells where in the recording we are: `1:02 / 3:04`, or the date and time of the recorded moment. Where there is a
 * recording it is a button, whose menu has the clocks to choose from, starts and ends a loop here, and steps to what comes
 * next.
 *
 * @element replay-time-display
 * @fires {ReplayClockRequestEvent} replay-clock-request - The reader chose how moments are told.
 * @fires {ReplayLoopRequestEvent} replay-loop-request - The reader starts, ends or stops a loop.
 * @fires {ReplayStepRequestEvent} replay-step-request - The reader wants to see the next entry or change, or the last.
 * @csspart time - The whole display: a button when there is a recording.
 * @csspart duration - The length of the recording, after the slash.
 * @csspart date - The day before the time of day, and the zone after it.
 */
export class ReplayTimeDisplayElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  /** Seconds from the start of the recording. */
  @property({ type: Number }) currentTime = 0;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** When the recording began; null when there is none. */
  @property({ attribute: false }) startedAt: Date | null = null;

  /** How moments are told. */
  @property({ attribute: false }) clock = ELAPSED;

  /** The range that is repeated; null for none. */
  @property({ attribute: false }) loopRange: TimeSpan | null = null;

  readonly #handleSelect = ({ value }: ReplayMenuSelectEvent): void => {
    const { loopRange, currentTime, duration } = this;
    switch (value) {
      case 'from':
        this.#requestLoop(startingAt(loopRange, currentTime, duration));
        break;
      case 'to':
        this.#requestLoop(endingAt(loopRange, currentTime, duration));
        break;
      case 'off':
        this.#requestLoop(null);
        break;
      case 'entry-before':
        this.#requestStep('entry', -1);
        break;
      case 'entry-after':
        this.#requestStep('entry', 1);
        break;
      case 'change-before':
        this.#requestStep('change', -1);
        break;
      case 'change-after':
        this.#requestStep('change', 1);
        break;
      default:
        this.dispatchEvent(new ReplayClockRequestEvent(value as ClockKind));
    }
  };

  #requestStep(to: 'entry' | 'change', direction: 1 | -1): void {
    this.dispatchEvent(new ReplayStepRequestEvent(to, direction));
  }

  #requestLoop(range: TimeSpan | null): void {
    this.dispatchEvent(new ReplayLoopRequestEvent(range));
  }

  protected override render(): TemplateResult {
    const { startedAt, currentTime, duration } = this;
    const { wall, kind } = this.clock;
    const { controls } = localeOf(this);
    if (!startedAt) {
      return html`
        <span class="button plain" part="time">
          <bdi aria-hidden="true">${this.#renderElapsed()}</bdi>
          ${
            // Words for times are dear when they are first made, and nobody has to hear of no time at all.
            duration > 0
              ? html`<span class="visually-hidden">${controls.position(currentTime, duration)}</span>`
              : nothing
          }
        </span>
      `;
    }
    return html`
      <replay-menu
        exportparts="button: time, menu"
        label=${controls.time}
        value=${kind}
        .items=${this.#clocks(startedAt)}
        .commands=${this.#commands}
        @replay-menu-select=${this.#handleSelect}
        ><bdi aria-hidden="true">${wall ? this.#renderWall(wall) : this.#renderElapsed()}</bdi>
        <span class="visually-hidden"
          >${wall ? this.#inFull(wall) : controls.position(currentTime, duration)}</span
        ></replay-menu
      >
    `;
  }

  #renderElapsed(): TemplateResult {
    const { currentTime, duration } = this;
    return html`${formatClock(currentTime, duration)}<span class="duration" part="duration">
        / ${formatLength(duration)}</span
      >`;
  }

  #renderWall(wall: WallClock): TemplateResult {
    const { format } = localeOf(this);
    const moment = momentAt(wall, this.currentTime);
    return html`<time datetime=${moment.toISOString()}
      ><span part="date">${format.day(moment, wall.timeZone)}, </span>${format.timeOfDay(
        moment,
        wall.timeZone,
      )}<span part="date"> ${format.zone(moment, wall.timeZone)}</span></time
    >`;
  }

  #inFull(wall: WallClock): string {
    const words = localeOf(this);
    const moment = momentAt(wall, this.currentTime);
    const { format, common } = words;
    const day = format.date(moment, wall.timeZone);
    return common.dayAndTime(
      day,
      format.timeOfDay(moment, wall.timeZone),
      zoneName(words, wall, this.currentTime),
    );
  }

  #clocks(startedAt: Date): readonly MenuItem[] {
    const { controls, format } = localeOf(this);
    const { recordedZone } = this.clock;
    const clocks: readonly (readonly [kind: ClockKind, zone: string])[] = [
      ['elapsed', ''],
      ['local', format.zone(startedAt)],
      ...(recordedZone === null ? [] : [['recorded', recordedZone] as const]),
      ['utc', ''],
    ];
    return clocks.map(([value, zone]) => ({ value, label: controls.clocks[value](zone) }));
  }

  get #commands(): readonly MenuItem[] {
    const { controls } = localeOf(this);
    return [
      { value: 'from', label: controls.loopFromHere },
      { value: 'to', label: controls.loopToHere },
      ...(this.loopRange ? [{ value: 'off', label: controls.stopLooping }] : []),
      ...STEPS.map((value) => ({ value, label: controls.steps[value] })),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-time-display': ReplayTimeDisplayElement;
  }
}
