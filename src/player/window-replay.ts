import type { Keyframe, ReadResult } from '../core/recording.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import type { RemoteAssets } from './frame-policy.ts';
import { ReplayCore, type ReplayCoreOptions } from './replay-core.ts';

/**
 * One window of the session from a full snapshot on: a replay core and the reading that keeps it fed. The core
 * gets only what the playhead needs, never the whole recording, because each of its seeks walks all it holds.
 */
export class WindowReplay {
  readonly windowId: string;
  readonly keyframe: Keyframe;
  readonly core: ReplayCore;
  readonly #element = document.createElement('div');
  readonly #recording: OpenRecording;
  readonly #remoteAssets: RemoteAssets;
  #until: number;
  #skip: number;
  #reading: Promise<void> = Promise.resolve();
  #closed = false;

  /**
   * Builds the page of a window at a moment, out of sight, in an element of its own below `parent`.
   *
   * @throws when the snapshot cannot be built
   */
  static async open(
    recording: OpenRecording,
    keyframe: Keyframe,
    timestamp: number,
    parent: HTMLElement,
    options: ReplayCoreOptions,
  ): Promise<WindowReplay> {
    const first = await recording.read({
      windowId: keyframe.windowId,
      from: keyframe.timestamp,
      to: after(timestamp),
      skip: 0,
      atKeyframe: true,
      remoteAssets: options.remoteAssets === 'allow',
    });
    const replay = new WindowReplay(recording, keyframe, first, parent, options);
    try {
      await replay.readTo(timestamp);
      replay.core.show(timestamp);
      return replay;
    } catch (error) {
      replay.destroy();
      throw error;
    }
  }

  private constructor(
    recording: OpenRecording,
    keyframe: Keyframe,
    first: ReadResult,
    parent: HTMLElement,
    options: ReplayCoreOptions,
  ) {
    this.#recording = recording;
    this.windowId = keyframe.windowId;
    this.keyframe = keyframe;
    this.#remoteAssets = options.remoteAssets;
    this.#until = first.until;
    this.#skip = first.skip;
    this.#element.className = 'page';
    this.visible = false;
    parent.append(this.#element);
    this.core = new ReplayCore(this.#element, first.events, options);
  }

  /** Hidden pages are laid out all the same, so that they can be shown at once. */
  set visible(visible: boolean) {
    this.#element.classList.toggle('standby', !visible);
  }

  /** Every event before this moment has been handed to the core. */
  get until(): number {
    return this.#until;
  }

  /** True when a moment is reached from here by playing on, without passing a later full snapshot by seeking. */
  covers(windowId: string, keyframe: Keyframe, timestamp: number): boolean {
    return (
      windowId === this.windowId && timestamp >= this.keyframe.timestamp && keyframe.timestamp < this.#until
    );
  }

  /** Reads on until the moment itself is in, or until there is no more to read now. */
  readTo(timestamp: number): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read(after(timestamp)));
    return this.#reading;
  }

  destroy(): void {
    this.#closed = true;
    this.core.destroy();
    this.#element.remove();
  }

  async #read(to: number): Promise<void> {
    while (this.#until < to) {
      const { events, until, skip } = await this.#recording.read({
        windowId: this.windowId,
        from: this.#until,
        to,
        skip: this.#skip,
        atKeyframe: false,
        remoteAssets: this.#remoteAssets === 'allow',
      });
      const isFurther = until > this.#until || skip > this.#skip;
      if (this.#closed || !isFurther) return;
      await this.core.append(events);
      this.#until = until;
      this.#skip = skip;
    }
  }
}

/** Recorded times are whole milliseconds; reading stops before `to`. */
function after(timestamp: number): number {
  return Math.floor(timestamp) + 1;
}
