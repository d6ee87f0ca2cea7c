import type { Replayer } from '@rrweb/replay';
import { asArray, asRecord } from '../../core/json.ts';
import { attributesOf } from '../../core/rrweb/serialized-node.ts';
import { replacePart } from './replayer-parts.ts';

/**
 * Keeps an option chosen that is moved, unless another comes as the chosen one: the core builds it anew, and the browser
 * chooses the first one meanwhile.
 *
 * @throws Error where rrweb has changed
 */
export function keepMovedOptions(replayer: Replayer): void {
  const mirror = replayer.getMirror();
  const optionOf = ({ id }: { readonly id?: unknown }) => {
    const node = mirror.getNode(Number(id));
    return node && isOption(node) ? node : null;
  };
  replacePart(replayer, 'applyMutation', (apply) => (mutation, ...given) => {
    const added = asArray(asRecord(mutation)['adds']).map((add) => ({ ...asRecord(asRecord(add)['node']) }));
    const chosen = added.filter((node) => optionOf(node)?.selected);
    apply(mutation, ...given);
    for (const node of chosen) {
      const option = optionOf(node);
      const select = option?.closest('select');
      const comesChosen = (other: (typeof added)[number]) =>
        attributesOf(other)['selected'] === true && optionOf(other)?.closest('select') === select;
      if (option && !added.some(comesChosen)) option.selected = true;
    }
  });
}

/** By its name: the node lives in another window, whose classes are not ours. */
function isOption(node: Node): node is HTMLOptionElement {
  return node.nodeName === 'OPTION';
}
