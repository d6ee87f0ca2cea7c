import type { Keyframe, ReadResult, ReplayEvent } from '../core/recording.ts';
import { nextTask } from '../core/time-slicer.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import type { AssetPolicy } from './frame-policy.ts';
import { painted } from './painted.ts';
import { ReplayCore, type ReplayCoreOptions } from './replay-core.ts';

/**
 * Going on by so little is done on the page that is there. Everything else is a new page: the reading half folds
 * what happened before a moment into one snapshot, so that the page costs the same to build wherever it is.
 */
const HOP_MS = 2000;
/** An event that changes so much is applied by itself, with time for the tab in between. */
const HEAVY_CHANGES = 500;

/**
 * One page of a window from a moment on: a replay core and the reading that keeps it fed. The core gets the page
 * as it is at that moment and then only what the playhead needs, never the whole recording, because it walks all
 * it holds each time it starts. It only ever goes forward; it ends where the next page begins.
 */
export class WindowReplay {
  readonly windowId: string;
  readonly keyframe: Keyframe;
  readonly core: ReplayCore;
  readonly #element = document.createElement('div');
  readonly #recording: OpenRecording;
  readonly #remoteAssets: AssetPolicy;
  #shown: number;
  #until: number;
  #skip: number;
  #endAt = Infinity;
  /** Read, but not handed to the core: a heavy event, and all behind it. */
  #held: ReplayEvent[] = [];
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
    const page = await recording.page({
      windowId: keyframe.windowId,
      keyframeAt: keyframe.timestamp,
      to: after(timestamp),
      remoteAssets: options.remoteAssets === 'allow',
    });
    // Each in a task of its own, so that none is longer than building the page: taking the answer in, …
    await nextTask();
    const replay = new WindowReplay(recording, keyframe, timestamp, page, parent, options);
    try {
      // … making a frame, and building the page in it.
      await nextTask();
      await replay.goTo(timestamp, () => false);
      return replay;
    } catch (error) {
      replay.destroy();
      throw error;
    }
  }

  private constructor(
    recording: OpenRecording,
    keyframe: Keyframe,
    timestamp: number,
    page: ReadResult,
    parent: HTMLElement,
    options: ReplayCoreOptions,
  ) {
    this.#recording = recording;
    this.windowId = keyframe.windowId;
    this.keyframe = keyframe;
    this.#remoteAssets = options.remoteAssets;
    this.#shown = timestamp;
    this.#until = page.until;
    this.#skip = page.skip;
    this.#element.className = 'page';
    this.visible = false;
    parent.append(this.#element);
    this.core = new ReplayCore(this.#element, page.events, options);
  }

  /** Hidden pages are laid out all the same, so that they can be shown at once. */
  set visible(visible: boolean) {
    this.#element.classList.toggle('standby', !visible);
  }

  /** The moment on screen, or a later one that was. */
  get shownAt(): number {
    return Math.max(this.#shown, this.core.playing ? this.core.time : -Infinity);
  }

  /** Every event before this moment has been handed to the core. */
  get until(): number {
    return Math.min(this.#until, this.#held[0]?.timestamp ?? Infinity);
  }

  /** Where another page begins, as far as that is known. */
  get endAt(): number {
    return this.#endAt;
  }

  /** True when a moment can be reached from the one that is shown. */
  covers(windowId: string, timestamp: number): boolean {
    const isAhead = timestamp >= this.shownAt && timestamp <= this.shownAt + HOP_MS;
    return windowId === this.windowId && isAhead && timestamp < this.#endAt;
  }

  /** Reads on until the moment itself is in, until the next heavy event, or until there is no more to read now. */
  readTo(timestamp: number): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read(after(timestamp)));
    return this.#reading;
  }

  /**
   * Shows a moment that is covered, and resolves when all up to it is on the page.
   *
   * @param isStale asked while it takes long; true when nobody is waiting for this moment any more
   */
  async goTo(timestamp: number, isStale: () => boolean): Promise<void> {
    await this.readTo(timestamp);
    if (this.#isClosed()) return;
    this.core.show(timestamp);
    this.#shown = timestamp;
    if (!this.#due(timestamp)) return;
    for (let event = this.#due(timestamp); event; event = this.#due(timestamp)) {
      if (isStale() || this.#isClosed()) return;
      this.#held.shift();
      // The core is past this moment already, and takes it in at once.
      await this.core.append([event]);
      if (isHeavy(event)) await painted();
      // Reading has waited for what was held.
      if (this.#held.length === 0) await this.readTo(timestamp);
    }
    await this.#handOver(this.#held.splice(0));
    if (!this.#isClosed()) this.core.show(timestamp);
  }

  /** Holds what is on screen. */
  pause(): void {
    this.#shown = this.shownAt;
    this.core.pause();
  }

  destroy(): void {
    this.#closed = true;
    this.core.destroy();
    this.#element.remove();
  }

  /** The next event that is held and belongs to the frame of a moment. */
  #due(timestamp: number): ReplayEvent | undefined {
    const [event] = this.#held;
    return event && event.timestamp <= timestamp ? event : undefined;
  }

  /** Asked anew after each wait. */
  #isClosed(): boolean {
    return this.#closed;
  }

  async #read(to: number): Promise<void> {
    while (this.#until < to && this.#until < this.#endAt && this.#held.length === 0) {
      const { events, until, skip, ends } = await this.#recording.read({
        windowId: this.windowId,
        from: this.#until,
        to,
        skip: this.#skip,
        remoteAssets: this.#remoteAssets === 'allow',
      });
      if (this.#isClosed()) return;
      if (ends) this.#endAt = until;
      const isFurther = until > this.#until || skip > this.#skip;
      if (!isFurther) return;
      await this.#handOver(events);
      this.#until = until;
      this.#skip = skip;
    }
  }

  async #handOver(events: readonly ReplayEvent[]): Promise<void> {
    const heavy = events.findIndex(isHeavy);
    const light = heavy < 0 ? events : events.slice(0, heavy);
    await this.core.append(light);
    if (heavy >= 0) this.#held = events.slice(heavy);
  }
}

function isHeavy({ type, data }: ReplayEvent): boolean {
  if (type !== 3 || !('removes' in data) || !('attributes' in data)) return false;
  const { adds, removes, texts, attributes } = data;
  return adds.length + removes.length + texts.length + attributes.length >= HEAVY_CHANGES;
}

/** Recorded times are whole milliseconds; reading stops before `to`. */
function after(timestamp: number): number {
  return Math.floor(timestamp) + 1;
}
