import { IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { numbersIn } from '../rrweb/event-numbers.ts';
import { isRenumbered } from './repair-tree.ts';
import { PageTree } from '../rrweb/page-tree.ts';
import { isElement, isText, nodesOf, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';

/** The page of one recorder, to tell its events from those of another that numbers nodes of its own. */
export class RecorderPage {
  readonly #tree: PageTree;
  /** The highest number so far: recorders count up. */
  #last = 0;

  /** @param snapshot becomes the page's own; null for one that cannot be decoded */
  constructor(snapshot: ReplayEvent | null) {
    const root = asRecord(asRecord(snapshot?.data)['node']);
    this.#noteNumbers(root);
    this.#tree = new PageTree(root);
  }

  /** True when all that an event is about is there, in the place and of the kind that it says. */
  fits({ data }: ReplayEvent): boolean {
    const fields = asRecord(data);
    if (fields['source'] !== IncrementalSource.Mutation)
      return numbersIn(fields).every((id) => this.#tree.find(id));
    const { removes, adds, texts, attributes } = fields;
    const added = new Set(asArray(adds).map((add) => asRecord(asRecord(add)['node'])['id']));
    return (
      asArray(removes).every((item) => this.#hasChild(asRecord(item))) &&
      asArray(adds).every((item) => this.#canTake(asRecord(item), added)) &&
      asArray(texts).every((item) => this.#isAt(item, (node) => !isElement(node) && 'textContent' in node)) &&
      asArray(attributes).every((item) => this.#isAt(item, isElement))
    );
  }

  /** True when an event brings in the node that is numbered next. */
  isNext({ data }: ReplayEvent): boolean {
    return asArray(asRecord(data)['adds']).some(
      (add) => asRecord(asRecord(add)['node'])['id'] === this.#last + 1,
    );
  }

  /** @param event becomes the page's own */
  add({ data }: ReplayEvent): void {
    const fields = asRecord(data);
    if (fields['source'] !== IncrementalSource.Mutation) return;
    for (const add of asArray(fields['adds'])) this.#noteNumbers(asRecord(add)['node']);
    this.#tree.mutate(fields);
  }

  #noteNumbers(root: unknown): void {
    for (const { id } of nodesOf(root)) if (!isRenumbered(id)) this.#last = Math.max(this.#last, Number(id));
  }

  #hasChild({ id, parentId }: Fields): boolean {
    return this.#tree.find(id)?.parent?.id === parentId;
  }

  #canTake({ parentId, nextId, node }: Fields, added: ReadonlySet<unknown>): boolean {
    const parent = this.#tree.find(parentId);
    const next = this.#tree.find(nextId);
    const isPlace = (parent !== null && !isText(parent.node)) || added.has(parentId);
    const isNext = typeof nextId !== 'number' || added.has(nextId) || next?.parent === parent;
    const { id, type, ...fields } = asRecord(node);
    const known = this.#tree.find(id)?.node;
    const isKind = !known || (known['type'] === type && tagNameOf(known) === tagNameOf(fields));
    return isPlace && isNext && isKind;
  }

  #isAt(item: unknown, isKind: (node: Readonly<SerializedNode>) => boolean): boolean {
    const node = this.#tree.find(asRecord(item)['id'])?.node;
    return node !== undefined && isKind(node);
  }
}
