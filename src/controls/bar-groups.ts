import { html, type TemplateResult } from 'lit';
import type { BarButton, BarRoom, PlayerState } from '../player-state.ts';
import { ariaKeys } from '../shortcut-keys.ts';
import type { ControlName } from './control-names.ts';

/** One of the controls in the row. */
export interface BarItem {
  readonly name: string;
  readonly room: BarRoom;
  readonly control: TemplateResult;
}

const MASKS: BarButton = {
  name: 'masks',
  order: 10,
  room: 'medium',
  render: ({ masksShown, recording, shortcuts }) =>
    html`<replay-masks-button
      exportparts="button: masks-button"
      keyshortcuts=${ariaKeys(shortcuts, 'masks')}
      ?shown=${masksShown}
      ?hidden=${recording === null}
    ></replay-masks-button>`,
};

/** Text is selected with a mouse, and a key does what the button does. */
const INSPECT: BarButton = {
  name: 'inspect',
  order: 20,
  room: 'medium',
  render: ({ stageMode, recording, shortcuts }) =>
    html`<replay-inspect-button
      exportparts="button: inspect-button"
      keyshortcuts=${ariaKeys(shortcuts, 'inspect')}
      ?inspecting=${stageMode.type === 'inspect'}
      ?hidden=${recording === null}
    ></replay-inspect-button>`,
};

const SIZE: BarButton = {
  name: 'size',
  order: 52,
  room: 'never',
  render: ({ stageSize, recording }) =>
    html`<replay-size-menu
      exportparts="button: size-button"
      size=${stageSize}
      ?hidden=${recording === null}
    ></replay-size-menu>`,
};

const LINK: BarButton = {
  name: 'link',
  order: 60,
  room: 'never',
  render: ({ canLink, shortcuts }) =>
    html`<replay-link-button
      exportparts="button: link-button"
      keyshortcuts=${ariaKeys(shortcuts, 'link')}
      ?hidden=${!canLink}
    ></replay-link-button>`,
};

const OPEN: BarButton = {
  name: 'open',
  order: 80,
  room: 'never',
  render: () => html`<replay-open-button exportparts="button: open-button"></replay-open-button>`,
};

/** The controls of the bar in groups: where it plays, how it plays, what the page shows, panels, and the rest. */
export function barGroups(state: PlayerState): readonly (readonly BarItem[])[] {
  const buttons = [...state.panelButtons, MASKS, INSPECT, SIZE, LINK, OPEN].sort((a, b) => a.order - b.order);
  const between = (first: number, end: number): BarItem[] =>
    buttons
      .filter(({ order }) => order >= first && order < end)
      .map(({ name, room, render }) => ({ name, room, control: render(state) }));
  const groups = [
    placeControls(state),
    paceControls(state),
    [...trackControls(state), ...between(0, 25)],
    between(25, 50),
    between(50, Infinity),
  ];
  return groups.map((items) => items.filter(({ name }) => !state.omittedControls.has(name)));
}

const item = (name: ControlName, room: BarRoom, control: TemplateResult): BarItem => ({
  name,
  room,
  control,
});

function placeControls(state: PlayerState): readonly BarItem[] {
  const { recording, recordings, shortcuts } = state;
  return [
    item(
      'play',
      'always',
      html`<replay-play-button
        exportparts="button: play-button"
        keyshortcuts=${ariaKeys(shortcuts, 'playback')}
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
      'window',
      'any',
      html`<replay-window-menu
        exportparts="button: window-button"
        .windows=${state.recording?.windows ?? []}
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
  ];
}

function trackControls({ tracks, currentTime, duration, clock }: PlayerState): readonly BarItem[] {
  return [
    item(
      'chapters',
      'wide',
      html`<replay-chapter-menu
        exportparts="button: chapters-button"
        .chapters=${tracks.chapters}
        .currentTime=${currentTime}
        .duration=${duration}
        .clock=${clock.wall}
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
  ];
}
