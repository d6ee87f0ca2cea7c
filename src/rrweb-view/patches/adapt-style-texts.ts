import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { adaptStyleTexts } from '../../core/adapt-css/adapt-css.ts';
import { asArray, asRecord } from '../../core/json.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';

/**
 * Adapts the texts of style elements that a change was made to. All other styles come adapted; of these only the page
 * tells that they are some, and what stands before them and behind.
 */
export class AdaptStyleTexts implements CorePatch {
  #replayer: Replayer | null = null;

  install(replayer: Replayer): void {
    this.#replayer = replayer;
  }

  readonly handler = ({ type, data }: ReplayedEvent): void => {
    const { source, adds, texts, removes } = asRecord(data);
    if (type !== EventType.IncrementalSnapshot || source !== IncrementalSource.Mutation) return;
    const mirror = this.#replayer?.getMirror();
    const nodeOf = (id: unknown) => mirror?.getNode(Number(id));
    const parents = [
      ...asArray(texts).map((change) => nodeOf(asRecord(change)['id'])?.parentNode),
      ...[...asArray(adds), ...asArray(removes)].map((change) => nodeOf(asRecord(change)['parentId'])),
    ];
    for (const parent of new Set(parents)) if (parent?.nodeName.toLowerCase() === 'style') adapt(parent);
  };
}

function adapt(style: Node): void {
  const nodes = [...style.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  const texts = nodes.map(({ nodeValue }) => nodeValue ?? '');
  adaptStyleTexts(texts).forEach((text, i) => {
    const node = nodes[i];
    if (node && text !== texts[i]) node.nodeValue = text;
  });
}
