import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { PageTree } from '../rrweb/page-tree.ts';
import { isElement, tagNameOf } from '../rrweb/serialized-node.ts';
import { childrenOf, type ReadonlyTreeNode, treeNodesIn } from '../rrweb/tree-node.ts';
import { HIDING_ATTRIBUTES, isHiddenElement } from './hidden-element.ts';
import { normalText, piecesOf } from './normal-text.ts';
import type { TextLog } from './text-log.ts';
import { blockOf, isBlock, textRunsOf } from './text-runs.ts';

/** What is in them is what users typed and chose. */
const TYPED: ReadonlySet<string> = new Set(['select', 'textarea']);
const NO_TEXTS: readonly string[] = [];

/** Follows the pages of one window through its events, and logs the texts of their blocks as they come and go. */
export class TextPage {
  readonly #log: TextLog;
  /** Texts that are logged, by the number of their block. */
  readonly #texts = new Map<number, readonly string[]>();
  /** Elements that are hidden with all that is in them. */
  readonly #hidden = new Set<number>();
  /** Blocks whose texts may be others now. */
  readonly #changed = new Set<number>();
  /** Nodes of old recorders that wait for the neighbour they stand beside. */
  readonly #waiting = new Set<number>();
  #tree: PageTree | null = null;
  #at = 0;

  constructor(log: TextLog) {
    this.#log = log;
  }

  /**
   * @param event inflated and put right, in the order of time; becomes the page's own
   * @param at seconds from the start of the recording
   */
  add(event: ReplayEvent, at: number): void {
    this.#at = at;
    const data: Fields = asRecord(event.data);
    if (event.type === EventType.FullSnapshot) this.#begin(data);
    else if (event.type === EventType.IncrementalSnapshot && data['source'] === IncrementalSource.Mutation)
      this.#mutate(data);
  }

  #begin({ node }: Fields): void {
    for (const id of [...this.#texts.keys()]) this.#set(id, NO_TEXTS);
    this.#hidden.clear();
    this.#waiting.clear();
    this.#tree = new PageTree(
      { ...asRecord(node) },
      { gone: (id) => this.#forget(id), restyled: () => undefined },
    );
    this.#enter(this.#tree.root);
    this.#logChanged();
  }

  #mutate(data: Fields): void {
    const tree = this.#tree;
    if (!tree) return;
    tree.mutate(data);
    const find = (id: unknown) => tree.find(Number(id));
    for (const remove of asArray(data['removes'])) this.#change(find(asRecord(remove)['parentId']));
    for (const add of asArray(data['adds'])) this.#waiting.add(Number(asRecord(asRecord(add)['node'])['id']));
    for (const id of this.#waiting) {
      const treeNode = find(id);
      if (treeNode && !treeNode.parent) continue;
      this.#waiting.delete(id);
      if (treeNode) this.#enter(treeNode);
    }
    for (const text of asArray(data['texts'])) this.#change(find(asRecord(text)['id']));
    for (const change of asArray(data['attributes'])) {
      const { id, attributes } = asRecord(change);
      this.#setAttributes(find(id), Object.keys(asRecord(attributes)));
    }
    this.#logChanged();
  }

  #setAttributes(treeNode: ReadonlyTreeNode | null, names: readonly string[]): void {
    if (!treeNode) return;
    if (names.includes('value') || names.includes('type')) this.#change(treeNode);
    if (!names.some((name) => HIDING_ATTRIBUTES.has(name))) return;
    const isOther = (at: ReadonlyTreeNode) => this.#isHiddenNow(at) !== this.#hidden.has(at.id);
    // What is in `details` comes and goes with its attribute.
    for (const at of [treeNode, ...childrenOf(treeNode)]) if (isOther(at)) this.#enter(at);
  }

  /** The lines that a node stands in may have changed. */
  #change(treeNode: ReadonlyTreeNode | null): void {
    const block = treeNode && blockOf(treeNode);
    if (block) this.#changed.add(block.id);
  }

  /** A node came, moved, came into sight or went out of it, with all that is in it. */
  #enter(top: ReadonlyTreeNode): void {
    if (!isBlock(top)) this.#change(top.parent);
    const stack = [top];
    for (let at = stack.pop(); at; at = stack.pop()) {
      if (this.#isHiddenNow(at)) {
        this.#hidden.add(at.id);
        for (const { id } of treeNodesIn(at)) this.#set(id, NO_TEXTS);
        continue;
      }
      this.#hidden.delete(at.id);
      if (isBlock(at)) this.#changed.add(at.id);
      for (const child of childrenOf(at)) stack.push(child);
    }
  }

  #isHiddenNow(treeNode: ReadonlyTreeNode): boolean {
    const { node, id } = treeNode;
    if (!isElement(node)) return false;
    return TYPED.has(tagNameOf(node)) || isHiddenElement(treeNode, this.#tree?.stylesOf(id) ?? {});
  }

  #logChanged(): void {
    for (const id of this.#changed) {
      const block = this.#tree?.find(id);
      if (block) this.#set(id, this.#isInSight(block) ? this.#textsOf(block) : NO_TEXTS);
    }
    this.#changed.clear();
  }

  #textsOf(block: ReadonlyTreeNode): readonly string[] {
    const runs = textRunsOf(block, (id) => this.#hidden.has(id));
    return runs.flatMap((run) => piecesOf(normalText(run)));
  }

  #isInSight(treeNode: ReadonlyTreeNode): boolean {
    for (let at: ReadonlyTreeNode | null = treeNode; at; at = at.parent)
      if (this.#hidden.has(at.id)) return false;
    return true;
  }

  #forget(id: number): void {
    this.#set(id, NO_TEXTS);
    this.#hidden.delete(id);
  }

  #set(id: number, texts: readonly string[]): void {
    const before = this.#texts.get(id) ?? NO_TEXTS;
    if (before.length === texts.length && before.every((text, i) => text === texts[i])) return;
    for (const text of texts) this.#log.show(text, this.#at);
    for (const text of before) this.#log.hide(text, this.#at);
    if (texts.length > 0) this.#texts.set(id, texts);
    else this.#texts.delete(id);
  }
}
