/** How much a recording may hold before the player stops reading it. */
export interface RecordingLimits {
  /** Bytes of all files together, inflated. */
  readonly bytes: number;
  /** Events of all files together. */
  readonly events: number;
  /** Bytes of one event, inflated; a larger one is left out. */
  readonly eventBytes: number;
  /**
   * How much a page may ask of a browser, as a multiple of what it shows without freezing; what costs more is left out.
   * `Infinity` shows everything.
   */
  readonly pageCost: number;
}

/**
 * Far more than real sessions have, and little enough for one browser tab: PostHog ends a session after 24
 * hours, and the largest recordings known are some hundred megabytes.
 */
export const DEFAULT_LIMITS: RecordingLimits = {
  bytes: 1024 ** 3,
  events: 4_000_000,
  eventBytes: 128 * 1024 ** 2,
  pageCost: 1,
};
