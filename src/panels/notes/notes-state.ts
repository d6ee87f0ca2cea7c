import type { Note } from '../../tracks/note.ts';

/** What is filled in for a note; frozen. */
export interface NoteDraft {
  /** The note that is changed; null for a new one. */
  readonly note: Note | null;
  /** As it was written; null for the moment on screen. */
  readonly from: string | null;
  /** As it was written; empty where the note is about a moment. */
  readonly to: string;
  readonly text: string;
}

export const NEW_NOTE: NoteDraft = Object.freeze({ note: null, from: null, to: '', text: '' });

/** What was done last. */
export type NoteDeed = 'added' | 'changed' | 'removed' | 'saved';

/** Everything the panel shows; replaced and never edited. */
export interface NotesState {
  /** By time. */
  readonly notes: readonly Note[];
  /** Place of the last note at or before the playhead; -1 for none. */
  readonly current: number;
  readonly draft: NoteDraft;
  /** Why what was filled in cannot be meant; empty where it can. */
  readonly problem: string;
  readonly done: NoteDeed | null;
  readonly isUnsaved: boolean;
  /** How many notes on other recordings were not saved. */
  readonly unsavedElsewhere: number;
}
