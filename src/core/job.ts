import type { TimeSlicer } from './time-slicer.ts';

/** Work in proportion to a recording that somebody waits for: it gives way, tells how far it is, and can be called off. */
export interface Job {
  readonly slicer: TimeSlicer;
  readonly signal: AbortSignal;
  /** @param share of the work that is done, 0 to 1 */
  readonly progress: (share: number) => void;
}
