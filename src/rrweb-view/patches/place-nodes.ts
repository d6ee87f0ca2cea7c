import type { Replayer } from '@rrweb/replay';
import { IncrementalSource, type addedNodeMutation, type mutationData } from '@rrweb/types';
import {
  isDocument,
  isSameNode,
  type SerializedNode,
  writableAttributesOf,
} from '../../core/rrweb/serialized-node.ts';
import { replacePart } from './replayer-parts.ts';

type Mirror = ReturnType<Replayer['getMirror']>;
type Apply = (changes: Partial<mutationData>) => void;

const NOTHING: mutationData = {
  source: IncrementalSource.Mutation,
  removes: [],
  adds: [],
  texts: [],
  attributes: [],
};

/**
 * Puts each node in one place, the one that it has on a folded page: in front of a node that is not there it is the
 * last, without a parent it is nowhere, and it is no longer where it was without having been removed.
 *
 * @throws Error where rrweb has changed
 */
export function placeNodes(replayer: Replayer): void {
  replacePart(replayer, 'applyMutation', (apply) => (data, isSync) => {
    mutate(replayer.getMirror(), data as mutationData, (changes) => {
      apply({ ...NOTHING, ...changes }, isSync);
    });
  });
}

function mutate(mirror: Mirror, { removes, adds, texts, attributes }: mutationData, apply: Apply): void {
  if (removes.length > 0) apply({ removes });
  apply({ adds: placed(mirror, adds, apply), texts, attributes });
  for (const { id, value } of texts) noteText(mirror, id, value);
  for (const change of attributes) noteAttributes(mirror, change.id, change.attributes);
}

/** The additions that are left to be done when those that something had to make room for are. */
function placed(mirror: Mirror, adds: readonly addedNodeMutation[], apply: Apply): addedNodeMutation[] {
  let next: addedNodeMutation[] = [];
  const coming = new Set<number>();
  const isThere = (id: number) => coming.has(id) || mirror.has(id);
  const applyNext = () => {
    if (next.length > 0) apply({ adds: next });
    next = [];
    coming.clear();
  };
  for (const add of adds) {
    const { parentId, nextId } = add;
    const node = { ...add.node } as SerializedNode & { readonly id: number; readonly rootId?: number };
    const isWhole = isDocument(node);
    // A document waits for its frame.
    if (!isWhole && !isThere(parentId)) continue;
    if (node.rootId !== undefined && !isThere(node.rootId)) continue;
    if (coming.has(node.id)) applyNext();
    const old = mirror.getNode(node.id);
    if (old && (isWhole || !isSameNode(metaOf(mirror, old), node))) {
      applyNext();
      takeOut(mirror, old);
      if (!isWhole && !isThere(parentId)) continue;
    }
    const isPlaceThere = nextId === null || nextId === -1 || isThere(nextId);
    next.push(isPlaceThere ? add : { ...add, nextId: null });
    coming.add(node.id);
  }
  return next;
}

/** Takes a node from its place, and the numbers from all that is in it. */
function takeOut(mirror: Mirror, node: Node): void {
  node.parentNode?.removeChild(node);
  const roots = [node];
  for (let root = roots.pop(); root; root = roots.pop()) {
    mirror.removeNodeFromMap(root);
    const elements = 'querySelectorAll' in root ? [...(root as ParentNode).querySelectorAll('*'), root] : [];
    for (const element of elements as Partial<HTMLIFrameElement>[])
      for (const inner of [element.shadowRoot, element.contentDocument]) if (inner) roots.push(inner);
  }
}

/** What a node is compared with when it is added again is what it has become. */
function noteText(mirror: Mirror, id: number, text: string | null): void {
  const node = mirror.getNode(id);
  if (!node) return;
  const meta = metaOf(mirror, node);
  if ('textContent' in meta) meta['textContent'] = text ?? '';
}

function noteAttributes(mirror: Mirror, id: number, changes: Readonly<Record<string, unknown>>): void {
  const node = mirror.getNode(id);
  if (!node) return;
  const attributes = writableAttributesOf(metaOf(mirror, node));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) Reflect.deleteProperty(attributes, name);
    else if (typeof value === 'string') attributes[name] = value;
  }
}

function metaOf(mirror: Mirror, node: Node): SerializedNode {
  const meta: object = mirror.getMeta(node) ?? {};
  return meta as SerializedNode;
}
