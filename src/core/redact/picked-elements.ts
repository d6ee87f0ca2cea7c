import { EventType } from '@rrweb/types';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { isElement, tagNameOf } from '../rrweb/serialized-node.ts';
import type { SessionEvent } from '../recording.ts';
import { FollowedPages } from '../hide/followed-page.ts';
import type { PickedElement, RuleRef } from './rules.ts';
import { elementsBefore } from '../hide/related-elements.ts';
import { attributeOf } from '../hide/selector.ts';

/** One of the nodes on the way from an element up to the root of everything. */
interface Step {
  readonly tag: string;
  /** What it is called; null when it has no name that would last. */
  readonly id: string | null;
  /** How many siblings of its kind stand before it. */
  readonly index: number;
}

/** An element that was picked: where it was, and how it is known when its page is recorded anew. */
export interface FoundElement {
  readonly ref: RuleRef;
  readonly windowId: string;
  /** Which of the window's pages, counted from 1. */
  readonly page: number;
  readonly nodeId: number;
  readonly address: string;
  readonly path: readonly Step[];
}

interface OpenPick extends PickedElement {
  readonly ref: RuleRef;
}

/** Finds picked elements while a session is gone through: ids mean nothing beyond the page they are on. */
export class PickedElements {
  readonly found: FoundElement[] = [];
  readonly #pages = new FollowedPages();
  readonly #startAt: number;
  #open: readonly OpenPick[];

  /** @param startAt when the session starts, Unix milliseconds */
  constructor(elements: readonly PickedElement[], startAt: number) {
    this.#startAt = startAt;
    this.#open = elements.map((picked, index) => ({ ...picked, ref: { rule: 'elements', index } }));
  }

  look({ windowId, event }: SessionEvent): void {
    const time = (Number(event['timestamp']) - this.#startAt) / 1000;
    // What was picked was there before the next event; a new page gives its number to another node.
    this.#open = this.#open.filter((picked) => {
      if (picked.windowId !== windowId || picked.time >= time) return true;
      return !this.#find(picked) && event['type'] !== EventType.FullSnapshot;
    });
    if (this.#open.some((picked) => picked.windowId === windowId)) this.#pages.of(windowId).follow(event);
  }

  /** Looks for what was picked after the last event. */
  end(): void {
    for (const picked of this.#open) this.#find(picked);
  }

  #find({ windowId, nodeId, ref }: OpenPick): boolean {
    const { tree, address, count } = this.#pages.of(windowId);
    let treeNode = tree?.find(nodeId) ?? null;
    while (treeNode && !isElement(treeNode.node)) treeNode = treeNode.parent;
    if (!treeNode) return false;
    this.found.push({ ref, windowId, page: count, nodeId: treeNode.id, address, path: pathOf(treeNode) });
    return true;
  }
}

/** True for the same element in another recording of its page. */
export function isOnPath(treeNode: ReadonlyTreeNode, path: readonly Step[]): boolean {
  let at: ReadonlyTreeNode | null = treeNode;
  for (const { tag, id, index } of path) {
    if (!at || tagNameOf(at.node) !== tag) return false;
    if (id !== null) return stableIdOf(at) === id;
    if (indexOf(at) !== index) return false;
    at = at.parent;
  }
  return at === null;
}

function pathOf(treeNode: ReadonlyTreeNode): readonly Step[] {
  const path: Step[] = [];
  for (let at: ReadonlyTreeNode | null = treeNode; at; at = at.parent) {
    const id = stableIdOf(at);
    path.push({ tag: tagNameOf(at.node), id, index: indexOf(at) });
    if (id !== null) break;
  }
  return path;
}

/** Names with numbers in them are given out anew each time a page is built. */
function stableIdOf(treeNode: ReadonlyTreeNode): string | null {
  const id = attributeOf(treeNode, 'id');
  return id === null || id === '' || /\d/.test(id) ? null : id;
}

function indexOf(treeNode: ReadonlyTreeNode): number {
  let index = 0;
  for (const sibling of elementsBefore(treeNode))
    if (tagNameOf(sibling.node) === tagNameOf(treeNode.node)) index++;
  return index;
}
