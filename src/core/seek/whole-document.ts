import { IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { PageState } from './page-state.ts';
import {
  attributesOf,
  nodesOf,
  type SerializedNode,
  writableAttributesOf,
} from '../rrweb/serialized-node.ts';

/**
 * The document of a page, with what its events say besides: documents in frames as children of their frames, what was
 * typed as `value` and `checked`, and style properties that scripts have set.
 *
 * @param events a full snapshot and what follows it, as the page of a moment is read; they are changed
 */
export function wholeDocument(events: readonly ReplayEvent[]): SerializedNode | null {
  const first = events.findIndex(({ data }) => 'node' in asRecord(data));
  const snapshot = events[first];
  if (!snapshot) return null;
  // What has just happened may still be apart from the page.
  const state = new PageState(snapshot);
  for (const event of events.slice(first + 1)) state.add(event);
  const page = state.recorded();
  const root = asRecord(page[0]?.data)['node'];
  if (!isRecord(root)) return null;
  const nodes = new Map<unknown, SerializedNode>();
  const note = (top: unknown) => {
    for (const node of nodesOf(top)) nodes.set(node['id'], node);
  };
  note(root);
  for (const event of page) {
    const data = asRecord(event.data);
    if (data['source'] === IncrementalSource.Mutation) {
      for (const { parentId, node } of asArray(data['adds']).map(asRecord)) {
        const frame = nodes.get(parentId);
        if (!frame) continue;
        frame['childNodes'] = [...asArray(frame['childNodes']), node];
        note(node);
      }
      for (const { id, attributes } of asArray(data['attributes']).map(asRecord))
        setStyle(nodes.get(id), asRecord(asRecord(attributes)['style']));
    } else if (data['source'] === IncrementalSource.Input) {
      setInput(nodes.get(data['id']), data);
    }
  }
  return root;
}

function setInput(node: SerializedNode | undefined, { text, isChecked }: Fields): void {
  if (!node) return;
  const attributes = writableAttributesOf(node);
  const { type } = attributesOf(node);
  if (type === 'checkbox' || type === 'radio') attributes['checked'] = isChecked === true;
  else attributes['value'] = asText(text);
}

/** @param changes a value, a pair of a value and its priority, or false for one that was taken away, by name */
function setStyle(node: SerializedNode | undefined, changes: Fields): void {
  if (!node) return;
  const attributes = writableAttributesOf(node);
  let style = asText(attributes['style']);
  for (const [name, change] of Object.entries(changes)) {
    style = withoutProperty(style, name);
    const [value, priority = ''] = Array.isArray(change) ? (change as unknown[]) : [change];
    if (typeof value !== 'string') continue;
    style += `${name}: ${value}${priority === '' ? '' : ` !${asText(priority)}`};`;
  }
  attributes['style'] = style;
}

/** Semicolons also stand in quoted texts and in addresses. */
const DECLARATION = /(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^)"'\\]|\\[^])*\)|[^;"'(])+;?/g;

function withoutProperty(style: string, name: string): string {
  const kept = (style.match(DECLARATION) ?? []).filter((part) => part.split(':')[0]?.trim() !== name);
  const text = kept.join('').trim();
  return text === '' || text.endsWith(';') ? text : `${text};`;
}
