import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';

/** About as much as a browser takes in within one frame. */
const CHANGES_PER_EVENT = 1000;

/**
 * A huge mutation as several of the same moment, so that no single one takes long: removes come with the first,
 * then additions, and texts and attributes when the nodes they are about are there.
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/chunk-large-mutations.ts
 */
export function splitMutation(event: ReplayEvent): readonly ReplayEvent[] {
  const data: unknown = event.data;
  if (
    event.type !== EventType.IncrementalSnapshot ||
    !isRecord(data) ||
    data['source'] !== IncrementalSource.Mutation
  )
    return [event];
  const [adds, texts, changes] = [asArray(data['adds']), asArray(data['texts']), asArray(data['attributes'])];
  if (adds.length + texts.length + changes.length <= CHANGES_PER_EVENT) return [event];
  const lists = { adds, texts, attributes: lastOfEach(changes) };
  const pieces: ReplayEvent[] = [];
  const none = { removes: [], adds: [], texts: [], attributes: [] };
  for (const [name, list] of Object.entries(lists)) {
    for (let from = 0; from < list.length; from += CHANGES_PER_EVENT) {
      const removes = pieces.length === 0 ? data['removes'] : [];
      const piece = { ...data, ...none, removes, [name]: list.slice(from, from + CHANGES_PER_EVENT) };
      pieces.push({ ...event, data: piece } as unknown as ReplayEvent);
    }
  }
  return pieces;
}

/**
 * The changes of attributes with as few as possible for each node: animations that a busy page recorded in one go
 * can change the same few nodes hundreds of thousands of times.
 */
function lastOfEach(changes: readonly unknown[]): readonly unknown[] {
  const merged: Fields[] = [];
  const latest = new Map<unknown, Record<string, unknown>>();
  for (const change of changes) {
    const { id, attributes } = asRecord(change);
    const fields = asRecord(attributes);
    const known = latest.get(id);
    if (known && canFollow(known['style'], fields['style'])) {
      const style = isRecord(fields['style'])
        ? { ...asRecord(known['style']), ...fields['style'] }
        : undefined;
      Object.assign(known, fields, style && { style });
    } else {
      const first = { ...fields };
      latest.set(id, first);
      merged.push({ id, attributes: first });
    }
  }
  return merged;
}

/** Objects hold single properties, on top of what was there: behind a whole style they need a change of their own. */
function canFollow(style: unknown, next: unknown): boolean {
  return !isRecord(next) || style === undefined || isRecord(style);
}
