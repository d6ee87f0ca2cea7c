import { NodeType } from '@rrweb/types';
import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';
import { enableSheet } from './linked-sheet.ts';
import { goneOptions, type GoneOptions, optionValue } from './select-options.ts';
import { canHostShadow } from './shadow-host.ts';
import {
  isDocument,
  isSameNode,
  isTag,
  isText,
  type SerializedNode,
  writableAttributesOf,
} from './serialized-node.ts';
import { StyleChanges } from './style-changes.ts';
import { splitStyleText } from './style-text.ts';
import {
  childrenOf,
  contains,
  isFrame,
  levelOf,
  link,
  nextOfKind,
  type TreeNode,
  newTreeNode,
  treeNodesIn,
  type ReadonlyTreeNode,
  unlink,
} from './tree-node.ts';
import { type WrittenPage, writePage } from './write-page.ts';

/** Told of what is lost with parts of a page. */
export interface TreeListener {
  /**
   * A node is not there any more, or was built anew.
   *
   * @param from the number of what it was taken from, with all that is in it; null when it stood nowhere
   */
  gone(id: number, from: number | null): void;
  /** A style element's text is new; rules that scripts put into it are gone. */
  restyled(id: number): void;
  /**
   * Options of a select are gone.
   *
   * @param next the value that is chosen in place of one of them; null when no option is left
   */
  unchosen?(select: number, values: readonly string[], next: string | null): void;
}

const NOBODY: TreeListener = { gone: () => undefined, restyled: () => undefined };

/** Deeper than what is left of a page when it is shown, and not too deep to be written as JSON. */
const DEEPEST = 800;

/** Of these a document holds one each. */
const UNIQUE_TYPES: ReadonlySet<unknown> = new Set([NodeType.DocumentType, NodeType.Element]);

/**
 * A page as plain objects, to which mutations are applied the way the replay core applies them to a document:
 * what it would leave out is left out here. Siblings are linked, so that each change costs the same on any page.
 * Source: rrweb-io/rrweb: packages/rrweb/src/replay/index.ts, applyMutation
 */
export class PageTree {
  readonly #listener: TreeListener;
  readonly #treeNodes = new Map<number, TreeNode>();
  readonly #root: TreeNode;
  /** Documents that came before the frame they belong to, by that frame's number. */
  readonly #earlyDocuments = new Map<number, Fields>();
  /** Additions of old recorders beside a node that is yet to come (-1), by the number of the added node. */
  readonly #unplaced = new Map<number, { readonly treeNode: TreeNode; readonly add: Fields }>();
  readonly #styles = new StyleChanges();

  /** @param root the document of a full snapshot; becomes the tree's own */
  constructor(root: SerializedNode, listener: TreeListener = NOBODY) {
    this.#listener = listener;
    this.#root = this.#build(root);
    // Who keeps the snapshot does not keep the page twice.
    root['childNodes'] = [];
  }

  /** The outermost document. */
  get root(): ReadonlyTreeNode {
    return this.#root;
  }

  /** How many nodes there are. */
  get size(): number {
    return this.#treeNodes.size;
  }

  /** Where the node of a number stands; null when there is none. Without a parent it is waiting for its place. */
  find(id: unknown): ReadonlyTreeNode | null {
    return this.#find(id);
  }

  /** Properties that were set one by one on an element's style since it was added, as events tell them. */
  stylesOf(id: number): Fields {
    return this.#styles.of(id);
  }

