import type { Replayer } from '@rrweb/replay';
import { attributesOf, type SerializedNode } from '../../core/rrweb/serialized-node.ts';
import { replacePart } from './replayer-parts.ts';

/**
 * Scrolls what is in a frame to where it was when it was recorded, as the core does with the page around.
 *
 * @throws Error where rrweb has changed
 */
export function scrollFrames(replayer: Replayer): void {
  replacePart(replayer, 'attachDocumentToIframe', (attach) => (mutation, frame) => {
    attach(mutation, frame);
    const elements = (frame as HTMLIFrameElement).contentDocument?.querySelectorAll('*') ?? [];
    for (const element of elements) {
      const meta: object | null = replayer.getMirror().getMeta(element);
      const { rr_scrollLeft: left = 0, rr_scrollTop: top = 0 } = attributesOf({
        ...(meta as SerializedNode),
      });
      if (left !== 0 || top !== 0)
        element.scrollTo({ left: Number(left), top: Number(top), behavior: 'instant' });
    }
  });
}
