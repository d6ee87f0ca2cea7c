import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import type { BarRoom, PlayerState } from '../player-state.ts';
import { ariaKeys } from '../shortcut-keys.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { barGroups, type BarItem } from './bar-groups.ts';
import { buttonParts } from './control-names.ts';
import { controlBarStyles } from './replay-control-bar.styles.ts';
import { type GivingWay, RowFit } from './row-fit.ts';

/**
 * All controls: the timeline on a row of its own, the buttons below it. What its controls ask for passes
 * through.
 *
 * @element replay-control-bar
 * @fires {ReplayPlayRequestEvent} replay-play-request - See `replay-play-button`.
 * @fires {ReplayPauseRequestEvent} replay-pause-request - See `replay-play-button`.
 * @fires {ReplaySeekRequestEvent} replay-seek-request - See `replay-time-range`.
 * @fires {ReplayPreviewRequestEvent} replay-preview-request - See `replay-time-range`.
 * @fires {ReplayClockRequestEvent} replay-clock-request - See `replay-time-display`.
 * @fires {ReplayLoopRequestEvent} replay-loop-request - See `replay-time-display` and `replay-loop-range`.
 * @fires {ReplayRateRequestEvent} replay-rate-request - See `replay-speed-menu`.
 * @fires {ReplayIdleRequestEvent} replay-idle-request - See `replay-idle-menu`.
 * @fires {ReplayNarrowIdleRequestEvent} replay-narrow-idle-request - See `replay-idle-menu`.
 * @fires {ReplayWindowRequestEvent} replay-window-request - See `replay-window-menu`.
 * @fires {ReplayCaptionsRequestEvent} replay-captions-request - See `replay-captions-menu`.
 * @fires {ReplayLinkRequestEvent} replay-link-request - See `replay-link-button`.
 * @fires {ReplayMasksRequestEvent} replay-masks-request - See `replay-masks-button`.
 * @fires {ReplayInspectRequestEvent} replay-inspect-request - See `replay-inspect-button`.
 * @fires {ReplayPanelRequestEvent} replay-panel-request - A button wants its panel to open or close.
 * @fires {ReplayRecordingRequestEvent} replay-recording-request - See `replay-playlist-controls`.
 * @fires {ReplayOpenRequestEvent} replay-open-request - See `replay-open-button`.
 * @fires {ReplayFullscreenRequestEvent} replay-fullscreen-request - See `replay-fullscreen-button`.
 * @slot preview - The page of the moment that is pointed at on the timeline.
 * @csspart timeline - The timeline.
 * @csspart buttons - The row of buttons.
 * @csspart …-button - Each button, by the name of its control.
 */
export class ReplayControlBarElement extends LitElement {
  static override styles = [baseStyles, controlBarStyles];

  /** What to show; nothing is drawn before it is set. */
  @property({ attribute: false }) state: PlayerState | null = null;

  @query('.buttons') private row!: HTMLElement | null;
  @query('replay-more-menu') private more!: HTMLElement;
  @queryAll('.item') private itemElements!: NodeListOf<HTMLElement>;
  /** Places of the controls for which there is no room in the row. */
  @state() private gone: readonly number[] = [];

  readonly #fit = new RowFit(
    this,
    () =>
      this.row && {
        row: this.row,
        more: this.more,
        never: this.#ofRoom('never'),
        givingWay: this.#givingWay,
      },
    (gone) => this.#handleFit(gone),
  );
  #items: readonly BarItem[] = [];
  /** Which controls have something to show. */
  #present = '';

  /** Words give way first, then what is used least and the day, then the length of the recording and room. */
  get #givingWay(): readonly GivingWay[] {
    return [
      'no-words',
      ...this.#ofRoom('wide').reverse(),
      'no-date',
      ...this.#ofRoom('medium').reverse(),
      'no-steps',
      'compact',
      'no-duration',
      ...this.#ofRoom('any').reverse(),
    ];
  }

  #ofRoom(wanted: BarRoom): HTMLElement[] {
    return [...this.itemElements].filter((_, place) => this.#items[place]?.room === wanted);
  }

  #handleFit(gone: readonly HTMLElement[]): void {
    const elements = [...this.itemElements];
    const places = gone.map((item) => elements.indexOf(item)).sort((a, b) => a - b);
    if (places.join() !== this.gone.join()) this.gone = places;
  }

  protected override updated(): void {
    const { state } = this;
    if (!state) return;
    const { recording, recordings, tracks, canLink } = state;
    const present = [
      recording !== null,
      recording?.windows.length,
      recordings.length,
      tracks.captions.length > 0,
      tracks.chapters.length > 0,
      canLink,
      state.shortcuts.length > 0,
      ...state.omittedControls,
    ].join();
    // What is not in the row does not tell by its size that it comes or goes.
    if (present !== this.#present) this.#fit.refit();
    this.#present = present;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    const [first = [], ...others] = barGroups(state);
    this.#items = [first, ...others].flat();
    const group = (items: readonly BarItem[]) =>
      html`<div class="group">
        ${items.map(
          ({ room, control }) => html`<div class=${room === 'never' ? 'item gone' : 'item'}>${control}</div>`,
        )}
      </div>`;
    return html`
      <replay-time-range
        part="timeline"
        .duration=${state.duration}
        .currentTime=${state.currentTime}
        .buffered=${state.buffered}
        .stretches=${state.stretches}
        .windows=${state.recording?.windows ?? []}
        .markers=${state.recording?.markers ?? []}
        .marks=${state.marks?.marks ?? null}
        .chapters=${state.tracks.chapters}
        .notes=${state.tracks.notes}
        .windowId=${state.windowId}
        .hiddenSpans=${state.masksShown ? (state.hidden?.spans ?? []) : []}
        .found=${state.found}
        .clock=${state.clock.wall}
        .loopRange=${state.loopRange}
        .previewedTime=${state.previewedTime}
        ?seeking=${state.seeking}
        ?narrow-idle=${state.narrowIdle}
        ?disabled=${state.duration === 0}
        ><slot name="preview" slot="preview"></slot
      ></replay-time-range>
      <div class="buttons" part="buttons">
        ${group(first)}
        <div class="push"></div>
        ${others.map(group)}
        <replay-more-menu
          hidden
          exportparts="button: more-button, ${buttonParts(this.#items.map(({ name }) => name))}"
          .controls=${this.gone.flatMap((place) => this.#items[place]?.control ?? [])}
        ></replay-more-menu>
        ${
          state.omittedControls.has('fullscreen')
            ? nothing
            : html`<replay-fullscreen-button
                exportparts="button: fullscreen-button"
                keyshortcuts=${ariaKeys(state.shortcuts, 'fullscreen')}
                ?fullscreen=${state.fullscreen}
              ></replay-fullscreen-button>`
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-control-bar': ReplayControlBarElement;
  }
}
