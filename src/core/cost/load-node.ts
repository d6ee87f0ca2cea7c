import type { Fields } from '../json.ts';
import { isElement, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import type { StyleTrait } from './style-rules.ts';
import type { Place } from './drawing-graph.ts';

/** What is known of a node of a page. */
export interface LoadNode {
  readonly id: number;
  /** In lower case; empty for what is no element. */
  readonly tag: string;
  readonly isSvg: boolean;
  parent: LoadNode | null;
  attributes: Fields;
  /** How many elements have come into it. */
  children: number;
  /** How many of those of its parent came before it. */
  readonly before: number;
  /** How many levels of nodes lie in it at most. */
  height: number;
  /** How many of those float. */
  floats: number;
  /** How many letters stand in it along a line. */
  letters: number;
  /** One for an element that stands in columns of its own. */
  columns: 0 | 1;
  /** How many levels of columns lie in it, its own included. */
  columnHeight: number;
  /** What rules give it, as far as it is counted. */
  counted: ReadonlySet<StyleTrait>;
  /** True for one that was made to cost nothing. */
  isCheap: boolean;
  /** What it counts for of its kind. */
  count: number;
  /** The part of a drawing that it is counted in. */
  place: Place | null;
}

/** Shared by all that have nothing yet. */
const NOTHING: ReadonlySet<StyleTrait> = new Set();

export function newLoadNode(id: number, node: SerializedNode, parent: LoadNode | null): LoadNode {
  return {
    id,
    tag: tagNameOf(node),
    isSvg: node['isSVG'] === true,
    parent,
    attributes: {},
    children: 0,
    before: parent && isElement(node) ? parent.children++ : 0,
    floats: 0,
    letters: 0,
    height: 0,
    columns: 0,
    columnHeight: 0,
    counted: NOTHING,
    isCheap: false,
    count: 0,
    place: parent?.place ?? null,
  };
}

/** Puts a node into its parent; it keeps what is in it. */
export function addInside(node: LoadNode, parent: LoadNode | null): void {
  node.parent = parent;
  let child = node;
  for (let at = parent; at; at = at.parent) {
    const height = Math.max(at.height, child.height + 1);
    const columnHeight = Math.max(at.columnHeight, child.columnHeight + at.columns);
    if (height === at.height && columnHeight === at.columnHeight) return;
    at.height = height;
    at.columnHeight = columnHeight;
    child = at;
  }
}

/** True for a node that another one is, or is in. */
export function holds(node: LoadNode, other: LoadNode | null): boolean {
  for (let at = other; at; at = at.parent) if (at === node) return true;
  return false;
}

/** How many nodes a node lies in, or how many columns; itself counts. */
export function levelOf(node: LoadNode | null, of: 'nodes' | 'columns' = 'nodes'): number {
  let level = 0;
  for (let at = node; at; at = at.parent) level += of === 'nodes' ? 1 : at.columns;
  return level;
}
