import type { Replayer } from '@rrweb/replay';
import { asRecord } from '../../core/json.ts';
import { methodOf, replacePart } from './replayer-parts.ts';

/**
 * Has the document of a frame built whenever it is put in. The core takes nodes that it knows for built, and does not
 * forget what was in a frame when that is taken out: a frame that comes again stays empty, and what is put into a frame
 * that was in it goes to the old one.
 *
 * @throws Error where rrweb has changed
 */
export function rebuildFrames(replayer: Replayer): void {
  const mirror = replayer.getMirror();
  const forget = methodOf(mirror, 'removeNodeFromMap');
  mirror.removeNodeFromMap = (node) => {
    forget.call(mirror, node);
    // A frame that is out of the page has no document any more.
    const page = 'contentDocument' in node ? (node.contentDocument as Document | null) : null;
    if (page) mirror.removeNodeFromMap(page);
  };
  replacePart(replayer, 'attachDocumentToIframe', (attach) => (mutation, frame) => {
    const known = mirror.getNode(Number(asRecord(asRecord(mutation)['node'])['id']));
    if (known) mirror.removeNodeFromMap(known);
    attach(mutation, frame);
  });
}
