import { EventType, IncrementalSource } from '@rrweb/types';
import { PageTree } from '../rrweb/page-tree.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asArray, asNumber, asRecord, asText, type Fields } from '../json.ts';

/** What one event changed on a page. Nodes stand where they are after the event. */
export interface PageChange {
  readonly tree: PageTree;
  /** Nodes that are new where they are, each with all that is in it; none of them is in another one. */
  readonly added: readonly ReadonlyTreeNode[];
  readonly texts: readonly ReadonlyTreeNode[];
  readonly attributes: readonly { readonly treeNode: ReadonlyTreeNode; readonly names: readonly string[] }[];
  /** Nodes from which children were taken. */
  readonly emptied: readonly ReadonlyTreeNode[];
}

/** The page that a window shows, as its events come by. */
export class FollowedPage {
  /** How many pages there were; a full snapshot begins another one. */
  count = 0;
  /** Address of the page without query and fragment; empty when it is not known. */
  address = '';
  #tree: PageTree | null = null;
  /** Nodes of old recorders that wait for the neighbour they stand beside. */
  readonly #waiting = new Set<number>();

  /** Null before the first full snapshot. */
  get tree(): PageTree | null {
    return this.#tree;
  }

  /**
   * @param event inflated and put right; becomes the page's own
   * @returns null for an event that changes no page
   */
  follow({ type, data: given }: Fields): PageChange | null {
    const data = asRecord(given);
    if (type === EventType.Meta) this.address = asText(data['href']).replace(/[?#].*$/s, '');
    if (type === EventType.FullSnapshot) return this.#begin(data);
    if (
      type !== EventType.IncrementalSnapshot ||
      data['source'] !== IncrementalSource.Mutation ||
      !this.#tree
    )
      return null;
    this.#tree.mutate(data);
    return this.#changeOf(this.#tree, data);
  }

  #begin(data: Fields): PageChange {
    this.count++;
    this.#waiting.clear();
    this.#tree = new PageTree({ ...asRecord(data['node']) });
    return { tree: this.#tree, added: [this.#tree.root], texts: [], attributes: [], emptied: [] };
  }

  #changeOf(tree: PageTree, data: Fields): PageChange {
    const find = (id: unknown) => tree.find(id) ?? [];
    for (const add of asArray(data['adds']))
      this.#waiting.add(asNumber(asRecord(asRecord(add)['node'])['id']));
    const added: ReadonlyTreeNode[] = [];
    for (const id of this.#waiting) {
      const treeNode = tree.find(id);
      if (treeNode && !treeNode.parent) continue;
      this.#waiting.delete(id);
      if (treeNode) added.push(treeNode);
    }
    return {
      tree,
      added: topmost(added),
      texts: asArray(data['texts']).flatMap((text) => find(asRecord(text)['id'])),
      attributes: asArray(data['attributes']).flatMap((change) => {
        const { id, attributes } = asRecord(change);
        const treeNode = tree.find(id);
        return treeNode ? [{ treeNode, names: Object.keys(asRecord(attributes)) }] : [];
      }),
      emptied: asArray(data['removes']).flatMap((remove) => find(asRecord(remove)['parentId'])),
    };
  }
}

/** Of nodes and others in these only the first. */
function topmost(treeNodes: readonly ReadonlyTreeNode[]): readonly ReadonlyTreeNode[] {
  const all = new Set(treeNodes);
  return treeNodes.filter(({ parent }) => {
    let around = parent;
    while (around && !all.has(around)) around = around.parent;
    return !around;
  });
}

/** The pages of all windows of a session. */
export class FollowedPages {
  readonly #pages = new Map<string, FollowedPage>();

  of(windowId: string): FollowedPage {
    const page = this.#pages.get(windowId) ?? new FollowedPage();
    this.#pages.set(windowId, page);
    return page;
  }
}
