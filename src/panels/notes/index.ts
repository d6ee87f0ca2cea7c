import { html } from 'lit';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { PanelDefinition } from '../panel.ts';
import { NotesPanel } from './notes-panel.ts';
import { ReplayNoteFormElement } from './replay-note-form.ts';
import { ReplayNotesButtonElement } from './replay-notes-button.ts';
import { ReplayNotesPanelElement } from './replay-notes-panel.ts';

export const notesPanel: PanelDefinition = {
  name: 'notes',
  title: ({ notes }) => notes.notes,
  key: 'o',
  place: 'beside',
  button: {
    name: 'notes',
    order: 27,
    room: 'medium',
    render: ({ panel, recording, tracks, shortcuts }) =>
      html`<replay-notes-button
        exportparts="button: notes-button"
        keyshortcuts=${ariaKeys(shortcuts, 'notes')}
        .count=${tracks.notes.length}
        ?open=${panel === 'notes'}
        ?hidden=${recording === null}
      ></replay-notes-button>`,
  },
  elements: [
    ['replay-note-form', ReplayNoteFormElement],
    ['replay-notes-button', ReplayNotesButtonElement],
    ['replay-notes-panel', ReplayNotesPanelElement],
  ],
  create: (context) => new NotesPanel(context),
};
