import type { Replayer } from '@rrweb/replay';
import { EventType, IncrementalSource } from '@rrweb/types';
import { adaptStyleTexts } from '../../core/adapt-css/adapt-css.ts';
import { asArray, asRecord } from '../../core/json.ts';
import type { CorePatch, ReplayedEvent } from '../core-patch.ts';

/**
 * So many characters are gone through for one page, which takes about a second. A sheet is gone through as a whole each
 * time a piece of it changes: a long one that changes often would keep the tab from anything else.
 */
const MOST_CHARACTERS = 20_000_000;

/**
 * Adapts the texts of style elements that a change was made to. All other styles come adapted; of these only the page
 * tells that they are some, and what stands before them and behind.
 */
export class AdaptStyleTexts implements CorePatch {
  #replayer: Replayer | null = null;
  #left = MOST_CHARACTERS;

  install(replayer: Replayer): void {
    this.#replayer = replayer;
  }

  renew(): void {
    this.#left = MOST_CHARACTERS;
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
    for (const parent of new Set(parents))
      if (parent?.nodeName.toLowerCase() === 'style') this.#adapt(parent);
  };

  /** A sheet that there is no time left for stays as it was recorded. */
  #adapt(style: Node): void {
    const nodes = [...style.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const texts = nodes.map(({ nodeValue }) => nodeValue ?? '');
    this.#left -= texts.reduce((length, text) => length + text.length, 0);
    if (this.#left < 0) return;
    adaptStyleTexts(texts).forEach((text, i) => {
      const node = nodes[i];
      if (node && text !== texts[i]) node.nodeValue = text;
    });
  }
}
