import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../../core/json.ts';
import { isMaskedSelect, isMaskedValue, MASKED_SELECT } from '../../core/rrweb/mask-traces.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';

/**
 * A menu whose value was masked shows none of its options: the first would stand there as if it were chosen. Newer
 * recorders say that it was; of older ones the value tells, which is asterisks that no option has.
 */
export class MaskedSelects implements CorePatch {
  #replayer: Replayer | null = null;
  readonly #masked = new WeakSet<Node>();

  install(replayer: Replayer): void {
    this.#replayer = replayer;
  }

  readonly onBuild = (node: object, { replayer }: { readonly replayer: Replayer }): void => {
    if (!isSelect(node)) return;
    const attributes = asRecord(asRecord(replayer.getMirror().getMeta(node))['attributes']);
    if (isMaskedSelect(attributes) || isMaskedValue(attributes['value'])) this.#mask(node);
  };

  readonly handler = ({ type, data }: ReplayedEvent): void => {
    const fields = asRecord(data);
    if (type !== EventType.IncrementalSnapshot) return;
    if (fields['source'] === IncrementalSource.Mutation) this.#mutate(fields);
    if (fields['source'] !== IncrementalSource.Input) return;
    const node = this.#replayer?.getMirror().getNode(Number(fields['id']));
    if (!node || !isSelect(node)) return;
    if (isMaskedValue(fields['text'])) this.#mask(node);
    else this.#masked.delete(node);
  };

  #mutate({ adds, removes, attributes }: Fields): void {
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
  }

  #mask(select: HTMLSelectElement): void {
    this.#masked.add(select);
    if (!choosesStars(select)) select.selectedIndex = -1;
  }
}

/** True where an option of asterisks is chosen: some menus mean all by them. */
function choosesStars({ selectedOptions }: HTMLSelectElement): boolean {
  return [...selectedOptions].some(({ value }) => isMaskedValue(value));
}

/** By its members: the node lives in another window, whose classes are not ours. */
function isSelect(node: object): node is HTMLSelectElement {
  return 'selectedIndex' in node && 'baseURI' in node;
}
