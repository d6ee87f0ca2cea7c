import type { PageResult } from '../core/recording.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';
import { assertOpenFrames } from './assert-open-frames.ts';
import { loadReplayCore } from './load-replay-core.ts';
import { nextPaint } from './next-paint.ts';
import type { ReplayCore, ReplayCoreOptions } from './replay-core.ts';
import type { Position } from './position.ts';
import { isWhole, scaleOf, type Size, type StageView, viewOf, withinPage } from './stage-view.ts';
import { loadingIn, momentAfter, WindowReplay } from './window-replay.ts';

/** Room for the frame of a device around its screen, in the screen's own pixels. */
const DEVICE_MARGIN = 24;

/** Where more lies on the way to a moment, its page is built sooner than it is reached by playing. */
const HOP_ANSWERS = 4;

/**
 * Where replayed pages are shown: one at a time. Another one is built behind the page on screen and takes its
 * place when it is ready, so that neither a far seek nor a change of window shows an empty page in between.
 */
export class Stage {
  /** The box that pages are fitted into; whoever makes the stage puts it into the document. */
  readonly element = document.createElement('div');
  #isDevice = false;
  #view = viewOf('fit');
  readonly #onChange: (replay: WindowReplay | null) => void;
  #front: WindowReplay | null = null;
  #standby: WindowReplay | null = null;
  /** Still without a page, for whatever is built next. */
  #spare: ReplayCore | null = null;
  #preparing = false;
  /** Counts `clear` calls: a page that was begun before one must not appear after it. */
  #generation = 0;

