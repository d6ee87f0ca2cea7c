import { asArray, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';

/** Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/chunk-large-mutations.ts */
const ADDS_PER_EVENT = 5000;

/**
 * A huge mutation as several of the same moment, so that no single one takes long: removes come with the first,
 * texts and attributes with the last, when the nodes they are about are there.
 */
export function splitMutation(event: ReplayEvent): readonly ReplayEvent[] {
  const data: unknown = event.data;
  if (event.type !== 3 || !isRecord(data) || data['source'] !== 0) return [event];
  const adds = asArray(data['adds']);
  if (adds.length <= ADDS_PER_EVENT) return [event];
  const pieces: ReplayEvent[] = [];
  for (let from = 0; from < adds.length; from += ADDS_PER_EVENT) {
    const isLast = from + ADDS_PER_EVENT >= adds.length;
    const piece = {
      ...data,
      adds: adds.slice(from, from + ADDS_PER_EVENT),
      removes: from === 0 ? data['removes'] : [],
      texts: isLast ? data['texts'] : [],
      attributes: isLast ? data['attributes'] : [],
    };
    pieces.push({ ...event, data: piece } as unknown as ReplayEvent);
  }
  return pieces;
}
