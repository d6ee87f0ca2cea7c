import type { EventKind } from '../rrweb/event-kind.ts';
import type { EventFilter, RecordingStore, StoredEvent } from './recording-store.ts';

/** So many events are handed out at once: few enough to be held, enough that asking costs little. */
const BATCH = 200;

/** Which events are wanted, from where in the order of the session on. */
export interface EventsPartQuery extends Omit<EventFilter, 'kinds' | 'first'> {
  readonly kinds?: readonly EventKind[];
  /** The `next` of the part before; 0 for the first. */
  readonly first: number;
}

/** A part of the events of a recording, in the order of the session. */
export interface EventsPart {
  readonly events: readonly StoredEvent[];
  /** Where the next part begins; null at the end. */
  readonly next: number | null;
}

export function readEvents(store: RecordingStore, { kinds, ...query }: EventsPartQuery): EventsPart {
  const events: StoredEvent[] = [];
  for (const event of store.inflated({ ...query, ...(kinds && { kinds: new Set(kinds) }) })) {
    if (events.length === BATCH) return { events, next: event.position };
    events.push(event);
  }
  return { events, next: null };
}
