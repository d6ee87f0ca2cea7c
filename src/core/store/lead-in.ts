import type { EventKind } from '../rrweb/event-kind.ts';
import type { VisibleRow } from '../seek/page-source.ts';

type Moment = Pick<VisibleRow, 'kind' | 'timestamp' | 'length'>;

/** Nearly everything that moves by itself, such as what fades in, has come to its end by then. */
export const LEAD_IN_MS = 2000;
/** So much is played at most, with an event's own cost: it has to be there at once. */
const BUDGET_BYTES = 32 * 1024;
const EVENT_COST = 200;
/** Moments that belong to one frame of the page are not torn apart. */
const FRAME_MS = 16;

/** What sets nothing in motion. */
const STILL: ReadonlySet<EventKind> = new Set([
  'scroll',
  'mediaInteraction',
  'canvasMutation',
  'font',
  'selection',
]);

/**
 * Since when events are to be played, one by one, so that at `to` all is in motion that was: a page that is built as
 * it was at a moment stands still, however short before that something began.
 *
 * @param rows visible events, and movements, of the last `LEAD_IN_MS` before `to`, by time
 * @returns `to` where nothing happened. Unix milliseconds
 */
export function leadInFrom(rows: Iterable<Moment>, to: number): number {
  let start = to;
  let cost = 0;
  for (const { kind, timestamp, length } of [...rows].reverse()) {
    cost += length + EVENT_COST;
    if (kind === 'fullSnapshot' || cost > BUDGET_BYTES) return Math.max(timestamp + 1, start);
    if (!STILL.has(kind)) start = Math.floor(timestamp / FRAME_MS) * FRAME_MS;
  }
  return start;
}
