import { PLAYBACK_RATES } from './playback-rates.ts';

/** The player, as far as what follows uses it. */
export interface ActedPlayer extends Pick<Element, 'matches' | 'requestFullscreen'> {
  readonly paused: boolean;
  playbackRate: number;
  play(): Promise<void>;
  pause(): void;
}

/** What keeps it from playing is told by events and shown by an overlay. */
export async function tryToPlay(player: ActedPlayer): Promise<void> {
  await player.play().catch(() => undefined);
}

export function togglePlayback(player: ActedPlayer): void {
  if (player.paused) void tryToPlay(player);
  else player.pause();
}

/** Goes to the next speed that the menu offers; stays where there is none. */
export function stepRate(player: ActedPlayer, direction: 1 | -1): void {
  const next =
    direction > 0
      ? PLAYBACK_RATES.find((rate) => rate > player.playbackRate)
      : PLAYBACK_RATES.findLast((rate) => rate < player.playbackRate);
  player.playbackRate = next ?? player.playbackRate;
}

export function isFullscreen(player: ActedPlayer): boolean {
  return player.matches(':fullscreen');
}

export function setFullscreen(player: ActedPlayer, fullscreen: boolean): void {
  // A frame without `allow="fullscreen"` refuses; the player then stays as it is.
  const done = fullscreen ? player.requestFullscreen() : document.exitFullscreen();
  done.catch(() => undefined);
}
