import { asText } from '../json.ts';
import { isRenumbered } from '../repair/repair-tree.ts';
import { isText, nodesOf, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';

/** What tells whether two full snapshots are of one page: recorders number nodes once for as long as it is loaded. */
export interface PageIdentity {
  /** Number of the document. */
  readonly root: unknown;
  /** What kind of node a number stands for. */
  readonly kinds: ReadonlyMap<number, string>;
  readonly texts: ReadonlyMap<number, string>;
  /** Without what follows `#`; empty when unknown. */
  readonly address: string;
}

export function identityOf(root: SerializedNode, href: string): PageIdentity {
  const kinds = new Map<number, string>();
  const texts = new Map<number, string>();
  for (const node of nodesOf(root)) {
    const id = Number(node['id']);
    if (isRenumbered(id)) continue;
    kinds.set(id, `${String(node['type'])} ${tagNameOf(node)}`);
    if (isText(node)) texts.set(id, asText(node['textContent']));
  }
  return { root: root['id'], kinds, texts, address: href.replace(/#[^]*/, '') };
}

/**
 * True when the later one shows the page of the earlier one, and not one that was loaded in its place: no number
 * stands for another kind of node. Pages of one template are numbered alike; they differ in address and words.
 */
export function isSamePage(earlier: PageIdentity, later: PageIdentity): boolean {
  if (earlier.root !== later.root) return false;
  for (const [id, kind] of later.kinds) if ((earlier.kinds.get(id) ?? kind) !== kind) return false;
  if (earlier.address === later.address || !isNumberedAnew(later)) return true;
  return [...later.texts].every(([id, text]) => (earlier.texts.get(id) ?? text) === text);
}

/** Every number from 1 on is in use, as when a page has just been loaded. */
function isNumberedAnew({ kinds }: PageIdentity): boolean {
  for (let id = 1; id <= kinds.size; id++) if (!kinds.has(id)) return false;
  return true;
}
