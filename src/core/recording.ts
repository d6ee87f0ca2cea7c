import { EventType, type eventWithTime } from '@rrweb/types';
import type { Fields } from './json.ts';
import type { WarningKind } from './warning-kinds.ts';
import type { WarningNote } from './warnings.ts';

/**
 * The model that everything after decoding reads. Times named `timestamp` or ending in `At` are Unix
 * milliseconds; `start`, `end` and `duration` are seconds from the start of the recording.
 */

/** One rrweb event: `{type, data, timestamp}`. */
export type ReplayEvent = eventWithTime;

/** From data whose parts were checked one by one. */
export function incrementalEvent(timestamp: number, data: Fields): ReplayEvent {
  return { type: EventType.IncrementalSnapshot, timestamp, data } as ReplayEvent;
}

/** An event of a session, inflated and put right, and the window it happened in. */
export interface SessionEvent {
  readonly windowId: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** What is known of an event without reading it. */
export interface EventMoment {
  /** Unix milliseconds. */
  readonly timestamp: number;
  readonly windowId: string;
  /** As `RecordingInfo.counts` names it. */
  readonly kind: string;
  /** Somebody did something. */
  readonly isActive: boolean;
}

/** A session that can be gone through more than once; its events are new objects each time. */
export interface Session {
  readonly id: string;
  /** As JSON text; null when there is none. */
  readonly person: string | null;
  readonly windowIds: readonly string[];
  /** When its events happened, in the order of the session: what costs little to go through. */
  moments(): Iterable<EventMoment>;
  /** In the order of the session, with a Meta event before each page. */
  events(): Iterable<SessionEvent>;
}

/** What `<portable-replay>` tells the page about the recording it holds. Plain data; replaced as it grows. */
export interface RecordingInfo {
  /** PostHog's session id; empty when the file does not say. */
  readonly id: string;
  /** Id of the format that was found, such as `posthog-export-2023-04-28`. */
  readonly format: string;
  readonly platform: 'web' | 'mobile';
  readonly startedAt: Date;
  /** Seconds. */
  readonly duration: number;
  readonly eventCount: number;
  /** Number of events by kind: `fullSnapshot`, `mutation`, `mouseMove`, `custom`, `console`, … */
  readonly counts: Readonly<Record<string, number>>;
  readonly windows: readonly RecordingWindow[];
  readonly warnings: readonly RecordingWarning[];
  /** What the events were packed in, from the outside in: `gzip`, `zip`, `snappy`, `zstd`, `base64`. */
  readonly packing: readonly string[];
  /** What made the recording, as far as the file says. */
  readonly producer: RecordingProducer;
  /** The files it was read from, each once it has been read to its end. */
  readonly files: readonly RecordingFile[];
  /** Analytics events that came with the recording, by time. */
  readonly markers: readonly RecordingMarker[];
}

/** The SDK that made a recording; empty strings where the file does not say. */
export interface RecordingProducer {
  /** Such as `web`, `posthog-ios`, `sentry.javascript.react`. */
  readonly library: string;
  readonly version: string;
}

export interface RecordingFile {
  /** Name of the file or last part of its address; empty for bytes without a name. */
  readonly name: string;
  /** Bytes, as they came. */
  readonly size: number;
  /** SHA-256 of these bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** An analytics event of the session. */
export interface RecordingMarker {
  /** Seconds from the start. */
  readonly time: number;
  /** Name of the event, such as `$pageview` or `order placed`. */
  readonly name: string;
}

/** What would have had to be loaded over the network, and was not. */
export type BlockedKind = 'image' | 'stylesheet' | 'font' | 'media' | 'frame';

/** How much of a kind the replayed page was kept from loading from one place. */
export interface BlockedAsset {
  readonly kind: BlockedKind;
  /** Such as `https://cdn.example`. */
  readonly origin: string;
  /** Different addresses. */
  readonly count: number;
}

/** One browser tab (PostHog: window) of the session. */
export interface RecordingWindow {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Address of the first page that was seen in it; empty when unknown. */
  readonly href: string;
  /** The pages it showed, one after the other. */
  readonly pages: readonly WindowPage[];
}

/** A page that a window showed from a moment on. */
export interface WindowPage {
  /** Seconds from the start of the recording. */
  readonly time: number;
  readonly href: string;
}

/** Something in the file that was repaired, left out or never there, and how often. */
export interface RecordingWarning {
  readonly code: string;
  readonly kind: WarningKind;
  /** A sentence for people. */
  readonly message: string;
  readonly count: number;
}

/** A recording whose warnings have no words yet: what the core hands out. */
export interface WordlessInfo extends Omit<RecordingInfo, 'warnings'> {
  readonly warnings: readonly WarningNote[];
}

/** A stretch of the timeline that one window owns; `isActive` when somebody did something in it. */
export interface Segment {
  /** Unix milliseconds. */
  readonly startAt: number;
  /** Unix milliseconds. */
  readonly endAt: number;
  /** Null in a gap that no window spans. */
  readonly windowId: string | null;
  readonly isActive: boolean;
}

/** A full snapshot from which a window's page can be built. */
export interface Keyframe {
  readonly windowId: string;
  readonly timestamp: number;
}

/** The page a window shows from a moment on. */
export interface PageVisit {
  readonly windowId: string;
  readonly timestamp: number;
  readonly href: string;
}

/** What the recorder was told to hide, from a moment on: what its `$session_options` event says. */
export interface MaskingRules {
  readonly windowId: string;
  readonly timestamp: number;
  readonly blockClass: string;
  readonly blockSelector: string | null;
  readonly maskTextClass: string;
  readonly maskTextSelector: string | null;
  /** Inputs of this class were not recorded. */
  readonly ignoreClass: string;
  readonly maskAllInputs: boolean;
  /** By input type (`password`, `email`, …) or tag (`textarea`, `select`). */
  readonly maskInputOptions: Readonly<Record<string, boolean>>;
}

/**
 * All that playback needs to know without holding a single event. It grows in proportion to pages and tabs of
 * the session, not to its events.
 */
export interface RecordingOutline {
  readonly info: WordlessInfo;
  readonly startAt: number;
  readonly endAt: number;
  readonly segments: readonly Segment[];
  readonly keyframes: readonly Keyframe[];
  readonly pages: readonly PageVisit[];
  readonly maskingRules: readonly MaskingRules[];
  /** Windows whose recorders tell of custom elements whether they are defined. */
  readonly definingWindows: readonly string[];
  /** True once the whole file has been read. */
  readonly complete: boolean;
}

/** The latest of `items` (sorted by time) of a window at or before a moment. */
export function latestAt<T extends { readonly windowId: string; readonly timestamp: number }>(
  items: readonly T[],
  windowId: string,
  timestamp: number,
): T | undefined {
  return items.findLast((item) => item.windowId === windowId && item.timestamp <= timestamp);
}

/** A moment of a window's page: everything before `to`, from the keyframe of `keyframeAt` on. Unix milliseconds. */
export interface PageMoment {
  readonly keyframeAt: number;
  readonly to: number;
}

/** A frame whose page may load what the recording names. */
export interface LoadingFrame {
  /** Name of the host of the page around, from which nothing is loaded. */
  readonly host: string;
  /** From so many of the recording's sites the page that is there may load; 0 for one that is still to be built. */
  readonly sites: number;
}

/**
 * What becomes of addresses that lead out of the recording: false takes them out, true leaves them as they are, for who
 * does not show the page; for a frame they are made whole.
 */
export type RemoteAssetRule = boolean | LoadingFrame;

/** The page of one window at a moment. */
export interface PageQuery extends PageMoment {
  readonly windowId: string;
  /** What is there already and could be changed; null for nothing. */
  readonly from: PageMoment | null;
  readonly remoteAssets: RemoteAssetRule;
  /** Selectors of elements that are to be hidden; none as a rule. */
  readonly cover: readonly string[];
  /** How many times as much as by default the page may cost a browser; 1 when it is left out. */
  readonly pageCost?: number;
}

export interface PageResult extends ReadResult {
  /** True when the events change the page of `from` instead of building one. */
  readonly isChange: boolean;
  /** Where it may load from, as origins; none where addresses were taken out. */
  readonly sites: readonly string[];
  /**
   * Events up to this moment make the page as it was then; those after it are to be played, one by one, for what they
   * set in motion. Unix milliseconds.
   */
  readonly at: number;
  /** What is known of it at that moment. */
  readonly times: PageTimes;
  /** True when custom elements are all taken for defined, for nothing was told of them when the page was read. */
  readonly assumesDefined: boolean;
}

/** Unix milliseconds. */
export type NodeTime = readonly [id: number, timestamp: number];

/** When parts of a page came to be, which tells how far they are in what they do by themselves. */
export interface PageTimes {
  /** When the page was there at the latest, with all that is not listed. Unix milliseconds. */
  readonly page: number;
  /** Nodes that were added later, with all that is in them. */
  readonly added: readonly NodeTime[];
  /** Elements whose class or animation was changed in the last minute. */
  readonly restyled: readonly NodeTime[];
}

/**
 * What to read of one window: events from `from` (included) to `to` (excluded) or to the next full snapshot, which
 * begins another page. Unix milliseconds.
 */
export interface ReadQuery {
  readonly windowId: string;
  readonly from: number;
  readonly to: number;
  /** So many events at `from` have been read already. */
  readonly skip: number;
  readonly remoteAssets: RemoteAssetRule;
  /** Selectors of elements that are to be hidden; none as a rule. */
  readonly cover: readonly string[];
  /** As of `PageQuery`. */
  readonly pageCost?: number;
}

export interface ReadResult {
  /** Ready for the replay core: inflated, only what shows, each snapshot behind a Meta event. */
  readonly events: readonly ReplayEvent[];
  /** Every event before this moment is in; less than `to` when there was much or when more is to come. */
  readonly until: number;
  /** So many events at `until` itself are in too. */
  readonly skip: number;
  /**
   * True when another page has to be read at `until`: there is a full snapshot, a change too large to hand out, or one
   * that loads from where the page may not.
   */
  readonly ends: boolean;
}

/** Bytes read so far; `total` is null when the source does not say. */
export interface LoadProgress {
  readonly loaded: number;
  readonly total: number | null;
}
