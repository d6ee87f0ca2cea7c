import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord } from '../../core/json.ts';
import { isMaskedSelect, MASKED_SELECT } from '../../core/rrweb/mask-traces.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';

/** A menu whose value was masked shows none of its options: the first would stand there as if it were chosen. */
export class MaskedSelects implements CorePatch {
  #replayer: Replayer | null = null;
  readonly #masked = new WeakSet<Node>();

  install(replayer: Replayer): void {
    this.#replayer = replayer;
  }

  readonly onBuild = (node: object, { replayer }: { readonly replayer: Replayer }): void => {
    if (!isSelect(node)) return;
    const attributes = asRecord(asRecord(replayer.getMirror().getMeta(node))['attributes']);
    if (isMaskedSelect(attributes)) this.#mask(node);
  };

  readonly handler = ({ type, data }: ReplayedEvent): void => {
    const { source, adds, removes, attributes } = asRecord(data);
    if (type !== EventType.IncrementalSnapshot || source !== IncrementalSource.Mutation) return;
    const mirror = this.#replayer?.getMirror();
    for (const { id, attributes: changed } of asArray(attributes).map(asRecord)) {
      const fields = asRecord(changed);
      const node = MASKED_SELECT in fields ? mirror?.getNode(Number(id)) : null;
      if (!node || !isSelect(node)) continue;
      // The core takes it for one of the page's.
      node.removeAttribute(MASKED_SELECT);
      if (isMaskedSelect(fields)) this.#mask(node);
      else this.#masked.delete(node);
    }
    // Where none is chosen browsers choose the first, when one comes or goes.
    for (const { parentId } of [...asArray(adds), ...asArray(removes)].map(asRecord)) {
      const parent = mirror?.getNode(Number(parentId));
      const select = parent && (isSelect(parent) ? parent : parent.parentNode);
      if (select && this.#masked.has(select)) this.#mask(select as HTMLSelectElement);
    }
  };

  #mask(select: HTMLSelectElement): void {
    this.#masked.add(select);
    select.selectedIndex = -1;
  }
}

/** By its members: the node lives in another window, whose classes are not ours. */
function isSelect(node: object): node is HTMLSelectElement {
  return 'selectedIndex' in node && 'baseURI' in node;
}
