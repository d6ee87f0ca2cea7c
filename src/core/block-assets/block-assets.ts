import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, isRecord } from '../json.ts';
import { childNodesOf, isTag, type SerializedNode, tagNameOf } from '../rrweb/serialized-node.ts';
import type { ReplayEvent } from '../recording.ts';
import { isRemote } from './address.ts';
import { blockCss, type NoteBlocked } from './block-css.ts';
import { blockAttributeChanges, blockAttributes } from './block-attributes.ts';

/**
 * Puts placeholders in the place of all that an event would make the page load. Edits `event`, which must be the
 * caller's own copy. Data URLs and what else the recording holds stay.
 */
export function blockAssets(event: ReplayEvent, note: NoteBlocked): void {
  if (event.type === EventType.FullSnapshot) blockTree(event.data.node, note);
  const data: unknown = event.data;
  if (event.type !== EventType.IncrementalSnapshot || !isRecord(data)) return;
  switch (data['source']) {
    case IncrementalSource.Mutation: {
      for (const add of asArray(data['adds'])) if (isRecord(add)) blockTree(add['node'], note);
      for (const change of asArray(data['attributes']))
        if (isRecord(change) && isRecord(change['attributes']))
          blockAttributeChanges(change['attributes'], note);
      return;
    }
    case IncrementalSource.StyleSheetRule: {
      blockText(data, 'replace', note);
      blockText(data, 'replaceSync', note);
      blockRules(data['adds'], note);
      return;
    }
    case IncrementalSource.StyleDeclaration: {
      if (isRecord(data['set'])) blockText(data['set'], 'value', note);
      return;
    }
    case IncrementalSource.AdoptedStyleSheet: {
      for (const sheet of asArray(data['styles'])) if (isRecord(sheet)) blockRules(sheet['rules'], note);
      return;
    }
    case IncrementalSource.Font: {
      const source = data['fontSource'];
      if (typeof source !== 'string') return;
      const [, address] = /^\s*url\(\s*['"]?([^'")]*)/i.exec(source) ?? [];
      if (data['buffer'] !== true && isRemote(address)) note('font', address);
      return;
    }
  }
}

/** Walks with a stack of its own: recorded trees can be deeper than the call stack. */
function blockTree(root: unknown, note: NoteBlocked): void {
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isRecord(node)) continue;
    if (isRecord(node['attributes'])) blockElement(node, node['attributes'], note);
    else if (node['isStyle'] === true) blockText(node, 'textContent', note);
    for (const child of childNodesOf(node)) stack.push(child);
  }
}

function blockElement(node: SerializedNode, attributes: Record<string, unknown>, note: NoteBlocked): void {
  blockText(attributes, '_cssText', note);
  blockText(attributes, 'style', note);
  const children = childNodesOf(node);
  if (isTag(node, 'style')) {
    for (const child of children) if (isRecord(child)) blockText(child, 'textContent', note);
    return;
  }
  const tag = tagNameOf(node);
  const hasRemoteSource =
    tag === 'video' &&
    children.some(
      (child) => isRecord(child) && isRecord(child['attributes']) && isRemote(child['attributes']['src']),
    );
  blockAttributes(tag, attributes, hasRemoteSource, note);
}

function blockRules(rules: unknown, note: NoteBlocked): void {
  for (const rule of asArray(rules)) if (isRecord(rule)) blockText(rule, 'rule', note);
}

function blockText(fields: Record<string, unknown>, name: string, note: NoteBlocked): void {
  const text = fields[name];
  if (typeof text === 'string') fields[name] = blockCss(text, note);
}
