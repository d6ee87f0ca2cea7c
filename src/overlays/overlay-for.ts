import type { PlayerState } from '../player-state.ts';

/** What lies over the picture. `start` invites to play, for the first time or again. */
export type OverlayName = 'drop' | 'empty' | 'loading' | 'error' | 'waiting' | 'start';

/** The one overlay that a state asks for, so that two never show together. */
export function overlayFor(state: PlayerState): OverlayName | null {
  if (state.dragging) return 'drop';
  // It would lie over what is to be picked.
  if (state.stageMode.type === 'pick') return null;
  if (state.phase === 'offered') return 'start';
  if (state.phase !== 'ready') return state.phase;
  if (state.waiting || state.seeking) return 'waiting';
  // It would lie over the text that is to be selected.
  if (state.stageMode.type === 'inspect') return null;
  if (state.ended || (state.paused && state.currentTime <= state.firstTime)) return 'start';
  return null;
}
