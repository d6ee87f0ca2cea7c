import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { BarButton, PlayerState } from '../player-state.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { controlBarStyles } from './replay-control-bar.styles.ts';

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
 * @csspart timeline - The timeline.
 * @csspart buttons - The row of buttons.
 */
export class ReplayControlBarElement extends LitElement {
  static override styles = [baseStyles, controlBarStyles];

  /** What to show; nothing is drawn before it is set. */
  @property({ attribute: false }) state: PlayerState | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    const windows = state.recording?.windows ?? [];
    const isPlaylist = state.recordings.length > 1;
    const hasTracks = state.tracks.captions.length > 0 || state.tracks.chapters.length > 0;
    return html`
      <replay-time-range
        part="timeline"
        .duration=${state.duration}
        .currentTime=${state.currentTime}
        .buffered=${state.buffered}
        .stretches=${state.stretches}
        .windows=${windows}
        .markers=${state.recording?.markers ?? []}
        .marks=${state.marks?.marks ?? null}
        .chapters=${state.tracks.chapters}
        .windowId=${state.windowId}
        .hiddenSpans=${state.masksShown ? (state.hidden?.spans ?? []) : []}
        .found=${state.found}
        ?seeking=${state.seeking}
        ?narrow-idle=${state.narrowIdle}
        ?disabled=${state.duration === 0}
      ></replay-time-range>
      <div
        class=${classMap({ buttons: true, several: isPlaylist, tracked: hasTracks || state.canLink })}
        part="buttons"
      >
        <replay-play-button
          ?paused=${state.paused}
          ?ended=${state.ended}
          ?disabled=${state.recording === null}
        ></replay-play-button>
        <replay-playlist-controls
          .recordings=${state.recordings}
          .index=${state.recordingIndex}
        ></replay-playlist-controls>
        <replay-time-display
          .currentTime=${state.currentTime}
          .duration=${state.duration}
          .startedAt=${state.recording?.startedAt ?? null}
        ></replay-time-display>
        <replay-window-menu
          class="push"
          .windows=${windows}
          .shownWindows=${state.shownWindows}
          .windowChoice=${state.windowChoice}
          .windowId=${state.windowId}
        ></replay-window-menu>
        <replay-idle-menu .idle=${state.idle} ?narrow=${state.narrowIdle}></replay-idle-menu>
        <replay-speed-menu .playbackRate=${state.playbackRate}></replay-speed-menu>
        <replay-chapter-menu
          class="wide"
          .chapters=${state.tracks.chapters}
          .currentTime=${state.currentTime}
          .duration=${state.duration}
        ></replay-chapter-menu>
        <replay-captions-menu .captions=${state.tracks.captions}></replay-captions-menu>
        ${this.#renderOthers(state)}
        <replay-open-button></replay-open-button>
        <replay-fullscreen-button ?fullscreen=${state.fullscreen}></replay-fullscreen-button>
      </div>
    `;
  }

  /** Buttons of panels, and the one that stands among them. */
  #renderOthers(state: PlayerState): readonly TemplateResult[] {
    const buttons = [...state.panelButtons, INSPECT, LINK].sort((a, b) => a.order - b.order);
    return buttons.map(({ room, render }) => html`<div class="other ${room}">${render(state)}</div>`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-control-bar': ReplayControlBarElement;
  }
}
