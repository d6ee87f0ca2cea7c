import type { PageTree } from '../../rrweb/page-tree.ts';
import { isElement, tagNameOf } from '../../rrweb/serialized-node.ts';
import { type ReadonlyTreeNode, treeNodesIn } from '../../rrweb/tree-node.ts';
import { attribute } from './attribute.ts';

/** CSS pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const BARE = new Set(['html', 'body']);

/**
 * The number of the element of an app's screen at a point, the one on top; null where there is none. Screens of apps
 * consist of boxes whose places stand in their styles, so that no browser is needed to tell.
 */
export function elementAtPoint(tree: PageTree, x: number, y: number): number | null {
  let found: ReadonlyTreeNode | null = null;
  for (const treeNode of treeNodesIn(tree.root)) {
    if (!isElement(treeNode.node) || BARE.has(tagNameOf(treeNode.node))) continue;
    const box = boxOf(attribute(treeNode.node, 'style'));
    if (box && x >= box.left && x < box.right && y >= box.top && y < box.bottom) found = treeNode;
  }
  return found?.id ?? null;
}

function boxOf(style: string): Box | null {
  const [left, top, width, height] = ['left', 'top', 'width', 'height'].map((name) => lengthIn(style, name));
  if (width === undefined || height === undefined || width === null || height === null) return null;
  if (left === undefined || top === undefined || left === null || top === null) return null;
  return { left, top, right: left + width, bottom: top + height };
}

/** Pixels; null where it is not said. What is as wide as the screen is wider than any point of it. */
function lengthIn(style: string, property: string): number | null {
  const [, number = '', unit] =
    new RegExp(`(?:^|;)\\s*${property}:\\s*(-?[\\d.]+)(px|vw|vh)`).exec(style) ?? [];
  if (number === '') return null;
  return unit === 'px' ? Number(number) : Infinity;
}
