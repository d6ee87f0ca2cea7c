import { EventType } from '@rrweb/types';
import type { Keyframe, PageMoment, PageResult, RemoteAssetRule, ReplayEvent } from '../core/recording.ts';
import { nextTask } from '../core/time-slicer.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import type { AssetPolicy } from './frame-policy.ts';
import { nextPaint } from './next-paint.ts';
import type { ReplayCore, ReplayCoreOptions } from './replay-core.ts';
import type { Position } from './position.ts';

/**
 * Going on by so little is done by playing. For everything else the reading half folds what happened before the
 * moment into one snapshot, and says what of the page that is there differs from it, or what to build instead: a
 * seek costs the same however much lies in between.
 */
const HOP_MS = 2000;
/** An event that changes so much is applied by itself, with time for the tab in between. */
const HEAVY_CHANGES = 500;

/**
 * One page of a window from a moment on: a replay core and the reading that keeps it fed. The core gets the page
 * as it is at that moment and then only what the playhead needs, never the whole recording, because it walks all
 * it holds each time it starts. It goes forward until the next page begins; other moments of its window it becomes
 * by a change, where they have enough in common.
 */
export class WindowReplay {
  readonly windowId: string;
  readonly core: ReplayCore;
  #keyframe: Keyframe;
  readonly #recording: OpenRecording;
  readonly #remoteAssets: AssetPolicy;
  readonly #cover: readonly string[];
  readonly #pageCost: number;
  /** From so many sites its page may load. */
  readonly sites: number;
  #shown: number;
  #until: number;
  #skip: number;
  #endAt = Infinity;
  #assumesDefined: boolean;
  #isOutdated = false;
  /** Read, but not handed to the core: a heavy event, and all behind it. */
  #held: ReplayEvent[] = [];
  #reading: Promise<unknown> = Promise.resolve();
  /** Counts the times that the page was made another one: what was read for the one before is not for it. */
  #changes = 0;
  #closed = false;

  /**
   * Builds a page out of sight.
   *
   * @param page what `recording` has said is there at the position
   * @param core without a page; becomes the replay's own
   * @throws when the snapshot cannot be built
   */
  static async open(
    recording: OpenRecording,
    position: Position,
    page: PageResult,
    core: ReplayCore,
    options: ReplayCoreOptions,
  ): Promise<WindowReplay> {
    const replay = new WindowReplay(recording, position, page, core, options);
    try {
      if (page.events.length === 0) throw new Error('its snapshot cannot be decoded');
      // In a task of its own, so that none is longer than building the page.
      await nextTask();
      await core.begin(page);
      await replay.goTo(position.timestamp, () => false);
      return replay;
    } catch (error) {
      replay.destroy();
      throw error;
    }
  }

  private constructor(
    recording: OpenRecording,
    { keyframe, timestamp }: Position,
    page: PageResult,
    core: ReplayCore,
    options: ReplayCoreOptions,
  ) {
    this.#recording = recording;
    this.windowId = keyframe.windowId;
    this.#keyframe = keyframe;
    this.#remoteAssets = options.remoteAssets;
    this.#cover = options.cover;
    this.#pageCost = options.pageCost;
    this.sites = page.sites.length;
    this.#shown = timestamp;
    this.#until = page.until;
    this.#skip = page.skip;
    this.#assumesDefined = page.assumesDefined;
    this.core = core;
  }

  /** Hidden pages are laid out all the same, so that they can be shown at once. */
  set visible(visible: boolean) {
    this.core.element.classList.toggle('standby', !visible);
  }

  /** The full snapshot that the page goes back to. */
  get keyframe(): Keyframe {
    return this.#keyframe;
  }

