import { html, type TemplateResult } from 'lit';
import type { BarButton, BarRoom, PlayerState } from '../player-state.ts';
import { ariaKeys } from '../shortcut-keys.ts';

/** One of the controls in the row. */
export interface BarItem {
  readonly room: BarRoom;
  readonly control: TemplateResult;
}

const MASKS: BarButton = {
  order: 10,
  room: 'medium',
  render: ({ masksShown, recording, shortcuts }) =>
    html`<replay-masks-button
      keyshortcuts=${ariaKeys(shortcuts, 'masks')}
      ?shown=${masksShown}
      ?hidden=${recording === null}
    ></replay-masks-button>`,
};

/** Text is selected with a mouse, and a key does what the button does. */
const INSPECT: BarButton = {
  order: 20,
  room: 'medium',
  render: ({ stageMode, recording, shortcuts }) =>
    html`<replay-inspect-button
      keyshortcuts=${ariaKeys(shortcuts, 'inspect')}
      ?inspecting=${stageMode.type === 'inspect'}
      ?hidden=${recording === null}
    ></replay-inspect-button>`,
};

const LINK: BarButton = {
  order: 60,
  room: 'never',
  render: ({ canLink, shortcuts }) =>
    html`<replay-link-button
      keyshortcuts=${ariaKeys(shortcuts, 'link')}
      ?hidden=${!canLink}
    ></replay-link-button>`,
};

const OPEN: BarButton = {
  order: 80,
  room: 'never',
  render: () => html`<replay-open-button></replay-open-button>`,
};

const SIZE: BarButton = {
  order: 52,
  room: 'never',
  render: ({ stageSize, recording }) =>
    html`<replay-size-menu size=${stageSize} ?hidden=${recording === null}></replay-size-menu>`,
};

/** The controls of the bar in groups: where it plays, how it plays, what the page shows, panels, and the rest. */
export function barGroups(state: PlayerState): readonly (readonly BarItem[])[] {
  const buttons = [...state.panelButtons, MASKS, INSPECT, SIZE, LINK, OPEN].sort((a, b) => a.order - b.order);
  const between = (first: number, end: number): BarItem[] =>
    buttons
      .filter(({ order }) => order >= first && order < end)
      .map(({ room, render }) => ({ room, control: render(state) }));
  return [
    placeControls(state),
    paceControls(state),
    [...trackControls(state), ...between(0, 25)],
    between(25, 50),
    between(50, Infinity),
  ];
}

const item = (room: BarRoom, control: TemplateResult): BarItem => ({ room, control });

function placeControls(state: PlayerState): readonly BarItem[] {
  const { recording, recordings, shortcuts } = state;
  return [
    item(
      'always',
      html`<replay-play-button
        keyshortcuts=${ariaKeys(shortcuts, 'playback')}
        ?paused=${state.paused}
        ?ended=${state.ended}
        ?disabled=${recording === null}
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
        .currentTime=${state.currentTime}
        .duration=${state.duration}
        .startedAt=${recording?.startedAt ?? null}
        .clock=${state.clock}
        .loopRange=${state.loopRange}
      ></replay-time-display>`,
    ),
  ];
}

function paceControls(state: PlayerState): readonly BarItem[] {
  return [
    item(
      'any',
      html`<replay-window-menu
        .windows=${state.recording?.windows ?? []}
        .shownWindows=${state.shownWindows}
        .windowChoice=${state.windowChoice}
        .windowId=${state.windowId}
      ></replay-window-menu>`,
    ),
    item('any', html`<replay-idle-menu .idle=${state.idle} ?narrow=${state.narrowIdle}></replay-idle-menu>`),
    item('any', html`<replay-speed-menu .playbackRate=${state.playbackRate}></replay-speed-menu>`),
  ];
}

function trackControls({ tracks, currentTime, duration, clock }: PlayerState): readonly BarItem[] {
  return [
    item(
      'wide',
      html`<replay-chapter-menu
        .chapters=${tracks.chapters}
        .currentTime=${currentTime}
        .duration=${duration}
        .clock=${clock.wall}
      ></replay-chapter-menu>`,
    ),
    item('any', html`<replay-captions-menu .captions=${tracks.captions}></replay-captions-menu>`),
  ];
}
