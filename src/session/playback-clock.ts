import type { WindowReplay } from '../rrweb-view/window-replay.ts';

/** The core's own timer may differ from the clock by so much before it is set right. */
const DRIFT_MS = 150;

/** The one clock of a session. It counts recorded time, in Unix milliseconds, while it runs. */
export class PlaybackClock {
  /** The moment that is shown, or to be shown. */
  position = 0;
  /** How many recorded milliseconds pass in one. */
  rate = 1;
  readonly #onTick: (before: number, now: number) => boolean;
  #frame = 0;
  #tickedAt = 0;

  /**
   * @param onTick called in each frame while the clock runs, with the position of the frame before and with
   *   `performance.now()`; returns whether the clock goes on by itself
   */
  constructor(onTick: (before: number, now: number) => boolean) {
    this.#onTick = onTick;
  }

  start(replay: WindowReplay): void {
    if (replay.keyframe.timestamp <= this.position) replay.core.play(this.position);
    this.#tickedAt = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  /**
   * Stops where it is; the core's own timer may be a little ahead, and pages only go forward.
   *
   * @param replay on screen; null for none
   * @param endAt end of the recording
   */
  stop(replay: WindowReplay | null, endAt: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (!replay?.core.playing) return;
    replay.pause();
    this.position = Math.max(this.position, Math.min(replay.shownAt, endAt));
  }

  /** The core has a timer of its own; a long task or a late page can set the two apart. Pages only go forward. */
  keepInStep(replay: WindowReplay): void {
    const lag = this.position - replay.core.time;
    const limit = DRIFT_MS * Math.max(1, this.rate);
    const isDue = replay.keyframe.timestamp <= this.position;
    if (isDue && (!replay.core.playing || lag > limit)) replay.core.play(this.position);
    else if (isDue && lag < -limit) this.position = replay.core.time;
  }

  readonly #tick = (): void => {
    const now = performance.now();
    const before = this.position;
    this.position = before + (now - this.#tickedAt) * this.rate;
    this.#tickedAt = now;
    const frame = this.#frame;
    const goesOn = this.#onTick(before, now);
    // It may have been stopped, or stopped and started anew, by somebody who was told of this one.
    if (goesOn && this.#frame === frame) this.#frame = requestAnimationFrame(this.#tick);
  };
}
