import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, isRecord } from '../json.ts';
import {
  attributesOf,
  childNodesOf,
  isDocument,
  isTag,
  nodesOf,
  type SerializedNode,
  tagNameOf,
} from '../rrweb/serialized-node.ts';
import type { ReplayEvent } from '../recording.ts';
import { isRemote } from './address.ts';
import { type AddressRules, blockCss } from './block-css.ts';
import { blockAttributeChanges, blockAttributes } from './block-attributes.ts';
import { keepPlaces } from './own-places.ts';

/**
 * Puts placeholders in the place of all that an event would make the page load, or makes whole what it may. Edits
 * `event`, which must be the caller's own copy. Data URLs and what else the recording holds stay, and what stands for
 * an element of the page refers to it.
 */
export function blockAssets(event: ReplayEvent, rules: AddressRules): void {
  if (event.type === EventType.FullSnapshot) blockTree(event.data.node, rules);
  const data: unknown = event.data;
  if (event.type !== EventType.IncrementalSnapshot || !isRecord(data)) return;
  switch (data['source']) {
    case IncrementalSource.Mutation: {
      for (const add of asArray(data['adds'])) if (isRecord(add)) blockTree(add['node'], rules);
      for (const change of asArray(data['attributes']))
        if (isRecord(change) && isRecord(change['attributes'])) blockChange(change['attributes'], rules);
      return;
    }
    case IncrementalSource.StyleSheetRule: {
      blockText(data, 'replace', rules);
      blockText(data, 'replaceSync', rules);
      blockRules(data['adds'], rules);
      return;
    }
    case IncrementalSource.StyleDeclaration: {
      if (isRecord(data['set'])) blockText(data['set'], 'value', rules);
      return;
    }
    case IncrementalSource.AdoptedStyleSheet: {
      for (const sheet of asArray(data['styles'])) if (isRecord(sheet)) blockRules(sheet['rules'], rules);
      return;
    }
    case IncrementalSource.Font: {
      // As in a rule for a font.
      const source = data['fontSource'];
      if (typeof source !== 'string' || data['buffer'] === true) return;
      data['fontSource'] = blockCss(`${FONT_RULE}${source}`, rules).slice(FONT_RULE.length);
      return;
    }
  }
}

const FONT_RULE = '@font-face{src:';

/** What elements of a document are relative to instead of its address; undefined when nothing says so. */
export function baseOf(root: unknown): unknown {
  for (const node of nodesOf(root)) {
    if (isTag(node, 'base')) return attributesOf(node)['href'];
    if (isTag(node, 'body')) return undefined;
  }
  return undefined;
}

/** Walks with a stack of its own: recorded trees can be deeper than the call stack. */
function blockTree(root: unknown, { own, take }: AddressRules): void {
  const base = isRecord(root) && isDocument(root) ? baseOf(root) : undefined;
  const rules = { own: own.with(base), take };
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isRecord(node)) continue;
    if (isRecord(node['attributes'])) blockElement(node, node['attributes'], rules);
    else if (node['isStyle'] === true) blockText(node, 'textContent', rules);
    for (const child of childNodesOf(node)) stack.push(child);
  }
}

function blockElement(node: SerializedNode, attributes: Record<string, unknown>, rules: AddressRules): void {
  blockSheet(attributes, rules);
  blockText(attributes, 'style', rules);
  const children = childNodesOf(node);
  if (isTag(node, 'style')) {
    for (const child of children) if (isRecord(child)) blockText(child, 'textContent', rules);
    return;
  }
  const tag = tagNameOf(node);
  keepPlaces(tag, attributes, rules);
  if (!rules.take) return;
  const hasRemoteSource =
    tag === 'video' &&
    children.some(
      (child) => isRecord(child) && isRecord(child['attributes']) && isRemote(child['attributes']['src']),
    );
  blockAttributes(tag, attributes, hasRemoteSource, rules);
}

/** Attributes that change later, of an element whose tag is not known. */
function blockChange(attributes: Record<string, unknown>, rules: AddressRules): void {
  blockSheet(attributes, rules);
  const { style } = attributes;
  if (isRecord(style)) blockDeclarations(style, rules);
  else blockText(attributes, 'style', rules);
  keepPlaces(null, attributes, rules);
  blockAttributeChanges(attributes, rules);
}

/** Changed declarations: a value, a value with its priority, or false for one that is gone. */
function blockDeclarations(style: Record<string, unknown>, rules: AddressRules): void {
  for (const [property, value] of Object.entries(style)) {
    if (typeof value === 'string') style[property] = blockCss(value, rules);
    if (Array.isArray(value))
      style[property] = value.map((part: unknown) =>
        typeof part === 'string' ? blockCss(part, rules) : part,
      );
  }
}

/** A sheet that was recorded with the link to it: its own directory is what recorders put before places in the page. */
function blockSheet(attributes: Record<string, unknown>, { own, take }: AddressRules): void {
  if (attributes['_cssText'] === undefined) return;
  blockText(attributes, '_cssText', { own: own.with(attributes['href']), take });
}

function blockRules(sheetRules: unknown, rules: AddressRules): void {
  for (const rule of asArray(sheetRules)) if (isRecord(rule)) blockText(rule, 'rule', rules);
}

function blockText(fields: Record<string, unknown>, name: string, rules: AddressRules): void {
  const text = fields[name];
  if (typeof text === 'string') fields[name] = blockCss(text, rules);
}
