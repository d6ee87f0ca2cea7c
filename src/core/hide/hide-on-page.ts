import { CanvasContext, IncrementalSource, MediaInteractions, NodeType } from '@rrweb/types';
import type { PageTree } from '../rrweb/page-tree.ts';
import { childrenOf, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asText, type Fields } from '../json.ts';
import { attributesOf, isDocument, isElement, isTag, isText, tagNameOf } from '../rrweb/serialized-node.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { hiddenAttributes, starsForInput } from './hidden-attributes.ts';
import { hiddenText, type Hiding } from './hide-content.ts';

/** Bigger than any canvas. */
const ALL_OF_IT = [0, 0, 100_000, 100_000] as const;
/** A style sheet without rules; an empty one would be taken for none. */
const NO_RULES = '/**/';

/** What was done to elements that their nodes do not tell of. */
export interface Doings {
  /** What was typed into fields, by their ids. */
  readonly typed: ReadonlyMap<number, string>;
  /** How many rules were put into style elements, by their ids. */
  readonly inserted: ReadonlyMap<number, number>;
}

/** Events that hide nodes which a page shows already. */
export function hideOnPage(
  treeNodes: readonly ReadonlyTreeNode[],
  tree: PageTree,
  hiding: Hiding,
  timestamp: number,
  doings: Doings,
): readonly ReplayEvent[] {
  const texts: Fields[] = [];
  const attributes: Fields[] = [];
  const events: Fields[] = [];
  for (const treeNode of treeNodes) {
    const { id, node, parent } = treeNode;
    if (isText(node) || node['type'] === NodeType.Comment) {
      texts.push({ id, value: hiddenText(node, asText(node['textContent']), tagNameOf(parent?.node)) });
    } else if (isElement(node)) {
      const mark = parent && hiding.isHidden(parent.id) ? {} : { [hiding.mark]: '' };
      attributes.push({ id, attributes: { ...changesFor(node, hiding), ...mark } });
      // A new style attribute takes away what was set one by one.
      const styles = tree.stylesOf(id);
      if (Object.keys(styles).length > 0) {
        attributes.push({ id, attributes: hiddenAttributes(node, { style: styles }, hiding.names) });
      }
      if ('_cssText' in attributesOf(node) && !childrenOf(treeNode).some((child) => isText(child.node)))
        attributes.push({ id, attributes: { _cssText: NO_RULES } });
    }
    events.push(...undoing(treeNode, doings));
  }
  const mutation = { source: IncrementalSource.Mutation, adds: [], removes: [], texts, attributes };
  return [...events, mutation].map((data) => incrementalEvent(timestamp, data));
}

/** Takes back what was done to a node besides its attributes and texts. */
function undoing({ id, node }: ReadonlyTreeNode, { typed, inserted }: Doings): Fields[] {
  const events: Fields[] = [];
  const value = typed.get(id);
  const rules = inserted.get(id) ?? 0;
  if (value !== undefined)
    events.push({ source: IncrementalSource.Input, id, text: starsForInput(value), isChecked: false });
  if (rules > 0) {
    const removes = Array.from({ length: rules }, () => ({ index: 0 }));
    events.push({ source: IncrementalSource.StyleSheetRule, id, adds: [], removes });
  }
  if (isDocument(node) || node['isShadowHost'] === true)
    events.push({ source: IncrementalSource.AdoptedStyleSheet, id, styleIds: [] });
  if (isTag(node, 'canvas')) events.push(clearing(id));
  if (isTag(node, 'video') || isTag(node, 'audio'))
    events.push({ source: IncrementalSource.MediaInteraction, id, type: MediaInteractions.Pause });
  return events;
}

/** What has to change about an element for its attributes to be those of a hidden one. */
function changesFor(node: Fields, { names }: Hiding): Fields {
  const shown = attributesOf(node);
  const hidden = hiddenAttributes(node, { style: null, ...shown }, names);
  const changes: Record<string, unknown> = { style: hidden['style'] };
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
