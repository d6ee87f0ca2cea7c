import { isActiveKind, isVisibleKind } from '../rrweb/event-kind.ts';
import type { Keyframe, RecordingOutline, RecordingWindow, Segment, WordlessInfo } from '../recording.ts';
import type { WarningDetails, WarningLog } from '../warnings.ts';
import type { EventTable } from './event-table.ts';
import type { RecordingDescription } from './recording-description.ts';
import { findSegments } from './segments.ts';
import type { SessionFacts } from './session-facts.ts';

/** A page that is there after so short a wait is nothing to speak of. */
const SHORT_WAIT_MS = 1000;
/** So many sites that something is missing from are named. */
const NAMED_SITES = 2;

/** What an outline is made of. */
export interface OutlinedRecording {
  readonly table: EventTable;
  readonly facts: SessionFacts;
  readonly description: RecordingDescription;
  readonly warnings: WarningLog;
  /** Addresses of what the recording does not hold. */
  readonly missingAssets: ReadonlySet<string>;
  readonly isMobile: boolean;
  readonly isComplete: boolean;
}

/** A recording as far as its events are in order. Notes what is missing in its warnings. */
export function outlineOf(recording: OutlinedRecording): RecordingOutline {
  const { table, facts, isComplete } = recording;
  const counts: Record<string, number> = {};
  const firstOf = new Map<string, number>();
  const lastOf = new Map<string, number>();
  for (const { kind, windowId, timestamp } of table.events()) {
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (!firstOf.has(windowId)) firstOf.set(windowId, timestamp);
    lastOf.set(windowId, timestamp);
  }
  const keyframes = table.keyframes();
  const { startAt, endAt } = table.bounds;
  const windows = [...firstOf].map(([id, first]): RecordingWindow => ({
    id,
    start: (first - startAt) / 1000,
    end: ((lastOf.get(id) ?? first) - startAt) / 1000,
    href: facts.hrefAt(id, -Infinity),
    pages: facts.pagesOf(id).map(({ timestamp, href }) => ({ time: (timestamp - startAt) / 1000, href })),
  }));
  const segments = findSegments(table.events(), lastOf, firstOf);
  noteMissing(recording, firstPageAt(keyframes, segments) ?? startAt, startAt);
  return {
    info: infoOf(recording, startAt, endAt, counts, windows),
    startAt,
    endAt,
    segments,
    keyframes,
    pages: facts.pages,
    maskingRules: facts.maskingRules,
    definingWindows: table.definingWindows(),
    complete: isComplete,
  };
}

function infoOf(
  { description, isMobile, warnings }: OutlinedRecording,
  startAt: number,
  endAt: number,
  counts: Readonly<Record<string, number>>,
  windows: readonly RecordingWindow[],
): WordlessInfo {
  return {
    ...description.info(startAt),
    platform: isMobile ? 'mobile' : 'web',
    startedAt: new Date(startAt),
    duration: Math.max(0, endAt - startAt) / 1000,
    eventCount: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    windows,
    warnings: warnings.list(),
  };
}

function noteMissing(
  { table, warnings, missingAssets }: OutlinedRecording,
  pageAt: number,
  startAt: number,
): void {
  const wait = pageAt - firstSightAt(table, startAt);
  // From the start, as playback counts what it passes over.
  const seconds = Math.round((pageAt - startAt) / 1000);
  warnings.set('no-first-page', wait >= SHORT_WAIT_MS ? 1 : 0, { seconds });
  warnings.set('missing-assets', missingAssets.size, sitesOf(missingAssets));
}

/** When the first page of the window that is in use then comes; undefined when there is none. */
function firstPageAt(keyframes: readonly Keyframe[], segments: readonly Segment[]): number | undefined {
  const isInUse = ({ windowId, timestamp }: Keyframe) =>
    segments.findLast((segment) => segment.startAt <= timestamp && segment.windowId !== null)?.windowId ===
    windowId;
  return (keyframes.find(isInUse) ?? keyframes[0])?.timestamp;
}

/** When something was first seen or done: recorders date some events of their own back. */
function firstSightAt(table: EventTable, startAt: number): number {
  for (const { kind, timestamp } of table.events())
    if (isVisibleKind(kind) || isActiveKind(kind)) return timestamp;
  return startAt;
}

/** A few of the sites that addresses lead to, by name. */
function sitesOf(addresses: ReadonlySet<string>): WarningDetails<'missing-assets'> {
  const hosts = new Set<string>();
  for (const address of addresses)
    hosts.add(URL.canParse(address) ? new URL(address).host : address.slice(0, 40));
  const sites = [...hosts].slice(0, NAMED_SITES);
  return { sites, moreSites: hosts.size - sites.length };
}
