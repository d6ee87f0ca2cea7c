import { type EventKind, isVisibleKind } from '../rrweb/event-kind.ts';

/** A recorder that starts tells its settings so soon after the first page. */
const START_MS = 500;

/** Events without which nobody can say whether a page was loaded: those that are seen, and those that tell of it. */
export function tellsOfPages(kind: EventKind): boolean {
  return isVisibleKind(kind) || isLoad(kind);
}

/**
 * Full snapshots of a window before a moment, the latest first, as far back as nothing says that a page was loaded
 * in between.
 *
 * @param rows of the window before that moment, the latest first
 * @param isStart asked whether a recorder tells between two moments that it has started
 */
export function* earlierSnapshots<Row extends { readonly kind: EventKind; readonly timestamp: number }>(
  rows: Iterable<Row>,
  before: number,
  isStart: (from: number, to: number) => boolean,
): Generator<Row> {
  let [next, isQuiet] = [before, true];
  for (const row of rows) {
    const { kind, timestamp } = row;
    if (isQuiet && isLoad(kind)) return;
    if (!isVisibleKind(kind)) continue;
    if (isQuiet && isStart(timestamp, next + START_MS)) return;
    isQuiet = kind === 'fullSnapshot';
    if (!isQuiet) continue;
    next = timestamp;
    yield row;
  }
}

function isLoad(kind: EventKind): boolean {
  return kind === 'domContentLoaded' || kind === 'load';
}