  /** Applies the data of one mutation event, inflated and put right; its nodes become the tree's own. */
  mutate({ removes, adds, texts, attributes }: Fields): void {
    const gone = asArray(removes).flatMap((remove) => this.#remove(asRecord(remove)));
    for (const add of asArray(adds)) if (isRecord(add)) this.#add(add);
    for (const { select, options, next } of gone) {
      // An option that only moves stays chosen.
      const values = options.filter(({ id }) => !this.#find(id)).map(optionValue);
      this.#listener.unchosen?.(select, values, next);
    }
    for (const text of asArray(texts)) this.#setText(asRecord(text));
    for (const change of asArray(attributes)) this.#setAttributes(asRecord(change));
  }

  /**
   * The page as it is now: a document, and a mutation for what a document cannot hold, namely documents in frames
   * and single style properties. Shares its nodes with the tree.
   */
  write(): WrittenPage {
    return writePage(this.#root, this.#styles.attributes());
  }

  #remove({ id, parentId }: Fields): GoneOptions[] {
    const treeNode = this.#find(id);
    const parent = this.#find(parentId);
    if (!treeNode || !parent) return [];
    this.#forget(treeNode);
    if (treeNode.parent !== parent) return [];
    unlink(treeNode);
    if (isText(treeNode.node)) this.#noteRestyled(parent);
    return goneOptions(treeNode, parent);
  }

  /** What a node is added to is there by then; in front of what is not there it is the last. */
  #add(add: Fields): void {
    const node = asRecord(add['node']) as SerializedNode;
    const parent = this.#find(add['parentId']);
    if (!parent) {
      if (isDocument(node)) this.#earlyDocuments.set(Number(add['parentId']), node);
      return;
    }
    if (typeof node['rootId'] === 'number' && !this.#find(node['rootId'])) return;
    this.#replaceOld(node);
    if (!this.#find(parent.id)) return;
    if (isFrame(parent)) {
      this.#attachDocument(parent, node);
      return;
    }
    // No page shows what lies so deep, and nobody can write it down either.
    if (levelOf(parent) > DEEPEST) return;
    const treeNode = this.#treeNodeFor(node);
    const { nextId, previousId } = add;
    if (previousId === -1 || nextId === -1) {
      this.#unplaced.set(treeNode.id, { treeNode, add });
      return;
    }
    if (contains(treeNode, parent)) return;
    this.#makeRoom(parent, treeNode);
    this.#insert(parent, treeNode, this.#siblingAfter(parent, treeNode, add));
    if (previousId != null || nextId != null) this.#placeNeighbours(parent, treeNode, add);
  }

  /** A node is in one place: one that was not removed is where it was added last, as what it was then. */
  #replaceOld(node: SerializedNode): void {
    const known = this.#find(node['id']);
    if (!known || isSameNode(known.node, node)) return;
    this.#forget(known);
    unlink(known);
  }

  /** A node that is there already is moved, with all that is in it. */
  #treeNodeFor({ childNodes: _, ...node }: SerializedNode): TreeNode {
    const known = this.#find(node['id']);
    if (known) return known;
    const treeNode = newTreeNode(node);
    this.#treeNodes.set(treeNode.id, treeNode);
    return treeNode;
  }

  /** Takes away what the core replaces when a node of this kind is added. */
  #makeRoom(parent: TreeNode, treeNode: TreeNode): void {
    const { node } = treeNode;
    if (isTag(parent.node, 'textarea') && isText(node)) {
      for (const child of childrenOf(parent)) if (isText(child.node)) unlink(child);
      delete writableAttributesOf(parent.node)['value'];
    } else if (isTag(parent.node, 'style') && isText(node)) {
      const css = splitStyleText(parent);
      if (css !== null && !parent.first) Object.assign(node, { textContent: css, isStyle: true });
    } else if (isDocument(parent.node) && UNIQUE_TYPES.has(node['type'])) {
      for (const child of childrenOf(parent)) if (child.node['type'] === node['type']) unlink(child);
    }
    if (node['isShadow'] !== true) return;
    if (canHostShadow(parent.node)) parent.node['isShadowHost'] = true;
    else delete node['isShadow'];
  }

