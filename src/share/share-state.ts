import type { RecordingCopy } from '../core/export/copy-recording.ts';
import type { RedactRules } from '../core/redact/rules.ts';
import type { LeakReport } from '../core/scan/leak.ts';

/** Shapes that a copy of a recording can have: an export of PostHog's, or one page that plays it. */
export const COPY_FORMATS = ['2023-04-28', 'html'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** What a copy of a recording is to be. */
export interface CopyPlan {
  readonly format: CopyFormat;
  readonly rules: RedactRules;
  /** Ids of findings of the last scan whose values are to be removed. */
  readonly findings: readonly string[];
  /** Where a page begins to play, in seconds from the start. */
  readonly startAt: number;
}

export type ScanState =
  | { readonly step: 'idle' }
  | { readonly step: 'running'; readonly share: number }
  | { readonly step: 'done'; readonly findings: readonly LeakReport[] }
  | { readonly step: 'failed'; readonly message: string };

export type CopyState =
  | { readonly step: 'idle' }
  | { readonly step: 'running'; readonly share: number }
  | { readonly step: 'done'; readonly plan: CopyPlan; readonly copy: RecordingCopy }
  | { readonly step: 'failed'; readonly message: string };

/** All that the panel for handing a recording on shows; frozen. */
export interface ShareState {
  readonly scan: ScanState;
  readonly copy: CopyState;
  /** A click on the replayed page picks an element. */
  readonly picking: boolean;
  readonly picked: readonly PickedThing[];
}

/** An element that was picked on the replayed page. */
export interface PickedThing {
  readonly windowId: string;
  /** rrweb's id. */
  readonly nodeId: number;
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** Such as `button#pay.primary`; text of the recording. */
  readonly name: string;
}
