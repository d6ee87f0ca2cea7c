import type { Replayer } from '@rrweb/replay';
import type { CorePatch } from '../core-patch.ts';
import type { PageClock } from '../page-clock.ts';
import { guarded } from '../guarded.ts';
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
    const seekTo = methodOf(media, 'seekTo');
    // Called when a file is loaded, too.
    const seek = guarded((to: Seek) => {
      seekTo.call(media, to);
      startAtPlace(to);
    });
    Reflect.set(media, 'seekTo', seek);
    const note = methodOf(media, 'mediaMutation');
    // Recorders hear of what happens to a source of a film, which does not play by itself.
    Reflect.set(media, 'mediaMutation', (change: { readonly target: object }) => {
      if (isMedia(change.target)) note.call(media, change);
    });
  }

  readonly onBuild = (node: object, { replayer }: { readonly replayer: Replayer }): void => {
    const media = mediaOf(replayer);
    const isKnown = (Reflect.get(media, 'mediaMap') as ReadonlyMap<object, unknown>).has(node);
    if (isMedia(node) && !isKnown)
      methodOf(media, 'addMediaElements').call(media, node, -Infinity, replayer.getMirror());
  };
}

/** What the core's `seekTo` is called with. */
interface Seek {
  /** The core's own time, in milliseconds. */
  readonly time: number;
  readonly target: HTMLMediaElement;
  readonly mediaState: {
    readonly isPlaying: boolean;
    readonly currentTimeAtLastInteraction: number;
    readonly lastInteractionTimeOffset: number;
    readonly playbackRate: number;
  };
}

/**
 * Where a film is to begin once it is loaded. The core sets it where it was recorded and moves it on when its length is
 * known; WebKit, still on its way to the first place, stays there.
 */
function startAtPlace({ time, target, mediaState }: Seek): void {
  const { isPlaying, currentTimeAtLastInteraction, lastInteractionTimeOffset, playbackRate } = mediaState;
  // Where one is that begins again at its end, only its length tells.
  if (!isPlaying || target.loop || !Number.isNaN(target.duration)) return;
  const since = (time - lastInteractionTimeOffset) / 1000;
  target.currentTime = currentTimeAtLastInteraction + since * playbackRate;
}

function mediaOf(replayer: Replayer): object {
  return Reflect.get(replayer, 'mediaManager') as object;
}

/** By its name: the node lives in another window, whose classes are not ours. */
function isMedia(node: object): node is HTMLMediaElement {
  return 'nodeName' in node && (node.nodeName === 'VIDEO' || node.nodeName === 'AUDIO');
}