  /** What is on the page, while nothing is playing; null when it is between two moments. */
  get moment(): PageMoment | null {
    const after = momentAfter(this.#shown);
    // The clock may have gone past what was read, and past where another page begins.
    const to = Math.min(after, this.#until);
    const isWhole = !this.#due(this.#shown) && (this.#skip === 0 || to === after);
    return isWhole && !this.#closed && !this.#isOutdated
      ? { keyframeAt: this.#keyframe.timestamp, to }
      : null;
  }

  /** The moment on screen, or a later one that was. */
  get shownAt(): number {
    return Math.max(this.#shown, this.core.playing ? this.core.time : -Infinity);
  }

  /** Every event before this moment has been handed to the core. */
  get until(): number {
    return Math.min(this.#until, this.#held[0]?.timestamp ?? Infinity);
  }

  /** True when custom elements are all taken for defined, for nothing was told of them when the page was read. */
  get assumesDefined(): boolean {
    return this.#assumesDefined;
  }

  /** Where another page begins, as far as that is known. */
  get endAt(): number {
    return this.#endAt;
  }

  /** True when a moment can be reached from the one that is shown. */
  canReach(windowId: string, timestamp: number): boolean {
    const isAhead = timestamp >= this.shownAt && timestamp <= this.shownAt + HOP_MS;
    return windowId === this.windowId && isAhead && timestamp < this.#endAt && !this.#isOutdated;
  }

  /**
   * Reads on until the moment itself is in, until the next heavy event, or until there is no more to read now.
   *
   * @param mostAnswers so many answers are read at most; false is given where there is more on the way
   */
  readTo(timestamp: number, mostAnswers = Infinity): Promise<boolean> {
    const reading = this.#reading.then(() => this.#read(momentAfter(timestamp), mostAnswers));
    this.#reading = reading;
    return reading;
  }

  /**
   * Shows a moment that is covered, and resolves when all up to it is on the page.
   *
   * @param isStale asked while it takes long; true when nobody is waiting for this moment any more
   */
  async goTo(timestamp: number, isStale: () => boolean): Promise<void> {
    await this.readTo(timestamp);
    if (this.#isClosed()) return;
    this.hold(timestamp);
    if (!this.#due(timestamp)) return;
    for (let event = this.#due(timestamp); event; event = this.#due(timestamp)) {
      if (isStale() || this.#isClosed()) return;
      this.#held.shift();
      // The core is past this moment already, and takes it in at once.
      await this.core.append([event]);
      if (isHeavy(event)) await nextPaint();
      // Reading has waited for what was held.
      if (this.#held.length === 0) await this.readTo(timestamp);
    }
    await this.#handOver(this.#held.splice(0));
    if (!this.#isClosed()) this.core.show(timestamp);
  }

  /**
   * Makes the page that of another moment of its window, earlier or later.
   *
   * @param change what `recording` has said has to be done for it
   * @returns false when that has failed, and the page is of no use any more
   */
  async changeTo({ keyframe, timestamp }: Position, change: PageResult): Promise<boolean> {
    this.#changes++;
    this.#held = [];
    this.#endAt = Infinity;
    this.#keyframe = keyframe;
    this.#until = change.until;
    this.#skip = change.skip;
    this.#assumesDefined = change.assumesDefined;
    this.#shown = timestamp;
    return this.core.changeTo(timestamp, change);
  }

  /** No moment is reached from this page any more, not even its own: another is built in its place. */
  outdate(): void {
    this.#isOutdated = true;
  }

  /** Shows a moment of which all is read, and holds it. */
  hold(timestamp: number): void {
    this.core.show(timestamp);
    this.#shown = timestamp;
  }

  /** Holds what is on screen. */
  pause(): void {
    this.#shown = this.shownAt;
    this.core.pause();
  }

  destroy(): void {
    this.#closed = true;
    this.core.destroy();
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

  async #read(to: number, mostAnswers: number): Promise<boolean> {
    const changes = this.#changes;
    for (
      let answers = 0;
      this.#until < to && this.#until < this.#endAt && this.#held.length === 0;
      answers++
    ) {
      if (answers === mostAnswers) return false;
      const { events, until, skip, ends } = await this.#recording.ask('read', {
        windowId: this.windowId,
        from: this.#until,
        to,
        skip: this.#skip,
        remoteAssets: loadingIn(this.#remoteAssets, this.sites),
        cover: this.#cover,
        pageCost: this.#pageCost,
      });
      if (this.#isClosed() || changes !== this.#changes) return true;
      if (ends) this.#endAt = until;
      const isFurther = until > this.#until || skip > this.#skip;
      if (!isFurther) return true;
      await this.#handOver(events);
      this.#until = until;
      this.#skip = skip;
    }
    return true;
  }

  async #handOver(events: readonly ReplayEvent[]): Promise<void> {
    const heavy = events.findIndex(isHeavy);
    const light = heavy < 0 ? events : events.slice(0, heavy);
    await this.core.append(light);
    if (heavy >= 0) this.#held = events.slice(heavy);
  }
}

function isHeavy({ type, data }: ReplayEvent): boolean {
  if (type !== EventType.IncrementalSnapshot || !('removes' in data) || !('attributes' in data)) return false;
  const { adds, removes, texts, attributes } = data;
  return adds.length + removes.length + texts.length + attributes.length >= HEAVY_CHANGES;
}

/** What is to become of the addresses on a page that may load from so many sites. */
export function loadingIn(policy: AssetPolicy, sites: number): RemoteAssetRule {
  return policy === 'allow' && { host: location.hostname, sites };
}

/** Recorded times are whole milliseconds; reading stops before `to`. */
export function momentAfter(timestamp: number): number {
  return Math.floor(timestamp) + 1;
}
