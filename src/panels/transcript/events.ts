import type { TranscriptDetail, TranscriptFormat } from '../../core/transcript/transcript.ts';
import { ReplayRequestEvent } from '../../events.ts';
import type { TranscriptView } from './transcript-state.ts';

/** The reader wants to see another view, more or less detail, or have copies tell more. */
export class ReplayTranscriptChoiceRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly choice: {
      readonly view?: TranscriptView;
      readonly detail?: TranscriptDetail;
      readonly seen?: boolean;
      readonly follows?: boolean;
    },
  ) {
    super('replay-transcript-choice-request');
  }
}

/** The reader chose a line, whose moment is gone to. */
export class ReplayTranscriptLineRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Its place among the lines that are shown. */
    readonly index: number,
  ) {
    super('replay-transcript-line-request');
  }
}

/** Something is to be found: in the words, or on the page. */
export class ReplayTranscriptSearchRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly view: TranscriptView,
    readonly text: string,
  ) {
    super('replay-transcript-search-request');
  }
}

/** The next of what was found is to be gone to, or the one before. */
export class ReplayTranscriptStepRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly view: TranscriptView,
    readonly by: 1 | -1,
  ) {
    super('replay-transcript-step-request');
  }
}

/** The reader chose a stretch of time in which a text was on the page. */
export class ReplayFoundTextRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Its place in the list. */
    readonly index: number,
  ) {
    super('replay-found-text-request');
  }
}

/** The reader wants the transcript as a file, or on the clipboard. */
export class ReplayTranscriptExportRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly format: TranscriptFormat,
    readonly to: 'file' | 'clipboard',
  ) {
    super('replay-transcript-export-request');
  }
}

declare module '../../events.ts' {
  interface ReplayRequestEventMap {
    'replay-transcript-choice-request': ReplayTranscriptChoiceRequestEvent;
    'replay-transcript-line-request': ReplayTranscriptLineRequestEvent;
    'replay-transcript-search-request': ReplayTranscriptSearchRequestEvent;
    'replay-transcript-step-request': ReplayTranscriptStepRequestEvent;
    'replay-found-text-request': ReplayFoundTextRequestEvent;
    'replay-transcript-export-request': ReplayTranscriptExportRequestEvent;
  }
}
