import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { ReplaySeekRequestEvent } from '../../events.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';
import { canDrag } from '../../styles/can-drag.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { editIcon, removeIcon } from '../../styles/icons.ts';
import type { Note } from '../../tracks/note.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';
import {
  ReplayNoteEditRequestEvent,
  ReplayNoteRemoveRequestEvent,
  ReplayNoteRestoreRequestEvent,
  ReplayNotesSaveRequestEvent,
} from './events.ts';
import type { NotesState } from './notes-state.ts';

/**
 * Notes on the recording: they are written, changed and removed here, lead to their moments, and are saved as a WebVTT
 * file.
 *
 * @element replay-notes-panel
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader chose a note.
 * @fires {ReplayNoteEditRequestEvent} replay-note-edit-request - A note is to be changed.
 * @fires {ReplayNoteRemoveRequestEvent} replay-note-remove-request - A note is to be removed.
 * @fires {ReplayNoteRestoreRequestEvent} replay-note-restore-request - It is to be there again.
 * @fires {ReplayNotesSaveRequestEvent} replay-notes-save-request - The notes are wanted as a file.
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader closes the panel.
 * @csspart heading - Its heading.
 * @csspart close - The button that closes it.
 * @csspart note - A note.
 */
export class ReplayNotesPanelElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    css`
      .note {
        display: grid;
        grid-template-columns: minmax(0, 1fr) max-content max-content;
        align-items: start;
        border-block-end: 1px solid var(--_line);
      }

      .note .button {
        --_control-size: 32px;
      }

      .note.current {
        box-shadow: inset 3px 0 var(--_accent);
      }

      .marker {
        min-block-size: 32px;
      }

      .marker .text {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
      }

      .row .button:not(.filled, .outlined) {
        color: var(--_accent);
      }

      .saving {
        display: grid;
        justify-items: start;
        gap: 8px;
      }

      .outlined {
        --_action-size: 34px;
      }

      /* It would take the room of the list. */
      footer {
        position: static;
      }

      .content {
        gap: 12px;
      }

      .alert {
        color: light-dark(#7a4b00, #ffcf70);
      }

      @media (forced-colors: active) {
        .note.current {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  readonly #panel = new PanelController(this);

  @property({ attribute: false }) notes!: NotesState;

  /** Seconds from the start of the recording. */
  @property({ type: Number }) currentTime = 0;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('notes');
    // The focus goes with the button of a note that was removed.
    if (before && this.notes.done === 'removed' && before.notes.length > this.notes.notes.length)
      this.renderRoot.querySelector<HTMLElement>('[part="undo"]')?.focus();
  }

  protected override render(): TemplateResult {
    const words = localeOf(this).notes;
    const { notes, draft, problem } = this.notes;
    return this.#panel.render(
      words.notes,
      html`
        <div class="content">
          <replay-note-form
            .draft=${draft}
            .problem=${problem}
            .currentTime=${this.currentTime}
            .duration=${this.duration}
          ></replay-note-form>
          ${this.#renderDone()} ${this.#renderSaving()}
          ${
            notes.length === 0
              ? html`<p class="quiet">${words.nothing}</p>`
              : html`<ul class="markers">
                  ${notes.map((note, index) => this.#renderNote(note, index))}
                </ul>`
          }
        </div>
        ${this.#renderFooter()}
      `,
    );
  }

  #renderDone(): TemplateResult {
    const { done, undo } = localeOf(this).notes;
    const deed = this.notes.done;
    // There before it says something, so that screen readers tell it.
    return html`
      <div class="row">
        <p role="status" class=${deed === null ? 'visually-hidden' : 'quiet'}>
          ${deed === null ? '' : done[deed]}
        </p>
        ${
          deed === 'removed'
            ? html`<button
                class="button"
                part="undo"
                type="button"
                @click=${() => this.dispatchEvent(new ReplayNoteRestoreRequestEvent())}
              >
                ${undo}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  #renderNote(note: Note, index: number): TemplateResult {
    const locale = localeOf(this);
    const { notes: words, common } = locale;
    const { time, end, text } = note;
    const clock = (seconds: number) => writeMoment(locale, this.clock, seconds, this.duration);
    const [from, to] = [clock(time), clock(end)];
    const isCurrent = index === this.notes.current;
    const button = (label: string, icon: TemplateResult, press: () => void) => html`
      <button class="button" type="button" aria-label=${label} title=${label} @click=${press}>${icon}</button>
    `;
    return html`
      <li class=${classMap({ note: true, current: isCurrent })} part="note">
        <button
          class="marker"
          type="button"
          aria-current=${isCurrent ? 'time' : nothing}
          @click=${() => this.dispatchEvent(new ReplaySeekRequestEvent(time))}
        >
          <span>${end > time && to !== from ? common.span(from, to) : from}</span>
          <span class="text">${text}</span>
        </button>
        ${button(words.edit(from), editIcon, () => this.dispatchEvent(new ReplayNoteEditRequestEvent(note)))}
        ${button(words.remove(from), removeIcon, () =>
          this.dispatchEvent(new ReplayNoteRemoveRequestEvent(note)),
        )}
      </li>
    `;
  }

  /** Where it is seen first what would be lost. */
  #renderSaving(): TemplateResult | typeof nothing {
    const words = localeOf(this).notes;
    const { notes, isUnsaved, unsavedElsewhere } = this.notes;
    const elsewhere =
      unsavedElsewhere > 0 ? html`<p class="alert">${words.unsavedElsewhere(unsavedElsewhere)}</p>` : nothing;
    if (notes.length === 0) return elsewhere;
    return html`
      <div class="saving">
        ${isUnsaved ? html`<p class="alert" part="unsaved">${words.unsaved}</p>` : nothing} ${elsewhere}
        <button
          class="button outlined"
          part="save"
          type="button"
          @click=${() => this.dispatchEvent(new ReplayNotesSaveRequestEvent())}
        >
          ${words.save}
        </button>
      </div>
    `;
  }

  #renderFooter(): TemplateResult {
    const words = localeOf(this).notes;
    return html`
      <footer>
        <replay-open-button appearance="outlined" label=${words.open}></replay-open-button>
        <p class="quiet">${words.openHint} ${canDrag() ? words.dropHint : nothing}</p>
      </footer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-notes-panel': ReplayNotesPanelElement;
  }
}
