import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import type { BarButton, BarRoom, PlayerState } from '../player-state.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonParts, type CONTROL_NAMES } from './control-names.ts';
import { controlBarStyles } from './replay-control-bar.styles.ts';
import { type GivingWay, RowFit } from './row-fit.ts';

/** One of the controls in the row. */
interface BarItem {
  readonly name: string;
  readonly room: BarRoom;
  readonly control: TemplateResult;
}

type ControlName = (typeof CONTROL_NAMES)[number];

/** At the start of the row; all others are at its end. */
const FIRST: ReadonlySet<string> = new Set<ControlName>(['play', 'playlist', 'time']);

/** Text is selected with a mouse, and a key does what the button does. */
const INSPECT: BarButton = {
  name: 'inspect',
  order: 20,
  room: 'medium',
  render: ({ stageMode, recording }) =>
    html`<replay-inspect-button
      exportparts="button: inspect-button"
      ?inspecting=${stageMode.type === 'inspect'}
      ?hidden=${recording === null}
    ></replay-inspect-button>`,
};

/** Where there is room; a key does the same. */
const LINK: BarButton = {
  name: 'link',
  order: 50,
  room: 'wide',
  render: ({ canLink }) =>
    html`<replay-link-button exportparts="button: link-button" ?hidden=${!canLink}></replay-link-button>`,
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
      ...state.omittedControls,
    ].join();
    // What is not in the row does not tell by its size that it comes or goes.
    if (present !== this.#present) this.#fit.refit();
    this.#present = present;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    this.#items = this.#itemsOf(state);
    const isFirst = ({ name }: BarItem) => FIRST.has(name);
    const [first, others] = [this.#items.filter(isFirst), this.#items.filter((item) => !isFirst(item))];
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
          exportparts="button: more-button, ${buttonParts(this.#items.map(({ name }) => name))}"
          .controls=${this.gone.flatMap((place) => this.#items[place]?.control ?? [])}
        ></replay-more-menu>
        ${
          state.omittedControls.has('fullscreen')
            ? nothing
            : html`<replay-fullscreen-button
                exportparts="button: fullscreen-button"
                ?fullscreen=${state.fullscreen}
              ></replay-fullscreen-button>`
        }
      </div>
    `;
  }

  /** The controls in the row but for those at its end. */
  #itemsOf(state: PlayerState): readonly BarItem[] {
    const { recording, recordings, tracks, currentTime, duration, omittedControls } = state;
    const windows = recording?.windows ?? [];
    const item = (name: ControlName, room: BarRoom, control: TemplateResult): BarItem => ({
      name,
      room,
      control,
    });
    const all: readonly BarItem[] = [
      item(
        'play',
        'always',
        html`<replay-play-button
          exportparts="button: play-button"
          ?paused=${state.paused}
          ?ended=${state.ended}
          ?disabled=${recording === null && state.phase !== 'offered'}
        ></replay-play-button>`,
      ),
      item(
        'playlist',
        'any',
        html`<replay-playlist-controls
          exportparts="previous: previous-button, button: playlist-button, next: next-button"
          .recordings=${recordings}
          .index=${state.recordingIndex}
        ></replay-playlist-controls>`,
      ),
      item(
        'time',
        'always',
        html`<replay-time-display
          exportparts="time: time-button"
          .currentTime=${currentTime}
          .duration=${duration}
          .startedAt=${recording?.startedAt ?? null}
          .clock=${state.clock}
          .loopRange=${state.loopRange}
        ></replay-time-display>`,
      ),
      item(
        'window',
        'any',
        html`<replay-window-menu
          exportparts="button: window-button"
          .windows=${windows}
          .shownWindows=${state.shownWindows}
          .windowChoice=${state.windowChoice}
          .windowId=${state.windowId}
        ></replay-window-menu>`,
      ),
      item(
        'idle',
        'any',
        html`<replay-idle-menu
          exportparts="button: idle-button"
          .idle=${state.idle}
          ?narrow=${state.narrowIdle}
        ></replay-idle-menu>`,
      ),
      item(
        'speed',
        'any',
        html`<replay-speed-menu
          exportparts="button: speed-button"
          .playbackRate=${state.playbackRate}
        ></replay-speed-menu>`,
      ),
      item(
        'chapters',
        'wide',
        html`<replay-chapter-menu
          exportparts="button: chapters-button"
          .chapters=${tracks.chapters}
          .currentTime=${currentTime}
          .duration=${duration}
          .clock=${state.clock.wall}
        ></replay-chapter-menu>`,
      ),
      item(
        'captions',
        'any',
        html`<replay-captions-menu
          exportparts="button: captions-button"
          .captions=${tracks.captions}
        ></replay-captions-menu>`,
      ),
      ...[...state.panelButtons, INSPECT, LINK]
        .sort((a, b) => a.order - b.order)
        .map(({ name, room, render }) => ({ name, room, control: render(state) })),
      item('open', 'any', html`<replay-open-button exportparts="button: open-button"></replay-open-button>`),
    ];
    return all.filter(({ name }) => !omittedControls.has(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-control-bar': ReplayControlBarElement;
  }
}
