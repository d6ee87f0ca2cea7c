import { accessibleName } from '../entries/naming/accessible-name.ts';
import { roleOf } from '../entries/naming/roles.ts';
import { selectorOf } from '../entries/naming/selector.ts';
import { isElement } from '../rrweb/serialized-node.ts';
import { contains, type ReadonlyTreeNode, treeNodesIn } from '../rrweb/tree-node.ts';
import type { ElementView } from './page-layout.ts';

const DIALOGS: ReadonlySet<string> = new Set(['dialog', 'alertdialog']);

/**
 * What is to be said of how an element is seen, in states that Playwright does not have: `offscreen`, `in-view` in
 * something that is not, and `covered-by`.
 *
 * @param told how what it is in is told to be seen
 * @param covers of the same page
 */
export function viewStates(
  element: ReadonlyTreeNode,
  view: ElementView,
  told: ElementView,
  covers: Covers,
): readonly string[] {
  if (view === told) return [];
  if (typeof view !== 'number') return [view === 'offscreen' ? view : 'in-view'];
  const name = covers.nameOf(view, element);
  return [name === null ? 'covered' : `covered-by=${name}`];
}

/** A line without what scrolling alone changes in it. */
export function withoutScrolling(line: string): string {
  return line.replace(/ \[(offscreen|in-view)\]/, '');
}

/** Names what lies over elements of a page at a moment. */
export class Covers {
  readonly #find: (id: number) => ReadonlyTreeNode | null;
  /** The first dialog in each cover: one cover can lie over a whole page. */
  readonly #dialogs = new Map<ReadonlyTreeNode, ReadonlyTreeNode | null>();

  constructor(find: (id: number) => ReadonlyTreeNode | null) {
    this.#find = find;
  }

  /** By role and name, as a person would say it; by a selector where it has none. Null where it is not known. */
  nameOf(id: number, covered: ReadonlyTreeNode): string | null {
    const cover = this.#find(id);
    if (!cover) return null;
    const around = namedAround(cover, covered);
    const named = around.find(isDialog) ?? around[0] ?? this.#dialogIn(cover);
    if (!named) return selectorOf(cover);
    const name = accessibleName(named);
    return name === '' ? roleOf(named) : `${roleOf(named)} ${JSON.stringify(name)}`;
  }

  #dialogIn(cover: ReadonlyTreeNode): ReadonlyTreeNode | null {
    const known = this.#dialogs.get(cover);
    if (known !== undefined) return known;
    const found = firstDialog(cover);
    this.#dialogs.set(cover, found);
    return found;
  }
}

function firstDialog(top: ReadonlyTreeNode): ReadonlyTreeNode | null {
  for (const treeNode of treeNodesIn(top)) if (isDialog(treeNode)) return treeNode;
  return null;
}

/** The parts of a page that a cover is or is in, from the inside out, as far as what it covers is not in them. */
function namedAround(cover: ReadonlyTreeNode, covered: ReadonlyTreeNode): readonly ReadonlyTreeNode[] {
  const named: ReadonlyTreeNode[] = [];
  for (let at: ReadonlyTreeNode | null = cover; at && !contains(at, covered); at = at.parent)
    if (isElement(at.node) && roleOf(at) !== '') named.push(at);
  return named;
}

function isDialog(treeNode: ReadonlyTreeNode): boolean {
  return isElement(treeNode.node) && DIALOGS.has(roleOf(treeNode));
}