  /** @param onChange told which replay is on screen now */
  constructor(onChange: (replay: WindowReplay | null) => void) {
    this.#onChange = onChange;
    this.element.className = 'pages';
    new ResizeObserver(() => this.#fit()).observe(this.element);
  }

  /** Loads the code that pages are built with, so that the first one need not wait for it. */
  preload(): void {
    // Whoever builds a page is told when that fails.
    loadReplayCore().catch(() => undefined);
  }

  /** Makes the frame of the next page, which takes a while, so that it need not wait for it. */
  prepareFrame(options: ReplayCoreOptions): void {
    this.#makeSpare(options).catch(() => undefined);
  }

  /** Pages are shown in the frame of a phone or tablet. */
  set isDevice(isDevice: boolean) {
    if (isDevice === this.#isDevice) return;
    this.#isDevice = isDevice;
    this.element.classList.toggle('device', isDevice);
    this.#fit();
  }

  /** What of the page is in view. */
  get view(): StageView {
    const page = this.#measured;
    return page ? withinPage(this.#view, this.#box, page) : this.#view;
  }

  set view(view: StageView) {
    const page = this.#front?.core.size;
    // Kept inside at once, so that what is dragged past an edge comes back without delay.
    this.#view = page ? withinPage(view, this.#box, page) : view;
    this.#fit();
  }

  /** Some of the page is out of view. */
  get isLarger(): boolean {
    const page = this.#measured;
    if (!page) return false;
    const scale = scaleOf(this.#view, this.#box, page);
    return page.width * scale > this.#box.width + 1 || page.height * scale > this.#box.height + 1;
  }

  /** The page on screen. Null where its size makes no difference: players render often, and measuring lays out their page. */
  get #measured(): Size | null {
    return isWhole(this.#view) ? null : (this.#front?.core.size ?? null);
  }

  get #box(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  /** The replay on screen. */
  get replay(): WindowReplay | null {
    return this.#front;
  }

  /**
   * Puts the frame of a position on screen, paused, and resolves once it is painted.
   *
   * @param isStale asked while it takes long; true when nobody is waiting for this position any more
   * @throws when the page cannot be built
   */
  async show(
    position: Position,
    recording: OpenRecording,
    options: ReplayCoreOptions,
    isStale: () => boolean,
  ): Promise<WindowReplay> {
    const { windowId, timestamp } = position;
    const near = [this.#front, this.#standby].find((replay) => replay?.canReach(windowId, timestamp));
    const generation = this.#generation;
    near?.pause();
    const isShort = await near?.readTo(timestamp, HOP_ANSWERS);
    this.#assertCurrent(generation);
    // Only now is it known whether another page begins on the way.
    const isCovered = isShort === true && near?.canReach(windowId, timestamp) === true;
    const replay = isCovered ? near : await this.#goFar(position, recording, options);
    if (isCovered) await replay.goTo(timestamp, isStale);
    await replay.core.whole();
    this.#assertCurrent(generation);
    if (replay !== this.#front) this.#swap(replay);
    await nextPaint();
    this.#assertCurrent(generation);
    return replay;
  }

  /** Puts the page that was built ahead for a moment on screen at once, without a pause; null if there is none. */
  take(windowId: string, timestamp: number): WindowReplay | null {
    const next = this.#standby;
    if (!next?.canReach(windowId, timestamp)) return null;
    this.#swap(next);
    return next;
  }

  /**
   * Builds a page ahead of time, out of sight, for a later `take` or `show`.
   *
   * @param readTo so far its events are read too
   */
  async prepare(
    position: Position,
    readTo: number,
    recording: OpenRecording,
    options: ReplayCoreOptions,
  ): Promise<void> {
    const { windowId, timestamp } = position;
    if (this.#preparing || this.#standby?.canReach(windowId, timestamp)) return;
    this.#preparing = true;
    this.#setStandby(null);
    try {
      const page = await this.#open(position, recording, options);
      this.#setStandby(page);
      await page.readTo(readTo);
    } finally {
      this.#preparing = false;
    }
  }

  clear(): void {
    this.#generation++;
    this.#setStandby(null);
    this.#spare?.destroy();
    this.#spare = null;
    this.#front?.destroy();
    this.#front = null;
    this.#onChange(null);
  }

  /** The page of a position: the one on screen, changed, or another one. */
  async #goFar(
    position: Position,
    recording: OpenRecording,
    options: ReplayCoreOptions,
  ): Promise<WindowReplay> {
    const generation = this.#generation;
    const front = this.#front?.windowId === position.windowId ? this.#front : null;
    const page = await this.#read(position, front, recording, options);
    this.#assertCurrent(generation);
    if (!front || !page.isChange) return this.#build(position, page, recording, options);
    const isDone = await front.changeTo(position, page);
    return isDone ? front : this.#open(position, recording, options);
  }

  async #open(
    position: Position,
    recording: OpenRecording,
    options: ReplayCoreOptions,
  ): Promise<WindowReplay> {
    return this.#build(position, await this.#read(position, null, recording, options), recording, options);
  }

  async #read(
    { keyframe, timestamp }: Position,
    from: WindowReplay | null,
    recording: OpenRecording,
    options: ReplayCoreOptions,
  ): Promise<PageResult> {
    const answer = recording.ask('page', {
      windowId: keyframe.windowId,
      keyframeAt: keyframe.timestamp,
      to: momentAfter(timestamp),
      from: from?.moment ?? null,
      remoteAssets: loadingIn(options.remoteAssets, from?.sites ?? 0),
      cover: options.cover,
      pageCost: options.pageCost,
    });
    // While the worker is at it there is time for what the page may have to be built in.
    const [page] = await Promise.all([answer, this.#makeSpare(options)]);
    return page;
  }

  async #build(
    position: Position,
    page: PageResult,
    recording: OpenRecording,
    options: ReplayCoreOptions,
  ): Promise<WindowReplay> {
    const generation = this.#generation;
    const core = await this.#takeCore(options);
    const replay = await WindowReplay.open(recording, position, page, core, options);
    if (generation !== this.#generation) replay.destroy();
    this.#assertCurrent(generation);
    return replay;
  }

  async #makeSpare(options: ReplayCoreOptions): Promise<void> {
    const core = await this.#takeCore(options);
    // Another page may have been read meanwhile.
    if (this.#spare) core.destroy();
    else this.#spare = core;
  }

  /** The spare core or a new one. What it may load and show is the same until the stage is cleared. */
  async #takeCore(options: ReplayCoreOptions): Promise<ReplayCore> {
    const generation = this.#generation;
    const ReplayCore = await loadReplayCore();
    this.#assertCurrent(generation);
    const spare = this.#spare;
    this.#spare = null;
    if (spare) return spare;
    assertOpenFrames();
    const core = new ReplayCore(this.element, options);
    core.element.className = 'page standby';
    return core;
  }

  #assertCurrent(generation: number): void {
    if (generation !== this.#generation) throw new DOMException('The stage was cleared', 'AbortError');
  }

  #setStandby(replay: WindowReplay | null): void {
    this.#standby?.destroy();
    this.#standby = replay;
    this.#fit();
  }

  #swap(next: WindowReplay): void {
    const previous = this.#front;
    this.#front = next;
    if (this.#standby === next) this.#standby = null;
    next.visible = true;
    previous?.destroy();
    this.#fit();
    this.#onChange(next);
  }

  #fit(): void {
    const { clientWidth, clientHeight } = this.element;
    const margin = this.#isDevice ? DEVICE_MARGIN : 0;
    for (const replay of [this.#front, this.#standby])
      replay?.core.fit(clientWidth, clientHeight, margin, this.#view);
  }
}

/** True for what is thrown when the stage was cleared meanwhile. */
export function isCalledOff(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
