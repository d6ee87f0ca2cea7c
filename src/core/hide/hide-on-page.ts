import { CanvasContext, IncrementalSource, NodeType } from '@rrweb/types';
import type { PageTree } from '../rrweb/page-tree.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asText, type Fields } from '../json.ts';
import { attributesOf, isElement, isTag, isText, tagNameOf } from '../rrweb/serialized-node.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { hiddenAttributes, hiddenText, type Hiding, starsForInput } from './hide-content.ts';

/** Bigger than any canvas. */
const ALL_OF_IT = [0, 0, 100_000, 100_000] as const;

/**
 * Events that hide nodes which a page shows already.
 *
 * @param typed what was typed into fields, by their ids
 */
export function hideOnPage(
  treeNodes: readonly ReadonlyTreeNode[],
  tree: PageTree,
  hiding: Hiding,
  timestamp: number,
  typed: ReadonlyMap<number, string>,
): readonly ReplayEvent[] {
  const texts: Fields[] = [];
  const attributes: Fields[] = [];
  const events: Fields[] = [];
  for (const { id, node, parent } of treeNodes) {
    if (isText(node) || node['type'] === NodeType.Comment) {
      texts.push({ id, value: hiddenText(node, asText(node['textContent']), tagNameOf(parent?.node)) });
    } else if (isElement(node)) {
      const mark = parent && hiding.isHidden(parent.id) ? {} : { [hiding.mark]: '' };
      attributes.push({ id, attributes: { ...changesFor(node), ...mark } });
      // A new style attribute takes away what was set one by one.
      const styles = tree.stylesOf(id);
      if (Object.keys(styles).length > 0) {
        attributes.push({ id, attributes: hiddenAttributes(node, { style: styles }) });
      }
      const value = typed.get(id);
      if (value !== undefined)
        events.push({ source: IncrementalSource.Input, id, text: starsForInput(value), isChecked: false });
      if (isTag(node, 'canvas')) events.push(clearing(id));
    }
  }
  const mutation = { source: IncrementalSource.Mutation, adds: [], removes: [], texts, attributes };
  return [mutation, ...events].map((data) => incrementalEvent(timestamp, data));
}

/** What has to change about an element for its attributes to be those of a hidden one. */
function changesFor(node: Fields): Fields {
  const shown = attributesOf(node);
  const hidden = hiddenAttributes(node, shown);
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(shown)) {
    // Of what begins so the core has made something else: the picture that was recorded is the one at the address.
    if (name.startsWith('rr_') || name === '_cssText') continue;
    if (hidden[name] !== value) changes[name] = hidden[name] ?? null;
  }
  if ('rr_dataURL' in shown && isTag(node, 'img')) {
    changes['src'] = hidden['rr_dataURL'] ?? '';
    // Where the core keeps the address that the picture was recorded from.
    changes['rrweb-original-src'] = null;
  }
  return changes;
}

function clearing(id: number): Fields {
  const commands = [
    { property: 'resetTransform', args: [] },
    { property: 'clearRect', args: ALL_OF_IT },
  ];
  return { source: IncrementalSource.CanvasMutation, id, type: CanvasContext['2D'], commands };
}
