import type { Replayer } from '@rrweb/replay';
import { asArray, asRecord, type Fields } from '../../core/json.ts';
import type { PageTimes } from '../../core/recording.ts';
import { containerOf } from './lineage.ts';

/** When nodes of the page came to be, as far as it is known. Unix milliseconds. */
export class NodeAges {
  readonly #replayer: Replayer;
  #page = 0;
  #added = new Map<number, number>();
  #restyled = new Map<number, number>();

  constructor(replayer: Replayer) {
    this.#replayer = replayer;
  }

  renew({ page, added, restyled }: PageTimes): void {
    this.#page = page;
    this.#added = new Map(added);
    this.#restyled = new Map(restyled);
  }

  /** @param mutation data of an event of that time */
  note({ adds }: Fields, timestamp: number): void {
    for (const add of asArray(adds))
      this.#added.set(Number(asRecord(asRecord(add)['node'])['id']), timestamp);
  }

  /** When an element came to where it is, by itself or with what it is in. */
  addedAt(element: Element): number {
    let addedAt = this.#page;
    for (let node: Node | null = element; node; node = containerOf(node, this.#replayer.iframe))
      addedAt = Math.max(addedAt, this.#added.get(this.#idOf(node)) ?? addedAt);
    return addedAt;
  }

  /** When an element's class or animation was changed; long ago when it is not known. */
  restyledAt(element: Element): number {
    return this.#restyled.get(this.#idOf(element)) ?? -Infinity;
  }

  #idOf(node: Node): number {
    return this.#replayer.getMirror().getId(node);
  }
}
