import type { RedactRules } from '../core/redact/rules.ts';

/** Shapes that a copy of a recording can have: an export of PostHog's, or one page that plays it. */
export const COPY_FORMATS = ['2023-04-28', 'html'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** What a copy of a recording is to be. */
export interface CopyPlan {
  readonly format: CopyFormat;
  readonly rules: RedactRules;
  /** Ids of findings of the last scan whose values are to be removed. */
  readonly findings: readonly string[];
  /** Where a page begins to play, in seconds from the start of the recording, whatever is cut from the copy. */
  readonly startAt: number;
  /** Whether chapters, captions and notes go into a page; other copies have no place for them. */
  readonly tracks: boolean;
}
