import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { formatClock } from '../../locale/clock.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import {
  ReplayNoteDraftRequestEvent,
  ReplayNoteEditRequestEvent,
  ReplayNoteHereRequestEvent,
  ReplayNoteWriteRequestEvent,
} from './events.ts';
import { NEW_NOTE } from './notes-state.ts';

/**
 * A note as it is written: its text, and the moment or the stretch that it is about. Ctrl+Enter writes it down.
 *
 * @element replay-note-form
 * @fires {ReplayNoteDraftRequestEvent} replay-note-draft-request - Something was filled in.
 * @fires {ReplayNoteHereRequestEvent} replay-note-here-request - It is to begin, or to end, at the moment on screen.
 * @fires {ReplayNoteWriteRequestEvent} replay-note-write-request - The note is to be written down.
 * @fires {ReplayNoteEditRequestEvent} replay-note-edit-request - The note is to stay as it was.
 */
export class ReplayNoteFormElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      p {
        margin: 0;
      }

      label {
        display: grid;
        gap: 2px;
        color: var(--_muted);
        font-size: 13px;
      }

      textarea,
      input {
        box-sizing: border-box;
        inline-size: 100%;
        padding: 6px 8px;
        border: 1px solid var(--_muted);
        border-radius: 6px;
        color: var(--_text);
        background: var(--_surface);
        font: 14px/1.4 var(--_font);
      }

      textarea {
        min-block-size: 4.2em;
        resize: vertical;
      }

      .times {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(8em, 1fr));
        gap: 8px;
      }

      .time {
        display: grid;
        grid-template-columns: minmax(4.5em, 1fr) max-content;
        align-items: end;
        gap: 4px;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
      }

      .row .filled {
        --_action-size: 34px;
      }

      .here {
        --_control-size: 34px;
        padding-inline: 8px;
        color: var(--_accent);
      }

      .alert {
        color: light-dark(#b3261e, #ff9a90);
      }
    `,
  ];

  @query('textarea') private textArea!: HTMLTextAreaElement;

  @property({ attribute: false }) draft = NEW_NOTE;

  /** Why what was filled in cannot be meant; empty where it can. */
  @property() problem = '';

  /** Seconds from the start of the recording. */
  @property({ type: Number }) currentTime = 0;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** Where a text is written. */
  override focus(): void {
    this.textArea.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('draft');
    if (!before || before.note === this.draft.note) return;
    // The note is where it is changed, and then the next one is written.
    this.focus();
  }

  #fillIn(change: ReplayNoteDraftRequestEvent['change']): void {
    this.dispatchEvent(new ReplayNoteDraftRequestEvent(change));
  }

  readonly #handleText = (): void => this.#fillIn({ text: this.textArea.value });

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#write();
  };

  #write(): void {
    if (this.#isEmpty) this.focus();
    else this.dispatchEvent(new ReplayNoteWriteRequestEvent());
  }

  get #isEmpty(): boolean {
    return this.draft.text.trim() === '';
  }

  protected override render(): TemplateResult {
    const { notes, common } = localeOf(this);
    const { note, text, from, to } = this.draft;
    const now = formatClock(this.currentTime, this.duration);
    return html`
      <label>
        ${note ? notes.changed(formatClock(note.time, this.duration)) : notes.text}
        <textarea
          rows="3"
          .value=${text}
          placeholder=${notes.hint}
          aria-describedby=${this.problem === '' ? nothing : 'problem'}
          @input=${this.#handleText}
          @keydown=${this.#handleKeyDown}
        ></textarea>
      </label>
      <div class="times">
        ${this.#renderTime('from', notes.from, from ?? now, '')}
        ${this.#renderTime('to', notes.to, to, notes.moment)}
      </div>
      ${this.problem === '' ? nothing : html`<p id="problem" class="alert" role="alert">${this.problem}</p>`}
      <div class="row">
        <button
          class="button filled"
          part="write"
          type="button"
          aria-disabled=${this.#isEmpty}
          @click=${() => this.#write()}
        >
          ${note ? notes.change : notes.add}
        </button>
        ${
          note
            ? html`<button
                class="button"
                part="cancel"
                type="button"
                @click=${() => this.dispatchEvent(new ReplayNoteEditRequestEvent(null))}
              >
                ${common.cancel}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #renderTime(field: 'from' | 'to', label: string, value: string, placeholder: string): TemplateResult {
    const { here, hereFor } = localeOf(this).notes;
    const name = hereFor(label);
    return html`
      <div class="time">
        <label>
          ${label}
          <input
            name=${field}
            autocomplete="off"
            .value=${value}
            placeholder=${placeholder}
            @input=${({ currentTarget }: Event) =>
              this.#fillIn({ [field]: (currentTarget as HTMLInputElement).value })}
          />
        </label>
        <button
          class="button here"
          type="button"
          aria-label=${name}
          title=${name}
          @click=${() => this.dispatchEvent(new ReplayNoteHereRequestEvent(field))}
        >
          ${here}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-note-form': ReplayNoteFormElement;
  }
}
