import type { RecordingInfo } from '../core/recording.ts';
import type { EmbedErrorCode, EmbedState } from './protocol.ts';

/** The element, as far as an embed uses it. */
export interface EmbeddedPlayer extends HTMLElement {
  readonly source: unknown;
  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly readyState: number;
  readonly networkState: number;
  readonly playbackRate: number;
  readonly error: { readonly code: EmbedErrorCode; readonly message: string } | null;
  readonly recording: RecordingInfo | null;
  currentTime: number;
  play(): Promise<void>;
  pause(): void;
}

export function stateOf(player: EmbeddedPlayer): EmbedState {
  const { currentTime, duration, paused, ended, seeking, readyState, networkState, playbackRate } = player;
  const error = player.error?.code ?? null;
  return { currentTime, duration, paused, ended, seeking, readyState, networkState, playbackRate, error };
}
