import type { Replayer } from '@rrweb/replay';
import type { CorePatch } from '../core-patch.ts';
import type { PageClock } from '../page-clock.ts';
import { methodOf } from './replayer-parts.ts';

/**
 * Has films and sounds that come with a change, or with a page in a frame, play from then on. The core leaves them
 * where they are, and counts those of a folded page from when that was recorded.
 */
export class MediaTimes implements CorePatch {
  readonly #clock: PageClock;
  readonly #addedAt: (element: Element) => number;

  /** @param addedAt when an element came to the page, Unix milliseconds */
  constructor(clock: PageClock, addedAt: (element: Element) => number) {
    this.#clock = clock;
    this.#addedAt = addedAt;
  }

  /** @throws Error where rrweb has changed */
  install(replayer: Replayer): void {
    const media = mediaOf(replayer);
    const add = methodOf(media, 'addMediaElements');
    Reflect.set(media, 'addMediaElements', (node: Element, at: number, ...given: unknown[]) => {
      // The core's time is ahead of the recording's by as much as it has gone back in that.
      const added = this.#addedAt(node) - this.#clock.recorded(0);
      add.call(media, node, Math.max(at, added), ...given);
    });
  }

  readonly onBuild = (node: object, { replayer }: { readonly replayer: Replayer }): void => {
    const media = mediaOf(replayer);
    const isKnown = (Reflect.get(media, 'mediaMap') as ReadonlyMap<object, unknown>).has(node);
    if (isMedia(node) && !isKnown)
      methodOf(media, 'addMediaElements').call(media, node, -Infinity, replayer.getMirror());
  };
}

function mediaOf(replayer: Replayer): object {
  return Reflect.get(replayer, 'mediaManager') as object;
}

/** By its name: the node lives in another window, whose classes are not ours. */
function isMedia(node: object): node is HTMLMediaElement {
  return 'nodeName' in node && (node.nodeName === 'VIDEO' || node.nodeName === 'AUDIO');
}
