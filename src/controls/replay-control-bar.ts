import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import type { BarButton, BarRoom, PlayerState } from '../player-state.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { controlBarStyles } from './replay-control-bar.styles.ts';
import { type GivingWay, RowFit } from './row-fit.ts';

/** One of the controls in the row. */
interface BarItem {
  readonly room: BarRoom;
  readonly control: TemplateResult;
}

/** Text is selected with a mouse, and a key does what the button does. */
const INSPECT: BarButton = {
  order: 20,
  room: 'medium',
  render: ({ stageMode, recording }) =>
    html`<replay-inspect-button
      ?inspecting=${stageMode.type === 'inspect'}
      ?hidden=${recording === null}
    ></replay-inspect-button>`,
};

/** Where there is room; a key does the same. */
const LINK: BarButton = {
  order: 50,
  room: 'wide',
  render: ({ canLink }) => html`<replay-link-button ?hidden=${!canLink}></replay-link-button>`,
};

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
 * @fires {ReplayInspectRequestEvent} replay-inspect-request - See `replay-inspect-button`.
 * @fires {ReplayPanelRequestEvent} replay-panel-request - A button wants its panel to open or close.
 * @fires {ReplayRecordingRequestEvent} replay-recording-request - See `replay-playlist-controls`.
 * @fires {ReplayOpenRequestEvent} replay-open-request - See `replay-open-button`.
 * @fires {ReplayFullscreenRequestEvent} replay-fullscreen-request - See `replay-fullscreen-button`.
 * @slot preview - The page of the moment that is pointed at on the timeline.
 * @csspart timeline - The timeline.
 * @csspart buttons - The row of buttons.
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
    () => this.row && { row: this.row, more: this.more, givingWay: this.#givingWay },
    (gone) => this.#handleFit(gone),
  );
  #items: readonly BarItem[] = [];
  /** Which controls have something to show. */
  #present = '';

  /** Words give way first, then what is used least and the day, then the length of the recording and room. */
  get #givingWay(): readonly GivingWay[] {
    const elements = [...this.itemElements];
    const of = (wanted: BarRoom) =>
      elements.filter((_, place) => this.#items[place]?.room === wanted).reverse();
    return [
      'no-words',
      ...of('wide'),
      'no-date',
      ...of('medium'),
      'no-steps',
      'compact',
      'no-duration',
      ...of('any'),
    ];
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
    ].join();
    // What is not in the row does not tell by its size that it comes or goes.
    if (present !== this.#present) this.#fit.refit();
    this.#present = present;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    this.#items = this.#itemsOf(state);
    const [first, others] = [this.#items.slice(0, 3), this.#items.slice(3)];
    const items = (some: readonly BarItem[]) =>
      some.map(({ control }) => html`<div class="item">${control}</div>`);
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
        ${items(first)}
        <div class="push"></div>
        ${items(others)}
        <replay-more-menu
          hidden
          .controls=${this.gone.flatMap((place) => this.#items[place]?.control ?? [])}
        ></replay-more-menu>
        <replay-fullscreen-button ?fullscreen=${state.fullscreen}></replay-fullscreen-button>
      </div>
    `;
  }

  /** The controls in the row but for those at its end. */
  #itemsOf(state: PlayerState): readonly BarItem[] {
    const { recording, recordings, tracks, currentTime, duration } = state;
    const windows = recording?.windows ?? [];
    const item = (room: BarRoom, control: TemplateResult): BarItem => ({ room, control });
    return [
      item(
        'always',
        html`<replay-play-button
          ?paused=${state.paused}
          ?ended=${state.ended}
          ?disabled=${recording === null && state.phase !== 'offered'}
        ></replay-play-button>`,
      ),
      item(
        'any',
        html`<replay-playlist-controls
          .recordings=${recordings}
          .index=${state.recordingIndex}
        ></replay-playlist-controls>`,
      ),
      item(
        'always',
        html`<replay-time-display
          .currentTime=${currentTime}
          .duration=${duration}
          .startedAt=${recording?.startedAt ?? null}
          .clock=${state.clock}
          .loopRange=${state.loopRange}
        ></replay-time-display>`,
      ),
      item(
        'any',
        html`<replay-window-menu
          .windows=${windows}
          .shownWindows=${state.shownWindows}
          .windowChoice=${state.windowChoice}
          .windowId=${state.windowId}
        ></replay-window-menu>`,
      ),
      item(
        'any',
        html`<replay-idle-menu .idle=${state.idle} ?narrow=${state.narrowIdle}></replay-idle-menu>`,
      ),
      item('any', html`<replay-speed-menu .playbackRate=${state.playbackRate}></replay-speed-menu>`),
      item(
        'wide',
        html`<replay-chapter-menu
          .chapters=${tracks.chapters}
          .currentTime=${currentTime}
          .duration=${duration}
          .clock=${state.clock.wall}
        ></replay-chapter-menu>`,
      ),
      item('any', html`<replay-captions-menu .captions=${tracks.captions}></replay-captions-menu>`),
      ...[...state.panelButtons, INSPECT, LINK]
        .sort((a, b) => a.order - b.order)
        .map(({ room, render }) => item(room, render(state))),
      item('any', html`<replay-open-button></replay-open-button>`),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-control-bar': ReplayControlBarElement;
  }
}
