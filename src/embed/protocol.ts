import type { ReplayErrorCode } from '../core/replay-error.ts';

/**
 * The messages between `embed.html` in a frame and the page around it. Each is an object with `portableReplay: 1` and a
 * `type`. A request that has an `id` is answered with `result` or `error`; one without is answered with `error` only.
 */

/** Number of the protocol: what every message has as `portableReplay`. */
export const PROTOCOL = 1;

/** Names a request among those of its sender, who uses it once. Texts have at most 64 characters. */
export type RequestId = string | number;

/** What the page around can ask for. */
export type EmbedRequest =
  | { readonly type: 'load'; readonly source: string | Blob }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** Seconds from the start of the recording. */
  | { readonly type: 'seek'; readonly time: number }
  | { readonly type: 'set'; readonly name: string; readonly value: unknown }
  | { readonly type: 'get'; readonly name: string };

/** The same as it is posted. */
export type PostedRequest =
  | Exclude<EmbedRequest, { readonly type: 'load' }>
  | { readonly type: 'load'; readonly src: string }
  | { readonly type: 'load'; readonly blob: Blob };

/**
 * Why a request is not carried out. Stable: pages may switch on these. Where a recording cannot be loaded or played the
 * code is that of the player's own error.
 *
 * - `unsupported-version`: `portableReplay` is another number than 1
 * - `unknown-type`, `unknown-name`: nothing of that name can be asked for, set or got
 * - `invalid-value`: of the wrong type, out of range or too long
 * - `duplicate-id`: a request with this `id` came before
 * - `too-many-messages`: messages came faster than they are read, and some were dropped
 * - `source-not-allowed`: the embed may not load from there
 * - `not-allowed`: the page around must not know or change this
 * - `failed`: something unforeseen
 */
export type EmbedErrorCode =
  | 'unsupported-version'
  | 'unknown-type'
  | 'unknown-name'
  | 'invalid-value'
  | 'duplicate-id'
  | 'too-many-messages'
  | 'source-not-allowed'
  | 'not-allowed'
  | 'failed'
  | ReplayErrorCode;

/** How playback stands: numbers that tell nothing of what is in the recording. */
export interface EmbedState {
  /** Seconds from the start of the recording. */
  readonly currentTime: number;
  /** Seconds; `NaN` without a recording. */
  readonly duration: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly readyState: number;
  readonly networkState: number;
  readonly playbackRate: number;
  /** Code of the player's error; null without one. */
  readonly error: string | null;
}

/** The state of a player without a recording. */
export const EMPTY_STATE: EmbedState = {
  currentTime: 0,
  duration: NaN,
  paused: true,
  ended: false,
  seeking: false,
  readyState: 0,
  networkState: 0,
  playbackRate: 1,
  error: null,
};

/** What the embed tells the page around. */
export type EmbedMessage =
  /** The embed listens. @remarks `version` is that of the package */
  | { readonly type: 'ready'; readonly version: string }
  | ({ readonly type: 'state' } & EmbedState)
  /** An event of the element. `detail` is null where it has none, or where the page around must not know it. */
  | { readonly type: 'event'; readonly name: EmbedEventName; readonly detail: unknown }
  | { readonly type: 'result'; readonly id: RequestId; readonly value: unknown }
  | {
      readonly type: 'error';
      readonly id: RequestId | null;
      readonly code: EmbedErrorCode;
      readonly message: string;
    }
  /** How high the player wants to be at its width, in CSS pixels. */
  | { readonly type: 'resize'; readonly height: number };

/** The events of the element that are passed on. */
export const EMBED_EVENTS = [
  'loadstart',
  'progress',
  'durationchange',
  'loadedmetadata',
  'loadeddata',
  'canplay',
  'canplaythrough',
  'play',
  'playing',
  'waiting',
  'pause',
  'timeupdate',
  'seeking',
  'seeked',
  'ratechange',
  'ended',
  'emptied',
  'abort',
  'error',
  'warning',
  'windowchange',
  'entrychange',
  'looprangechange',
] as const;

export type EmbedEventName = (typeof EMBED_EVENTS)[number];

/** A request that is refused. */
export class EmbedError extends Error {
  override readonly name = 'EmbedError';

  constructor(
    readonly code: EmbedErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A message as it is posted. */
export function enveloped<M extends { readonly type: string }>(message: M): M & { portableReplay: 1 } {
  return { portableReplay: PROTOCOL, ...message };
}
