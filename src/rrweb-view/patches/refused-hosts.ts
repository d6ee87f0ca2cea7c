import type { Replayer } from '@rrweb/replay';
import { asArray, asRecord } from '../../core/json.ts';
import type { SerializedNode } from '../../core/rrweb/serialized-node.ts';
import { canHostShadow } from '../../core/rrweb/shadow-host.ts';
import { replacePart } from './replayer-parts.ts';

/**
 * Takes what was recorded in the shadow root of an element that can have none for its children: the core stops in
 * the middle of a mutation where a browser refuses.
 *
 * @throws Error where rrweb has changed
 */
export function passRefusedHosts(replayer: Replayer): void {
  replacePart(replayer, 'applyIncremental', (apply) => (event, isSync) => {
    const adds = asArray(asRecord(asRecord(event)['data'])['adds']).map(asRecord);
    for (const { parentId, node } of adds) {
      const { isShadow } = asRecord(node);
      if (isShadow !== true) continue;
      const parent = replayer.getMirror().getNode(Number(parentId));
      const known = parent && replayer.getMirror().getMeta(parent);
      const host = known ?? adds.find((add) => asRecord(add['node'])['id'] === parentId)?.['node'];
      if (host && !canHostShadow(asRecord(host))) Reflect.deleteProperty(node as SerializedNode, 'isShadow');
    }
    apply(event, isSync);
  });
}
