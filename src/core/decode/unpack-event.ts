import { EventType, IncrementalSource, NodeType } from '@rrweb/types';
import { type Fields, asArray, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { unpackText } from './packed-text.ts';

/** Fields of a mutation that the replay core reads without asking whether they are there. */
const MUTATION_LISTS = ['texts', 'attributes', 'removes', 'adds'] as const;
const RULE_LISTS = ['adds', 'removes'] as const;
/** Sources whose `positions` the core reads the first and last of. */
const MOVES: ReadonlySet<unknown> = new Set([
  IncrementalSource.MouseMove,
  IncrementalSource.TouchMove,
  IncrementalSource.Drag,
]);

/**
 * An event with the strings inflated that posthog-js compresses: the data of full snapshots, the lists of
 * mutations and of style rules. Each field is judged by what it is, not by the `cv` mark, which stays on events
 * that were inflated long ago. Null for what the replay core would stumble over.
 * Source: PostHog/posthog-js: packages/browser/src/extensions/replay/external/lazy-loaded-session-recorder.ts
 *
 * @param value an event as it was parsed; not changed
 */
export function unpackEvent(value: unknown): ReplayEvent | null {
  if (!isRecord(value)) return null;
  const { type, timestamp } = value;
  if (typeof timestamp !== 'number' || !Number.isFinite(timestamp) || !Number.isInteger(type)) return null;
  if (type !== EventType.FullSnapshot && type !== EventType.IncrementalSnapshot)
    return value as unknown as ReplayEvent;
  const data = unpackData(type, value['data']);
  // What a recorder's other fields hold was not looked at; the core is made to cope with it.
  return data === null ? null : ({ ...value, data } as unknown as ReplayEvent);
}

function unpackData(type: unknown, data: unknown): unknown {
  if (type === EventType.FullSnapshot) {
    const snapshot = inflate(data);
    return isRecord(snapshot) && isDocument(snapshot['node']) ? withOffset(snapshot) : null;
  }
  if (!isRecord(data)) return null;
  if (data['source'] === IncrementalSource.Mutation) return unpackMutation(data);
  if (data['source'] === IncrementalSource.StyleSheetRule)
    return unpackLists(
      data,
      RULE_LISTS.filter((key) => data[key] !== undefined),
    );
  if (MOVES.has(data['source'])) {
    const { positions } = data;
    return Array.isArray(positions) && positions.length > 0 && positions.every(isRecord) ? data : null;
  }
  return data;
}

function unpackMutation(data: Fields): Fields | null {
  const unpacked = unpackLists(data, MUTATION_LISTS);
  if (!unpacked) return null;
  const adds = asArray(unpacked['adds']).filter((add) => isRecord(add) && isRecord(add['node']));
  const attributes = asArray(unpacked['attributes']).filter(
    (change) => isRecord(change) && isRecord(change['attributes']),
  );
  return { ...unpacked, adds, attributes };
}

/** Inflates lists; a missing one is an empty one. */
function unpackLists(data: Fields, keys: readonly string[]): Fields | null {
  const lists = keys.map((key) => [key, data[key] === undefined ? [] : inflate(data[key])] as const);
  if (!lists.every(([, list]) => Array.isArray(list))) return null;
  return {
    ...data,
    ...Object.fromEntries(lists.map(([key, list]) => [key, asArray(list).filter(isRecord)])),
  };
}

/** A field's value, out of the string it may be compressed in. */
function inflate(value: unknown): unknown {
  return typeof value === 'string' ? unpackText(value) : value;
}

/** Old recorders leave the scroll offset out. */
function withOffset(snapshot: Fields): Fields {
  return isRecord(snapshot['initialOffset']) ? snapshot : { ...snapshot, initialOffset: { top: 0, left: 0 } };
}

function isDocument(node: unknown): boolean {
  return isRecord(node) && node['type'] === NodeType.Document && Array.isArray(node['childNodes']);
}
