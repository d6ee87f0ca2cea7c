import type { ReplayCoreOptions } from '../rrweb-view/replay-core.ts';
import { Stage } from '../rrweb-view/stage.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import type { PlayedRecording } from './window-follower.ts';
import { SeekLoop } from './seek-loop.ts';

/** A pointer that has stayed on a moment for so long, in milliseconds, is not on its way to another. */
export const REST_MS = 80;

/** What previews are made of, as it is when one is made. */
export interface PreviewHost {
  /** Null while there is nothing to show. */
  media(): PlayedRecording | null;
  /** Pages are those of a phone or tablet. */
  isDevice(): boolean;
  coreOptions(): ReplayCoreOptions;
  /** There is something else to show. */
  changed(): void;
  /** Resolves when what has changed is in the document. */
  settled(): Promise<unknown>;
}

/**
 * The page of a moment that is pointed at, on a small stage of its own: what plays is not touched. One page is built at
 * a time, for the moment that was pointed at last, and none while the pointer moves on. Nothing is made before the first
 * wish. Pages are kept from what they must not do by the stage, as those of the recording that plays.
 */
export class PagePreview {
  readonly #host: PreviewHost;
  readonly #restMs: number;
  readonly #loop = new SeekLoop(() => this.#showWish());
  #stage: Stage | null = null;
  /** Seconds from the start of the recording. */
  #wish: number | null = null;
  #shown: number | null = null;
  #timer = 0;
  #replayChanged: (replay: WindowReplay | null) => void = () => undefined;

  /** @param restMs a wish is met once it has been the newest for so many milliseconds */
  constructor(host: PreviewHost, restMs: number) {
    this.#host = host;
    this.#restMs = restMs;
  }

  /** @param replayChanged told which page is in the picture; null for none */
  onReplay(replayChanged: (replay: WindowReplay | null) => void): void {
    this.#replayChanged = replayChanged;
  }

  /** What the page is drawn in, to be put into the document; null before the first wish. */
  get element(): HTMLElement | null {
    return this.#stage?.element ?? null;
  }

  /** The moment that is in the picture, in seconds from the start of the recording; null for none. */
  get shown(): number | null {
    return this.#shown;
  }

  /** Window of the page that is in the picture, or was last; null for none. */
  get windowId(): string | null {
    return this.#stage?.replay?.windowId ?? null;
  }

  /** @param time seconds from the start of the recording; null when nothing is pointed at any more */
  show(time: number | null): void {
    if (time === this.#wish) return;
    this.#wish = time;
    clearTimeout(this.#timer);
    if (time === null || time === this.#shown) return;
    this.#timer = window.setTimeout(() => this.#loop.request(), this.#restMs);
  }

  /** Lets go of the page: its recording is gone, or it may hold or load something else from now on. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#wish = null;
    this.#shown = null;
    this.#stage?.clear();
    this.#stage = null;
  }

  async #showWish(): Promise<void> {
    const [wish, media] = [this.#wish, this.#host.media()];
    if (wish === null || !media) return;
    const { recording, timeline } = media;
    const position = timeline.positionAt(timeline.clamp(timeline.startAt + wish * 1000));
    if (!position) return;
    const stage = (this.#stage ??= new Stage((replay) => this.#replayChanged(replay)));
    stage.isDevice = this.#host.isDevice();
    this.#host.changed();
    await this.#host.settled();
    // Where nobody has put it into the document there is no picture to be seen.
    if (stage !== this.#stage || !stage.element.isConnected) return;
    const isStale = () => this.#wish !== wish || stage !== this.#stage;
    this.#shown = null;
    try {
      await stage.show(position, recording, this.#host.coreOptions(), isStale);
      if (!isStale()) this.#shown = wish;
    } catch {
      // The stage was cleared, or the page cannot be built: that is told when somebody goes there.
    }
    this.#host.changed();
  }
}
