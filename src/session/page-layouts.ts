import type { KeyMoment } from '../core/seen/key-moments.ts';
import type { PageLayout } from '../core/seen/page-layout.ts';
import { TimeSlicer } from '../core/time-slicer.ts';
import type { JobOptions } from '../worker/recording-reader.ts';
import { measurePage } from '../rrweb-view/measure-page.ts';
import type { ReplayCoreOptions } from '../rrweb-view/replay-core.ts';
import { Stage } from '../rrweb-view/stage.ts';
import type { PlaylistEntry } from './playlist.ts';
import { Timeline } from './timeline.ts';

/** So long the page around is kept at a time, in milliseconds. */
const SLICE_MS = 8;

/** Where pages are laid out for their own sake. */
export interface LayoutHost {
  coreOptions(): ReplayCoreOptions;
  /** Takes a stage into the document, out of sight. @returns what takes it out again */
  shelter(stage: HTMLElement): () => void;
}

/** Lays out the pages of some moments, one after the other, on a stage of its own: what plays is not touched. */
export class PageLayouts {
  readonly #host: LayoutHost;

  constructor(host: LayoutHost) {
    this.#host = host;
  }

  /**
   * The layouts of pages by the ids of their moments, without those of pages that cannot be built. None where the player
   * is not in a document, or not displayed: then there is no layout.
   *
   * @throws the signal's reason
   */
  async of(
    { recording, outline }: PlaylistEntry,
    moments: readonly KeyMoment[],
    { signal = new AbortController().signal, onProgress }: JobOptions,
  ): Promise<ReadonlyMap<string, PageLayout>> {
    const layouts = new Map<string, PageLayout>();
    const stage = new Stage(() => undefined);
    stage.isDevice = outline.info.platform === 'mobile';
    const remove = this.#host.shelter(stage.element);
    const slicer = new TimeSlicer(() => SLICE_MS);
    try {
      if (!stage.element.checkVisibility()) return layouts;
      for (const [i, { id, windowId, at }] of moments.entries()) {
        signal.throwIfAborted();
        onProgress?.(i / moments.length);
        // What happens at the moment itself comes after it.
        const timestamp = Math.ceil(outline.startAt + at * 1000) - 1;
        const timeline = new Timeline(outline, windowId);
        const position = timeline.positionAt(timeline.clamp(timestamp));
        if (position?.windowId !== windowId || position.timestamp > timestamp) continue;
        const isStale = () => signal.aborted;
        // A page that cannot be built has no layout. Why is told when somebody goes there.
        const replay = await stage
          .show(position, recording, this.#host.coreOptions(), isStale)
          .catch(() => null);
        const page = replay?.core.frame.contentDocument;
        if (page) layouts.set(id, await measurePage(page, replay.core.getMeta, { slicer, signal }));
      }
      return layouts;
    } finally {
      stage.clear();
      remove();
    }
  }
}
