import type { EventMoment } from '../recording.ts';
import { findSegments } from '../store/segments.ts';
import type { RedactRules } from './rules.ts';

/** What is kept of a session, and what a viewer of all of it has before their eyes meanwhile. */
export interface KeptRange {
  /** Unix milliseconds, both included. */
  readonly from: number;
  readonly to: number;
  /** The window on screen when it begins, and when it ends; null for none. */
  readonly shownFirst: string | null;
  readonly shownLast: string | null;
  /** Windows that are seen in it, or in which something happens, with the page that they had before. */
  readonly goingOn: ReadonlySet<string>;
  /** Windows that go on after it. */
  readonly longer: ReadonlySet<string>;
}

/**
 * The stretch of a session that a rule keeps; no more than there is.
 *
 * @param moments of the whole session, in its order
 */
export function keptRange(
  { start, end }: NonNullable<RedactRules['range']>,
  moments: () => Iterable<EventMoment>,
): KeptRange {
  const firstOf = new Map<string, number>();
  const lastOf = new Map<string, number>();
  for (const { windowId, timestamp } of moments()) {
    if (!firstOf.has(windowId)) firstOf.set(windowId, timestamp);
    lastOf.set(windowId, timestamp);
  }
  const [startAt, endAt] = [Math.min(...firstOf.values()), Math.max(...lastOf.values())];
  const from = Math.min(startAt + start * 1000, endAt);
  const to = Math.min(startAt + end * 1000, endAt);
  const firstKept = new Map<string, EventMoment>();
  for (const moment of moments()) {
    const isKept = from <= moment.timestamp && moment.timestamp <= to;
    if (isKept && !firstKept.has(moment.windowId)) firstKept.set(moment.windowId, moment);
  }
  const segments = findSegments(moments(), lastOf, firstOf);
  const shownAt = (at: number) =>
    segments.findLast((segment) => segment.startAt <= at && segment.windowId !== null)?.windowId ?? null;
  const [shownFirst, shownLast] = [shownAt(from), shownAt(to)];
  const shown = segments.filter((segment) => segment.startAt <= to && segment.endAt > from);
  const windowIds = new Set([shownFirst, ...shown.map(({ windowId }) => windowId), ...firstKept.keys()]);
  const goesOn = (windowId: string | null): windowId is string => {
    const kind = firstKept.get(windowId ?? '')?.kind;
    return windowId !== null && kind !== 'meta' && kind !== 'fullSnapshot';
  };
  return {
    from,
    to,
    shownFirst,
    shownLast,
    goingOn: new Set([...windowIds].filter(goesOn)),
    longer: new Set([...lastOf].filter(([, last]) => last > to).map(([windowId]) => windowId)),
  };
}
