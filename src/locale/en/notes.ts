import type { NoteWords } from '../words/notes.ts';
import { counted } from './format.ts';

export const notes: NoteWords = {
  notes: 'Notes',
  counted: (count, shown) => (count === 0 ? 'Notes' : `Notes, ${shown} ${count === 1 ? 'note' : 'notes'}`),
  text: 'New note',
  changed: (time) => `Note at ${time}`,
  hint: 'What happens here?',
  from: 'From',
  to: 'To',
  moment: 'a moment',
  here: 'Here',
  hereFor: (field) => `${field}: here, at the moment on screen`,
  add: 'Add note',
  change: 'Change note',
  edit: (time) => `Change the note at ${time}`,
  remove: (time) => `Remove the note at ${time}`,
  undo: 'Undo',
  nothing: 'There are no notes yet. They are marked on the timeline, and you can save them as a file.',
  done: {
    added: 'Note added.',
    changed: 'Note changed.',
    removed: 'Note removed.',
    saved: 'The notes were handed to the browser as a file. Open it with the recording to have them back.',
  },
  unsaved: 'Not saved: these notes are only on this page, and are gone when it is closed or reloaded.',
  unsavedElsewhere: (count) =>
    `${counted('note on another recording is', 'notes on other recordings are')(count)} not saved either.`,
  save: 'Save as WebVTT',
  open: 'Open a WebVTT file',
  openHint: 'Notes, chapters or captions.',
  dropHint: 'You can also drop such a file on the player.',
};
