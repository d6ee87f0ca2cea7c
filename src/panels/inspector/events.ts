import type { EntryExportFormat } from '../../core/entries/export/export-format.ts';
import { ReplayRequestEvent } from '../../events.ts';
import type { TimeSpan } from '../../session/session-state.ts';
import type { InspectorFilter, InspectorView } from './inspector-state.ts';

export class ReplayInspectorViewRequestEvent extends ReplayRequestEvent {
  constructor(readonly view: InspectorView) {
    super('replay-inspector-view-request');
  }
}

export class ReplayEntryFilterRequestEvent extends ReplayRequestEvent {
  constructor(
    /** What is to be another. */
    readonly change: Partial<InspectorFilter>,
  ) {
    super('replay-entry-filter-request');
  }
}

/** The reader chose an entry: its details open, and its moment is gone to. */
export class ReplayEntryRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Its place in the list; -1 closes the details. */
    readonly index: number,
  ) {
    super('replay-entry-request');
  }
}

/** The list shows, or is about to show, these entries. */
export class ReplayEntryRangeRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly start: number,
    /** Excluded. */
    readonly end: number,
  ) {
    super('replay-entry-range-request');
  }
}

export class ReplayEntryFollowRequestEvent extends ReplayRequestEvent {
  constructor(readonly follows: boolean) {
    super('replay-entry-follow-request');
  }
}

/** The reader wants to see the next error of the recording, or the one before. */
export class ReplayErrorStepRequestEvent extends ReplayRequestEvent {
  constructor(readonly direction: 1 | -1) {
    super('replay-error-step-request');
  }
}

export class ReplayPersonRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Whether what the file says of the person is to be shown. */
    readonly shown: boolean,
  ) {
    super('replay-person-request');
  }
}

/** The reader wants what the list holds as a file, or on the clipboard. */
export class ReplayEntryExportRequestEvent extends ReplayRequestEvent {
  constructor(
    readonly format: EntryExportFormat,
    readonly to: 'file' | 'clipboard',
    /** Only what happened in it, in seconds; null for all of the list. */
    readonly range: TimeSpan | null,
  ) {
    super('replay-entry-export-request');
  }
}

declare module '../../events.ts' {
  interface ReplayRequestEventMap {
    'replay-inspector-view-request': ReplayInspectorViewRequestEvent;
    'replay-entry-filter-request': ReplayEntryFilterRequestEvent;
    'replay-entry-request': ReplayEntryRequestEvent;
    'replay-entry-range-request': ReplayEntryRangeRequestEvent;
    'replay-entry-follow-request': ReplayEntryFollowRequestEvent;
    'replay-error-step-request': ReplayErrorStepRequestEvent;
    'replay-person-request': ReplayPersonRequestEvent;
    'replay-entry-export-request': ReplayEntryExportRequestEvent;
  }
}
