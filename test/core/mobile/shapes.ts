import { MobileTransformer } from '../../../src/core/mobile/mobile-transformer.ts';
import type { Fields } from '../../../src/core/json.ts';

/** A node as far as tests look at it. */
export interface AnyNode {
  readonly type: number;
  readonly id: number;
  readonly tagName?: string;
  readonly textContent?: string;
  readonly isSVG?: true;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly childNodes?: readonly AnyNode[];
}

export interface MutationShape {
  readonly source: number;
  readonly adds: readonly { parentId: number; nextId: number | null; node: AnyNode }[];
  readonly removes: readonly { parentId: number; id: number }[];
  readonly texts: readonly unknown[];
  readonly attributes: readonly unknown[];
}

export const FIRST_SYNTHETIC = 1e15;

export const snapshot = (...wireframes: unknown[]) => ({ type: 2, timestamp: 1000, data: { wireframes } });

export const mutation = (lists: Fields) => ({ type: 3, timestamp: 1000, data: { source: 0, ...lists } });

/** The nodes in the body, those of the app before the parents of keyboard, navigation bar and status bar. */
export function bodyOf(event: Fields): readonly AnyNode[] {
  const { node } = event['data'] as { node: AnyNode };
  return node.childNodes![1]!.childNodes![1]!.childNodes!;
}

export const mutationOf = (event: Fields) => event['data'] as MutationShape;

/** What a single wireframe becomes in a full snapshot. */
export function drawn(wireframe: Fields): AnyNode {
  return bodyOf(new MobileTransformer().transform(snapshot(wireframe)))[0]!;
}

export const styleOf = (node: AnyNode | undefined) => String(node?.attributes?.['style']);

/** All nodes of a tree, parents first. */
export function flat(node: AnyNode): readonly AnyNode[] {
  return [node, ...(node.childNodes ?? []).flatMap(flat)];
}

/** Tags and texts alone: `['label', ['input'], 'Yes']`. */
export type Outline = string | readonly Outline[];

export function outline(node: AnyNode): Outline {
  if (node.type === 3) return node.textContent!;
  return [node.tagName!, ...(node.childNodes ?? []).map(outline)];
}
