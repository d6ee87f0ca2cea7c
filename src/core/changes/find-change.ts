import { type EventKind, isVisibleKind } from '../rrweb/event-kind.ts';
import type { RecordingStore } from '../store/recording-store.ts';

/** They change a page, but what is seen of it while it is held is where the mouse is. */
const POINTING: ReadonlySet<EventKind> = new Set([
  'mouseMove',
  'touchMove',
  'drag',
  'mouseInteraction',
  'pageState',
  'customElement',
]);

export interface ChangeQuery {
  readonly windowId: string;
  /** Unix milliseconds. */
  readonly from: number;
  /** Forward, or back. */
  readonly direction: 1 | -1;
}

/** When the page of a window changes next, or changed last before a moment. Unix milliseconds; null for never. */
export function findChange(
  { table }: RecordingStore,
  { windowId, from, direction }: ChangeQuery,
): { readonly timestamp: number | null } {
  let last: number | null = null;
  for (const event of table.events()) {
    if (event.windowId !== windowId || !isVisibleKind(event.kind) || POINTING.has(event.kind)) continue;
    const { timestamp } = event;
    if (direction > 0 && timestamp > from) return { timestamp };
    if (direction < 0 && timestamp >= from) break;
    last = timestamp;
  }
  return { timestamp: direction < 0 ? last : null };
}
