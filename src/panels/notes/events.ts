import { ReplayRequestEvent } from '../../events.ts';
import type { Note } from '../../tracks/note.ts';
import type { NoteDraft } from './notes-state.ts';

export class ReplayNoteDraftRequestEvent extends ReplayRequestEvent {
  constructor(
    /** What was filled in anew; all else stays. */
    readonly change: Partial<Pick<NoteDraft, 'from' | 'to' | 'text'>>,
  ) {
    super('replay-note-draft-request');
  }
}

/** A note is to begin, or to end, at the moment on screen. */
export class ReplayNoteHereRequestEvent extends ReplayRequestEvent {
  constructor(readonly field: 'from' | 'to') {
    super('replay-note-here-request');
  }
}

/** What was filled in is to be written down. */
export class ReplayNoteWriteRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-note-write-request');
  }
}

export class ReplayNoteEditRequestEvent extends ReplayRequestEvent {
  constructor(
    /** Null leaves the note that is changed as it was. */
    readonly note: Note | null,
  ) {
    super('replay-note-edit-request');
  }
}

export class ReplayNoteRemoveRequestEvent extends ReplayRequestEvent {
  constructor(readonly note: Note) {
    super('replay-note-remove-request');
  }
}

/** The note that was removed last is to be there again. */
export class ReplayNoteRestoreRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-note-restore-request');
  }
}

/** The notes are wanted as a file. */
export class ReplayNotesSaveRequestEvent extends ReplayRequestEvent {
  constructor() {
    super('replay-notes-save-request');
  }
}

declare module '../../events.ts' {
  interface ReplayRequestEventMap {
    'replay-note-draft-request': ReplayNoteDraftRequestEvent;
    'replay-note-here-request': ReplayNoteHereRequestEvent;
    'replay-note-write-request': ReplayNoteWriteRequestEvent;
    'replay-note-edit-request': ReplayNoteEditRequestEvent;
    'replay-note-remove-request': ReplayNoteRemoveRequestEvent;
    'replay-note-restore-request': ReplayNoteRestoreRequestEvent;
    'replay-notes-save-request': ReplayNotesSaveRequestEvent;
  }
}
