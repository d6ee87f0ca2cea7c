import type { Replayer } from '@rrweb/replay';
import { asRecord } from '../../core/json.ts';
import { replacePart } from './replayer-parts.ts';

/**
 * Has the document of a frame built whenever it is put in. The core takes nodes that it knows for built, and does not
 * forget what was in a frame when that is taken out: a frame that comes again stays empty.
 *
 * @throws Error where rrweb has changed
 */
export function rebuildFrames(replayer: Replayer): void {
  replacePart(replayer, 'attachDocumentToIframe', (attach) => (mutation, frame) => {
    const mirror = replayer.getMirror();
    const known = mirror.getNode(Number(asRecord(asRecord(mutation)['node'])['id']));
    if (known) mirror.removeNodeFromMap(known);
    attach(mutation, frame);
  });
}
