import type { Segment } from '../recording.ts';

/** After so long without activity a stretch counts as idle. */
const ACTIVITY_THRESHOLD_MS = 5000;

/** The little that segmenting needs to know of an event. */
export interface SegmentedEvent {
  readonly timestamp: number;
  readonly windowId: string;
  readonly isActive: boolean;
}

interface OpenSegment {
  windowId: string;
  isActive: boolean;
  startAt: number;
  endAt: number;
  lastActiveAt: number;
}

/**
 * Cuts a session into stretches of one window each, active or not, by PostHog's rules, so that both players
 * call the same stretches idle. A stretch ends at its last event; what lies between two is a gap.
 * Source: PostHog/posthog: common/replay-shared/src/segmenter.ts
 *
 * @param events sorted by time
 * @param lastOf time of the last event of each window
 */
export function findSegments(
  events: Iterable<SegmentedEvent>,
  lastOf: ReadonlyMap<string, number>,
  firstOf: ReadonlyMap<string, number>,
): Segment[] {
  const segments: Segment[] = [];
  let open: OpenSegment | null = null;
  const close = (segment: OpenSegment) => {
    const { windowId, isActive, startAt, endAt } = segment;
    const previous = segments.at(-1);
    if (previous && startAt > previous.endAt) {
      segments.push({
        startAt: previous.endAt,
        endAt: startAt,
        windowId: windowInGap(previous, startAt, lastOf, firstOf),
        isActive: false,
      });
    }
    segments.push({ windowId, isActive, startAt, endAt });
  };
  for (const event of events) {
    if (open && startsNew(open, event, lastOf)) {
      close(open);
      open = null;
    }
    open ??= {
      windowId: event.windowId,
      isActive: event.isActive,
      startAt: event.timestamp,
      endAt: event.timestamp,
      lastActiveAt: event.timestamp,
    };
    open.endAt = event.timestamp;
    if (event.isActive) open.lastActiveAt = event.timestamp;
  }
  if (open) close(open);
  return segments;
}

function startsNew(open: OpenSegment, event: SegmentedEvent, lastOf: ReadonlyMap<string, number>): boolean {
  if (event.isActive && !open.isActive) return true;
  if (open.isActive && open.lastActiveAt + ACTIVITY_THRESHOLD_MS < event.timestamp) return true;
  if (event.windowId !== open.windowId) {
    return event.isActive || (lastOf.get(open.windowId) ?? 0) <= open.endAt;
  }
  return false;
}

/** The window to show in a gap: the one before it while it has more to come, else any that spans it. */
function windowInGap(
  previous: Segment,
  endAt: number,
  lastOf: ReadonlyMap<string, number>,
  firstOf: ReadonlyMap<string, number>,
): string | null {
  const spans = (id: string) =>
    (firstOf.get(id) ?? Infinity) <= previous.endAt && (lastOf.get(id) ?? -Infinity) >= endAt;
  if (previous.windowId !== null && spans(previous.windowId)) return previous.windowId;
  return [...lastOf.keys()].find(spans) ?? null;
}
