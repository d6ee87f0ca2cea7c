import type { Playback } from './playback.ts';
import { parseStartAt } from './start-at.ts';

/** Where a session is, or is to begin: what was asked for before there was a frame is kept until there is one. */
export class Playhead {
  readonly #playback: Playback;
  /** Seconds from the start of the recording. */
  #pending: number | null = null;

  constructor(playback: Playback) {
    this.#playback = playback;
  }

  /** Seconds from the start of the recording. */
  get time(): number {
    if (this.#pending !== null) return this.#pending;
    const { timeline, position } = this.#playback;
    return timeline ? (position - timeline.startAt) / 1000 : 0;
  }

  /** @throws TypeError for what is no finite number of seconds */
  moveTo(time: number): void {
    if (!Number.isFinite(time)) throw new TypeError('currentTime must be a finite number of seconds');
    const { timeline, started } = this.#playback;
    if (timeline && started) this.#playback.seek(timeline.startAt + time * 1000);
    else this.#pending = Math.max(0, time);
  }

  /**
   * Where to begin: what a script has asked for since, else `startAt`, else the start. Unix milliseconds.
   *
   * @param startAt as `parseStartAt` reads it
   */
  firstPosition(startAt: string, recordingStart: number): number {
    if (this.#pending !== null) return recordingStart + this.#pending * 1000;
    return parseStartAt(startAt, recordingStart) ?? recordingStart;
  }

  /** Nothing is asked for: the first frame is on screen, or the recording is out of the player. */
  settle(): void {
    this.#pending = null;
  }
}
