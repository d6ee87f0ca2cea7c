import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { childNodesOf } from '../rrweb/serialized-node.ts';
import { noSheet } from './block-attributes.ts';

/** Links that show nothing on the page itself. */
const UNSEEN = /\b(preconnect|dns-prefetch|prefetch|preload|prerender|modulepreload|icon|manifest)\b/i;

/**
 * The frame's own policy stops every fetch of the replayed page, but not the two that happen outside of it:
 * `preconnect` and `dns-prefetch` links, and fonts, which the replay core makes in the host page's window.
 * Both are taken out of the data, and with them what the policy would only report: other hints and icons, and style sheets
 * that were not recorded, for which the core would pause. Edits `event`, which must be the caller's own copy;
 * returns null when nothing of it is left.
 *
 * @param mayLoad whether sheets and fonts may come from elsewhere
 */
export function isolateEvent(event: ReplayEvent, mayLoad = false): ReplayEvent | null {
  if (event.type === EventType.FullSnapshot) disarmTree(event.data.node, mayLoad);
  if (event.type !== EventType.IncrementalSnapshot) return event;
  const data: unknown = event.data;
  if (!isRecord(data)) return event;
  if (data['source'] === IncrementalSource.Font) return mayLoad || isLocalFont(data) ? event : null;
  if (data['source'] === IncrementalSource.Mutation) {
    for (const add of asArray(data['adds'])) if (isRecord(add)) disarmTree(add['node'], mayLoad);
    for (const change of asArray(data['attributes']))
      if (isRecord(change)) disarmAttributes(change['attributes'], mayLoad);
  }
  return event;
}

/** Only what is surely local: `url(` can be written in many ways. */
function isLocalFont({ buffer, fontSource }: Readonly<Record<string, unknown>>): boolean {
  if (buffer === true) return true;
  if (typeof fontSource !== 'string') return false;
  return (
    /^\s*url\(\s*['"]?data:[^)]*\)\s*$/i.test(fontSource) || /^\s*local\([^()\\]*\)\s*$/i.test(fontSource)
  );
}

/** Walks with a stack of its own: recorded trees can be deeper than the call stack. */
function disarmTree(root: unknown, mayLoad: boolean): void {
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isRecord(node)) continue;
    if (String(node['tagName']).toLowerCase() === 'link') disarmAttributes(node['attributes'], mayLoad);
    for (const child of childNodesOf(node)) stack.push(child);
  }
}

/** Browsers take names of attributes in any case. */
function disarmAttributes(attributes: unknown, mayLoad: boolean): void {
  if (!isRecord(attributes)) return;
  for (const [name, rel] of Object.entries(attributes)) {
    if (!/^rel$/i.test(name) || typeof rel !== 'string') continue;
    const isSheet = !mayLoad && /\bstylesheet\b/i.test(rel) && attributes['_cssText'] === undefined;
    if (isSheet || UNSEEN.test(rel)) attributes[name] = noSheet(rel);
  }
}