  #insert(parent: TreeNode, treeNode: TreeNode, after: TreeNode | null): void {
    unlink(treeNode);
    link(treeNode, parent, after);
    if (isText(treeNode.node)) this.#noteRestyled(parent);
    this.#attachEarly(treeNode.id);
  }

  /** Gives a frame that has come the document that came before it. */
  #attachEarly(id: number): void {
    const document = this.#earlyDocuments.get(id);
    const frame = this.#find(id);
    if (!document || !frame || !isFrame(frame)) return;
    this.#earlyDocuments.delete(id);
    this.#attachDocument(frame, document);
  }

  /** The child that a new one is put before; null for the end. */
  #siblingAfter(parent: TreeNode, treeNode: TreeNode, { nextId, previousId }: Fields): TreeNode | null {
    const previous = this.#find(previousId);
    if (previous?.parent === parent) {
      const sibling = nextOfKind(previous);
      if (sibling && sibling !== treeNode) return sibling;
    }
    const next = this.#find(nextId);
    return next?.parent === parent ? next : null;
  }

  #placeNeighbours(parent: TreeNode, treeNode: TreeNode, { previousId, nextId }: Fields): void {
    for (const [id, after] of [
      [previousId, treeNode],
      [nextId, treeNode.after],
    ] as const) {
      const waiting = this.#unplaced.get(Number(id));
      if (!waiting) continue;
      this.#unplaced.delete(waiting.treeNode.id);
      this.#insert(parent, waiting.treeNode, after);
      this.#placeNeighbours(parent, waiting.treeNode, waiting.add);
    }
  }

  #attachDocument(frame: TreeNode, document: SerializedNode): void {
    for (const child of childrenOf(frame)) {
      this.#forget(child);
      unlink(child);
    }
    if (!isDocument(document)) return;
    const built = this.#build(document);
    link(built, frame, null);
    for (const { id } of treeNodesIn(built)) this.#attachEarly(id);
  }

  #setText({ id, value }: Fields): void {
    const treeNode = this.#find(id);
    if (!treeNode || !('textContent' in treeNode.node)) return;
    const { parent } = treeNode;
    if (parent && isTag(parent.node, 'style')) {
      splitStyleText(parent);
      treeNode.node['isStyle'] = true;
      this.#noteRestyled(parent);
    }
    treeNode.node['textContent'] = asText(value);
  }

  #setAttributes({ id, attributes }: Fields): void {
    const treeNode = this.#find(id);
    if (!treeNode) return;
    for (const [name, value] of Object.entries(asRecord(attributes))) {
      if (name === 'style') this.#setStyle(treeNode, value);
      else if (value === null) this.#removeAttribute(treeNode, name);
      else if (typeof value === 'string') this.#setAttribute(treeNode, name, value);
    }
  }

  #setAttribute(treeNode: TreeNode, name: string, value: string): void {
    const attributes = writableAttributesOf(treeNode.node);
    attributes[name] = value;
    // A picture that was recorded is not the one at the new address.
    if (name === 'src' || name === 'srcset') delete attributes['rr_dataURL'];
    if (name === '_cssText') this.#listener.restyled(treeNode.id);
    if (name === 'value' && isTag(treeNode.node, 'textarea')) childrenOf(treeNode).forEach(unlink);
  }

  #removeAttribute({ node }: TreeNode, name: string): void {
    const attributes = writableAttributesOf(node);
    if (name === 'disabled' && name in attributes && isTag(node, 'link')) enableSheet(attributes);
    else Reflect.deleteProperty(attributes, name);
    // The core forgets how a dialog was opened when it is closed.
    if (name === 'open' && isTag(node, 'dialog')) delete attributes['rr_open_mode'];
  }

  /** A whole `style` attribute, or an object with the properties that changed. */
  #setStyle(treeNode: TreeNode, value: unknown): void {
    if (isRecord(value)) {
      this.#styles.note(treeNode.id, value);
      return;
    }
    this.#styles.forget(treeNode.id);
    if (value === null) delete writableAttributesOf(treeNode.node)['style'];
    else if (typeof value === 'string') writableAttributesOf(treeNode.node)['style'] = value;
  }

  #noteRestyled(parent: TreeNode): void {
    if (isTag(parent.node, 'style')) this.#listener.restyled(parent.id);
  }

  /** The numbers of a part of the page mean nothing any more. */
  #forget(top: TreeNode): void {
    const from = top.parent?.id ?? null;
    for (const treeNode of treeNodesIn(top)) {
      if (this.#treeNodes.get(treeNode.id) !== treeNode) continue;
      this.#treeNodes.delete(treeNode.id);
      this.#styles.forget(treeNode.id);
      this.#listener.gone(treeNode.id, from);
    }
  }

  #build(root: SerializedNode): TreeNode {
    // Copies without children: objects that a field is deleted of are slow to read from then on.
    const apart = ({ childNodes, ...node }: SerializedNode) => ({ treeNode: newTreeNode(node), childNodes });
    const top = apart(root);
    const stack = [top];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { treeNode, childNodes } = next;
      this.#treeNodes.set(treeNode.id, treeNode);
      // The core builds the text of these from an attribute, and knows no node for it.
      if (
        isTag(treeNode.node, 'textarea') &&
        typeof writableAttributesOf(treeNode.node)['value'] === 'string'
      )
        continue;
      for (const child of asArray(childNodes)) {
        const built = apart(child as SerializedNode);
        link(built.treeNode, treeNode, null);
        stack.push(built);
      }
    }
    return top.treeNode;
  }

  #find(id: unknown): TreeNode | null {
    return this.#treeNodes.get(Number(id)) ?? null;
  }
}
