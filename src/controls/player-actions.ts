import { ReplayFeedbackRequestEvent } from '../events.ts';
import type { Feedback } from '../player-state.ts';
import { PLAYBACK_RATES } from './playback-rates.ts';

/** The player, as far as what follows uses it. */
export interface ActedPlayer extends Pick<Element, 'matches' | 'requestFullscreen' | 'dispatchEvent'> {
  readonly paused: boolean;
  playbackRate: number;
  play(): Promise<void>;
  pause(): void;
}

/** Shows what the user did, for a moment. */
export function giveFeedback(player: ActedPlayer, feedback: Feedback): void {
  player.dispatchEvent(new ReplayFeedbackRequestEvent(feedback));
}

/** What keeps it from playing is told by events and shown by an overlay. */
export async function tryToPlay(player: ActedPlayer): Promise<void> {
  giveFeedback(player, { type: 'play' });
  await player.play().catch(() => undefined);
}

export function pause(player: ActedPlayer): void {
  player.pause();
  giveFeedback(player, { type: 'pause' });
}

export function togglePlayback(player: ActedPlayer): void {
  if (player.paused) void tryToPlay(player);
  else pause(player);
}

export function changeRate(player: ActedPlayer, rate: number): void {
  player.playbackRate = rate;
  giveFeedback(player, { type: 'rate', rate });
}

/** Goes to the next speed that the menu offers; stays where there is none. */
export function stepRate(player: ActedPlayer, direction: 1 | -1): void {
  const next =
    direction > 0
      ? PLAYBACK_RATES.find((rate) => rate > player.playbackRate)
      : PLAYBACK_RATES.findLast((rate) => rate < player.playbackRate);
  changeRate(player, next ?? player.playbackRate);
}

export function isFullscreen(player: ActedPlayer): boolean {
  return player.matches(':fullscreen');
}

export function setFullscreen(player: ActedPlayer, fullscreen: boolean): void {
  // A frame without `allow="fullscreen"` refuses; the player then stays as it is.
  const done = fullscreen ? player.requestFullscreen() : document.exitFullscreen();
  done.catch(() => undefined);
}
