import { html } from 'lit';
import type { RequestHandlers } from '../../events.ts';
import { exportName, saveFile } from '../../copies/save-file.ts';
import { messageOf } from '../../locale/describe.ts';
import { localeOf } from '../../locale/locale-of.ts';
import type { PlayerState } from '../../player-state.ts';
import type { Note } from '../../tracks/note.ts';
import { keepSame } from '../keep-same.ts';
import type { Panel, PanelContext } from '../panel.ts';
import { noteOfDraft, writtenTime } from './note-times.ts';
import { NEW_NOTE, type NoteDeed, type NoteDraft, type NotesState } from './notes-state.ts';

/** Notes on the recording, and the one that is being written. What was begun stays while the panel is closed. */
export class NotesPanel implements Panel {
  readonly #context: PanelContext;
  #draft = NEW_NOTE;
  #problem = '';
  #done: NoteDeed | null = null;
  #removed: Note | null = null;
  #state: NotesState | null = null;

  readonly requests: RequestHandlers = {
    'replay-note-draft-request': ({ change }) => this.#fillIn(change),
    'replay-note-here-request': ({ field }) =>
      this.#fillIn({ [field]: writtenTime(this.#context.player.currentTime) }),
    'replay-note-write-request': () => this.#write(),
    'replay-note-edit-request': ({ note }) => this.#edit(note),
    'replay-note-remove-request': ({ note }) => this.#remove(note),
    'replay-note-restore-request': () => this.#restore(),
    'replay-notes-save-request': () => this.#save(),
  };

  constructor(context: PanelContext) {
    this.#context = context;
    context.player.addEventListener('emptied', () => this.#reset());
  }

  render({ currentTime, duration, tracks }: PlayerState) {
    const { notes } = this.#context;
    const state: NotesState = {
      notes: tracks.notes,
      current: tracks.notes.findLastIndex(({ time }) => time <= currentTime),
      draft: this.#draft,
      problem: this.#problem,
      done: this.#done,
      isUnsaved: notes.isUnsaved,
      unsavedElsewhere: notes.unsavedElsewhere,
    };
    this.#state = keepSame(this.#state, state);
    return html`<replay-notes-panel
      part="inspector"
      .notes=${this.#state}
      .duration=${duration}
      .currentTime=${Math.floor(currentTime)}
    ></replay-notes-panel>`;
  }

  #fillIn(change: Partial<NoteDraft>): void {
    // A note is about the moment at which it was begun, also while playback goes on.
    const from = this.#draft.from ?? writtenTime(this.#context.player.currentTime);
    this.#draft = Object.freeze({ ...this.#draft, from, ...change });
    // Emptied without a time of its own, it begins anew with the moment on screen.
    const { note, text, to } = this.#draft;
    if (note === null && change.text === '' && text === '' && to === '') this.#draft = NEW_NOTE;
    this.#tell(null);
  }

  #write(): void {
    const { player, notes } = this.#context;
    const { note } = this.#draft;
    if (this.#draft.text.trim() === '') return;
    try {
      const written = noteOfDraft(this.#draft, player.currentTime, player.duration);
      if (note) notes.replace(note, written);
      else notes.add(written);
      this.#draft = NEW_NOTE;
      this.#tell(note ? 'changed' : 'added');
    } catch (thrown) {
      this.#problem = messageOf(localeOf(player), thrown);
      player.requestUpdate();
    }
  }

  #edit(note: Note | null): void {
    this.#draft = note
      ? Object.freeze({
          note,
          from: writtenTime(note.time),
          to: note.end > note.time ? writtenTime(note.end) : '',
          text: note.text,
        })
      : NEW_NOTE;
    this.#tell(null);
  }

  #remove(note: Note): void {
    this.#context.notes.remove(note);
    this.#removed = note;
    if (this.#draft.note?.cue === note.cue) this.#draft = NEW_NOTE;
    this.#tell('removed');
  }

  #restore(): void {
    if (this.#removed) this.#context.notes.add(this.#removed);
    this.#removed = null;
    this.#tell('added');
  }

  #save(): void {
    const { player, notes } = this.#context;
    const file = new Blob([notes.write()], { type: 'text/vtt' });
    saveFile(file, `${exportName(player.recording)}-notes.vtt`);
    notes.markSaved();
    this.#tell('saved');
  }

  #tell(done: NoteDeed | null): void {
    this.#done = done;
    this.#problem = '';
    if (done !== 'removed') this.#removed = null;
    this.#context.player.requestUpdate();
  }

  #reset(): void {
    this.#draft = NEW_NOTE;
    this.#removed = null;
    this.#problem = '';
    this.#done = null;
  }
}
