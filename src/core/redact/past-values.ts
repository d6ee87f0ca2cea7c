import { IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, asText, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import {
  childNodesOf,
  isTag,
  isText,
  nodesOf,
  type SerializedNode,
  writableAttributesOf,
} from '../rrweb/serialized-node.ts';
import { withoutProperty } from './css-rules.ts';

/** Fields whose value is none that somebody enters. */
const NO_TEXT: ReadonlySet<unknown> = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'hidden',
]);

/** Nodes that the events of a page bring, by their numbers. */
export function nodesIn(events: readonly ReplayEvent[]): Map<number, SerializedNode> {
  const nodes = new Map<number, SerializedNode>();
  for (const event of events) {
    const { node: root, adds } = asRecord(event.data);
    for (const top of [root, ...asArray(adds).map((add) => asRecord(add)['node'])])
      for (const node of nodesOf(top)) nodes.set(Number(node['id']), node);
  }
  return nodes;
}

/**
 * Takes from the nodes of a page what the events behind them put another value in place of: declarations of a `style`
 * attribute, and what stood in a field when it was recorded. Edits the nodes.
 */
export function foldValues(events: readonly ReplayEvent[], nodes: ReadonlyMap<number, SerializedNode>): void {
  for (const event of events) {
    const { source, id, text, attributes } = asRecord(event.data);
    for (const change of asArray(attributes)) {
      const node = nodes.get(Number(asRecord(change)['id']));
      const { style } = asRecord(asRecord(change)['attributes']);
      if (node && isRecord(style)) foldStyle(node, Object.keys(style));
    }
    const node = source === IncrementalSource.Input ? nodes.get(Number(id)) : undefined;
    if (node && typeof text === 'string') foldField(node, text);
  }
}

function foldStyle(node: SerializedNode, properties: readonly string[]): void {
  const attributes = writableAttributesOf(node);
  const { style } = attributes;
  if (typeof style === 'string') attributes['style'] = properties.reduce(withoutProperty, style);
}

function foldField(node: SerializedNode, text: string): void {
  const attributes = writableAttributesOf(node);
  const isArea = isTag(node, 'textarea');
  if (!isArea && !(isTag(node, 'input') && !NO_TEXT.has(asText(attributes['type']).toLowerCase()))) return;
  if (typeof attributes['value'] === 'string') attributes['value'] = text;
  const texts = isArea ? childNodesOf(node).filter(isRecord).filter(isText) : [];
  texts.forEach((child, i) => {
    child['textContent'] = i === 0 ? text : '';
  });
}
