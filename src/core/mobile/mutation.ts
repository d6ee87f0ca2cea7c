import { IncrementalSource, NodeType } from '@rrweb/types';
import { type Fields, asArray, asRecord, isRecord } from '../json.ts';
import type { BlockBuilder } from './block-builder.ts';
import { SKELETON } from './document.ts';
import type { NodeTree } from './node-tree.ts';
import type { ElementNode, WebNode } from './nodes.ts';
import { Pieces, type Piece } from './pieces.ts';
import { findBars, type ScreenChrome } from './screen-chrome.ts';
import { typeOf, type Wireframe } from './wireframe.ts';

export interface Add {
  readonly parentId: number;
  readonly nextId: number | null;
  readonly node: WebNode;
}

export interface Remove {
  readonly parentId: number;
  readonly id: number;
}

/** The document around the app, which no mutation takes away. */
const FIXED: ReadonlySet<number> = new Set([
  SKELETON.document,
  SKELETON.doctype,
  SKELETON.html,
  SKELETON.head,
  SKELETON.body,
  SKELETON.navigationBarParent,
  SKELETON.keyboardParent,
  SKELETON.statusBarParent,
]);

/** rrweb's data of a mutation; all four lists must be there. */
export function mutationData(adds: readonly Add[], removes: readonly Remove[]): Fields {
  return { source: IncrementalSource.Mutation, adds, removes, texts: [], attributes: [] };
}

/** Wireframes that a mutation brings, be they new or changed. */
export function wireframesIn(data: Fields): readonly Wireframe[] {
  return itemsIn(data)
    .map((item) => item['wireframe'])
    .filter(isRecord);
}

/** Turns one mutation of wireframes into one of nodes; for a single use. */
export class MutationConverter {
  #removes = new Map<number, Remove>();
  #pieces = new Pieces();

  /** @param tree the page as it is, brought up to date on the way; null when nobody knows */
  constructor(
    readonly builder: BlockBuilder,
    readonly chrome: ScreenChrome,
    readonly tree: NodeTree | null,
  ) {}

  convert(data: Fields, timestamp: unknown): Fields {
    this.builder.ids.begin(true);
    for (const remove of asArray(data['removes'])) this.#remove(asRecord(remove));
    for (const item of itemsIn(data)) this.#collect(item, timestamp);
    if (!this.tree) for (const item of asArray(data['updates'])) this.#removeUnseen(asRecord(item));
    const adds = this.tree ? this.#place(this.tree) : this.#append();
    return mutationData(adds, [...this.#removes.values()]);
  }

  #remove(item: Fields): void {
    const id = this.builder.ids.find(item['id']);
    if (id === null || FIXED.has(id) || this.#removes.has(id)) return;
    this.#removes.set(id, { parentId: this.tree?.parentOf(id) ?? this.#parentOf(item), id });
    this.tree?.remove(id);
  }

  #collect(item: Fields, timestamp: unknown): void {
    const { wireframe } = item;
    if (!isRecord(wireframe)) return;
    const { status, navigation } = findBars(wireframe);
    if (status) this.#addBar(SKELETON.statusBarParent, this.chrome.statusBar(status, timestamp));
    if (navigation) this.#addBar(SKELETON.navigationBarParent, this.chrome.navigationBar(navigation));
    const parentId = this.#parentOf(item);
    const block = this.builder.build(wireframe, parentId);
    if (block) this.#pieces.add(parentId, block);
  }

  #addBar(parentId: number, node: ElementNode): void {
    this.#pieces.add(parentId, { node, children: [] });
  }

  /** Views without a parent stand in the body, and screenshots whatever they say. */
  #parentOf(item: Fields): number {
    const isScreenshot = typeOf(asRecord(item['wireframe'])) === 'screenshot';
    return (isScreenshot ? null : this.builder.ids.find(item['parentId'])) ?? SKELETON.body;
  }

  /** An update replaces a node that may be there: without knowledge of the page it has to be removed on trust. */
  #removeUnseen(update: Fields): void {
    const id = this.builder.ids.find(asRecord(update['wireframe'])['id']);
    const piece = id === null ? undefined : this.#pieces.get(id);
    if (id !== null && piece) this.#removes.set(id, { parentId: piece.parentId, id });
  }

  #append(): Add[] {
    return this.#pieces.sorted(() => true).flatMap((piece) => addsOf(piece, null));
  }

  #place(tree: NodeTree): Add[] {
    for (const id of this.#pieces.ids) this.#takeOut(id, tree);
    const pieces = this.#pieces.sorted((id) => tree.has(id));
    for (const { parentId, node } of pieces) {
      // The app's views stay below the keyboard and the bars.
      tree.insert(node.id, parentId, parentId === SKELETON.body ? SKELETON.keyboardParent : null);
    }

    const adds: Add[] = [];
    const pending = new Map(pieces.map((piece) => [piece.node.id, piece]));
    for (const piece of pieces) {
      // Neighbours go in together, before the first sibling that is there already.
      const run: Piece[] = [];
      let next: number | null = piece.node.id;
      for (let one = pending.get(next); one; one = next === null ? undefined : pending.get(next)) {
        run.push(one);
        pending.delete(one.node.id);
        next = tree.nextOf(one.node.id);
      }
      for (const one of run) for (const add of addsOf(one, next)) adds.push(add);
    }
    return adds;
  }

  /** Removes a node of the page that comes again. Under the same parent its place is kept. */
  #takeOut(id: number, tree: NodeTree): void {
    const parentId = tree.parentOf(id);
    if (parentId === undefined) return;
    this.#removes.set(id, { parentId, id });
    if (parentId === this.#pieces.get(id)?.parentId) tree.clear(id);
    else tree.remove(id);
  }
}

function itemsIn(data: Fields): readonly Fields[] {
  return [...asArray(data['adds']), ...asArray(data['updates'])].filter(isRecord);
}

/** rrweb takes nodes of mutations without their children, and each child by itself. */
function addsOf({ parentId, node }: Piece, nextId: number | null): Add[] {
  return [
    { parentId, nextId, node: { ...node, childNodes: [] } },
    ...node.childNodes.flatMap((child): Add[] =>
      child.type === NodeType.Text
        ? [{ parentId: node.id, nextId: null, node: child }]
        : addsOf({ parentId: node.id, node: child }, null),
    ),
  ];
}
