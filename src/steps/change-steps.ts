import type { ReplaySession } from '../session/replay-session.ts';
import type { Timeline } from '../session/timeline.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';

/** Seeks are to fractions of a millisecond, and events at whole ones. */
const SAME_MS = 0.5;

/** The player that goes from change to change. */
export interface ChangingPlayer {
  /** Seconds. */
  currentTime: number;
  readonly paused: boolean;
  pause(): void;
}

/** The way from one visible change of what is on screen to the next, as one steps through the frames of a film. */
export class ChangeSteps {
  readonly #player: ChangingPlayer;
  readonly #session: ReplaySession;

  constructor(player: ChangingPlayer, session: ReplaySession) {
    this.#player = player;
    this.#session = session;
  }

  /** Pauses, and goes to the next visible change, or the one before; stays where there is none. */
  async go(direction: 1 | -1): Promise<void> {
    const { playback } = this.#session;
    const { timeline } = playback;
    const recording = this.#recording;
    if (!timeline || !recording) return;
    if (!this.#player.paused) this.#player.pause();
    const at = playback.position;
    const windowId = timeline.positionAt(at)?.windowId;
    if (windowId === undefined) return;
    const from = at + direction * SAME_MS;
    const { timestamp } = await recording.ask('change', { windowId, from, direction });
    // Somebody may have gone elsewhere meanwhile.
    if (playback.position !== at || this.#recording !== recording) return;
    const to = direction > 0 ? nextOf(timeline, at, windowId, timestamp) : lastOf(timeline, at, timestamp);
    if (to !== null) this.#player.currentTime = (to - timeline.startAt) / 1000;
  }

  get #recording(): OpenRecording | undefined {
    return this.#session.loading.playlist.current?.recording;
  }
}

/** Another window that comes on screen is a change, too. */
function nextOf(timeline: Timeline, at: number, windowId: string, change: number | null): number | null {
  const other = timeline.nextWindowChange(at, windowId);
  const next = Math.min(change ?? Infinity, other ?? Infinity);
  return next <= timeline.endAt ? next : null;
}

/** Before a window came on screen, what changed in it was not seen. */
function lastOf(timeline: Timeline, at: number, change: number | null): number | null {
  const since = timeline.shownSince(at);
  if (change !== null && change >= since) return change;
  if (since < at - SAME_MS) return Math.max(since, timeline.startAt);
  return since > timeline.startAt ? since - 1 : null;
}
