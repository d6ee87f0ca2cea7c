import type { RecordingCopy } from '../../core/copy/copy-recording.ts';
import type { RedactKind } from '../../core/redact/rules.ts';
import type { JobState } from '../../core/latest-job.ts';
import type { LeakReport } from '../../core/scan/leak.ts';
import type { CopyFormat, CopyPlan } from '../../copies/copy-plan.ts';
import type { ElementPath } from './element-path.ts';
import { hasPlayerSource } from '../../copies/player-source.ts';

export type ScanState = JobState<readonly LeakReport[]>;

/** How far checking a copy has come. */
export interface CopyCheckState {
  /** Of a search of the copy. */
  readonly scan: ScanState;
  /** Of reading it into the player. */
  readonly opening: JobState<null>;
  /** It is in the player. */
  readonly isOpen: boolean;
}

/** A copy, and what was filled in when it was made. */
export interface MadeCopy {
  readonly plan: CopyPlan;
  readonly copy: RecordingCopy;
  /** The elements among its rules. */
  readonly picked: readonly PickedThing[];
  /** What was found and is removed, in the order of the plan. */
  readonly found: readonly LeakReport[];
}

export type CopyState = JobState<MadeCopy>;

/** All that the panel for handing a recording on shows; frozen. */
export interface ShareState {
  readonly scan: ScanState;
  readonly copy: CopyState;
  readonly check: CopyCheckState;
  /** A click on the replayed page picks an element. */
  readonly picking: boolean;
  readonly draft: CopyDraft;
  /** Whether there are chapters, captions or notes that can go along. */
  readonly hasTracks: boolean;
}

/** Fields that the reader writes into. */
export type DraftField = 'selectors' | 'strings' | 'patterns' | 'parameters' | 'from' | 'to';

/** What the reader has filled in for a copy, as it was written; frozen. `planCopy` says what it means. */
export interface CopyDraft extends Readonly<Record<DraftField, string>> {
  readonly kinds: readonly RedactKind[];
  readonly picked: readonly PickedThing[];
  /** Ids of findings that were dismissed: they stay as they are. */
  readonly dismissed: ReadonlySet<string>;
  readonly format: CopyFormat;
  /** Whether chapters, captions and notes go into a page. */
  readonly tracks: boolean;
  /** Whether a page begins to play at the moment on screen. */
  readonly fromNow: boolean;
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
  /** When its page was recorded, Unix milliseconds: numbers mean nothing beyond. */
  readonly keyframeAt: number;
  /** Address of that page; empty when unknown. */
  readonly href: string;
  readonly path: ElementPath;
}

/** Where each recording begins. */
export const NOTHING_SHARED = Object.freeze<ShareState>({
  scan: { step: 'idle' },
  copy: { step: 'idle' },
  check: { scan: { step: 'idle' }, opening: { step: 'idle' }, isOpen: false },
  picking: false,
  hasTracks: false,
  draft: Object.freeze({
    selectors: '',
    strings: '',
    patterns: '',
    parameters: '',
    from: '',
    to: '',
    kinds: [],
    picked: [],
    dismissed: new Set<string>(),
    // A page holds the player, whose own text is only known where all of it is one.
    format: hasPlayerSource ? 'html' : '2023-04-28',
    tracks: true,
    fromNow: false,
  }),
});
