import { changeRate, pause, setFullscreen, tryToPlay } from './controls/player-actions.ts';
import type { ShortcutPlayer } from './keys/shortcuts.ts';
import type { ReplaySource } from './core/source/replay-source.ts';
import type { RequestHandlers } from './events.ts';
import type { IdleMode } from './session/session-state.ts';

/** The player, as far as its controls change it. */
export interface RequestedPlayer extends ShortcutPlayer {
  idle: IdleMode;
  windowId: string;
  recordingIndex: number;
  readonly source: ReplaySource | null;
  load(source: ReplaySource | null): Promise<unknown>;
}

/** What a player does about the requests that several parts of the interface share. Those of a panel are its own. */
export function playerRequests(player: RequestedPlayer): RequestHandlers {
  // What goes wrong with a load is told by events and shown by an overlay.
  const open = (source: ReplaySource | null) => void player.load(source).catch(() => undefined);
  return {
    'replay-play-request': () => void tryToPlay(player),
    'replay-pause-request': () => pause(player),
    'replay-retry-request': () => open(player.source),
    'replay-seek-request': ({ time }) => (player.currentTime = time),
    'replay-step-request': ({ to, direction }) =>
      to === 'entry' ? player.goToEntry(direction) : player.goToChange(direction),
    'replay-rate-request': ({ playbackRate }) => changeRate(player, playbackRate),
    'replay-loop-request': ({ range }) => (player.loopRange = range),
    'replay-idle-request': ({ idle }) => (player.idle = idle),
    'replay-window-request': ({ windowId }) => (player.windowId = windowId),
    'replay-recording-request': ({ index }) => (player.recordingIndex = index),
    'replay-link-request': () => player.copyLink(),
    'replay-masks-request': ({ shown }) => (player.masks = shown ? 'show' : 'hide'),
    'replay-inspect-request': ({ inspecting }) => (player.inspect = inspecting),
    'replay-panel-request': ({ panel }) => (player.panel = panel),
    'replay-fullscreen-request': ({ fullscreen }) => setFullscreen(player, fullscreen),
  };
}

/** Carries out what the parts of an element ask for; nobody outside hears of it. */
export function handleRequests(element: HTMLElement, handlers: RequestHandlers): void {
  for (const [type, handle] of Object.entries(handlers)) {
    element.addEventListener(type, (event) => {
      event.stopPropagation();
      // The handler of a type takes the event of that type, which TypeScript does not follow here.
      (handle as (event: Event) => void)(event);
    });
  }
}
