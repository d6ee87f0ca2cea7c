import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { hasFiles } from '../../src/controls/dropped-files.ts';
import type { KeptRecording } from '../../src/library/kept-recording.ts';
import { LanguageFollower } from '../../src/locale/language-follower.ts';
import { localeOf } from '../../src/locale/locale-of.ts';
import { baseStyles } from '../../src/styles/base-styles.ts';
import { buttonStyles } from '../../src/styles/button-styles.ts';
import { alertIcon, closeIcon, lockIcon } from '../../src/styles/icons.ts';
import { libraryIcon } from './icons.ts';
import type { LibraryState } from './library.ts';
import { libraryStyles } from './recording-library.styles.ts';
import { type LibraryRequest, LibraryRequestEvent } from './requests.ts';
import { matches } from './search.ts';
import { type LibraryWords, libraryWords } from './words.ts';

/** What is asked about before it is done. */
type Deletion = Extract<LibraryRequest, { type: 'remove' | 'delete-all' }>;

/**
 * The recordings that are kept on this device, in a dialog.
 *
 * @element recording-library
 * @fires {LibraryRequestEvent} library-request - Something is to be done with recordings.
 * @fires close - The dialog was closed.
 */
export class RecordingLibraryElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, libraryStyles];

  @query('dialog.list') private dialog!: HTMLDialogElement;
  @query('dialog.question') private question!: HTMLDialogElement;
  @query('input[type="file"]') private picker!: HTMLInputElement;
  @query('input[type="search"]') private searchField!: HTMLInputElement;

  @state() private isOpen = false;
  @state() private search = '';
  @state() private asked: Deletion | null = null;

  @property({ attribute: false }) state: LibraryState | null = null;

  @property({ attribute: false }) filesOf: (recording: KeptRecording) => Promise<readonly File[]> = () =>
    Promise.resolve([]);

  constructor() {
    super();
    this.addController(new LanguageFollower(this, () => this.requestUpdate()));
    this.addEventListener('library-request', (event) => this.#handleRequest(event));
    this.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
    this.addEventListener('drop', (event) => this.#handleDrop(event));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isOpen') && this.isOpen) this.dialog.showModal();
    if (changed.has('asked') && this.asked) this.question.showModal();
  }

  show(): void {
    this.isOpen = true;
  }

  close(): void {
    this.dialog.close();
  }

  readonly #handleClose = (event: Event): void => {
    if (event.target !== this.dialog) return;
    this.isOpen = false;
    this.search = '';
    this.dispatchEvent(new Event('close'));
  };

  #ask(request: LibraryRequest): void {
    this.dispatchEvent(new LibraryRequestEvent(request));
  }

  /** What rows want to have removed is asked about first. */
  #handleRequest(event: LibraryRequestEvent): void {
    const { request } = event;
    if (request.type !== 'remove' || request === this.asked) return;
    event.stopImmediatePropagation();
    this.asked = request;
  }

  #handleAnswer(): void {
    const { asked } = this;
    if (asked) this.#ask(asked);
    this.question.close();
    this.searchField.focus();
  }

  #handleDrop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) this.#ask({ type: 'import', file });
  }

  readonly #handlePick = (): void => {
    const file = this.picker.files?.[0];
    if (file) this.#ask({ type: 'import', file });
    // The same file can be picked again.
    this.picker.value = '';
  };

  protected override render(): TemplateResult {
    const { tag } = localeOf(this);
    const words = libraryWords(tag);
    return html`
      <dialog class="list" lang=${tag} aria-label=${words.library} @close=${this.#handleClose}>
        ${this.isOpen ? html`${this.#renderHead(words)} ${this.#renderList(words)}` : nothing}
      </dialog>
      <dialog
        class="question"
        role="alertdialog"
        lang=${tag}
        aria-labelledby="question"
        aria-describedby="consequence"
        @close=${() => (this.asked = null)}
      >
        ${this.#renderQuestion(words)}
      </dialog>
    `;
  }

  #renderHead(words: LibraryWords): TemplateResult {
    const { common } = localeOf(this);
    const { recordings = null, working = null } = this.state ?? {};
    const isBusy = working !== null;
    const isEmpty = (recordings?.length ?? 0) === 0;
    const button = (label: string, isDisabled: boolean, press: () => void) =>
      html`<button
        class="button outlined"
        type="button"
        aria-disabled=${isDisabled ? 'true' : nothing}
        @click=${() => (isDisabled ? undefined : press())}
      >
        ${label}
      </button>`;
    return html`<header>
      <div class="title">
        <h2>${words.library}</h2>
        <button
          class="button"
          type="button"
          aria-label=${common.close}
          title=${common.close}
          @click=${() => this.close()}
        >
          ${closeIcon}
        </button>
      </div>
      <p class="quiet safe">${lockIcon} <span>${words.stays}</span></p>
      <div class="tools">
        <input
          type="search"
          autofocus
          aria-label=${words.search}
          placeholder=${words.search}
          .value=${this.search}
          @input=${() => (this.search = this.searchField.value)}
        />
        ${button(words.import, isBusy, () => this.picker.click())}
        ${button(words.export, isBusy || isEmpty, () => this.#ask({ type: 'export' }))}
        ${button(words.deleteAll, isBusy || isEmpty, () => (this.asked = { type: 'delete-all' }))}
        <input type="file" hidden accept=".zip,application/zip" @change=${this.#handlePick} />
      </div>
      ${this.#renderNotice(words)}
    </header>`;
  }

  #renderNotice(words: LibraryWords): TemplateResult {
    const locale = localeOf(this);
    const { working = null, notice = null } = this.state ?? {};
    const text = working ? words[working] : (notice?.text(words, locale) ?? '');
    const isProblem = working === null && notice?.isProblem === true;
    return html`<div class=${text === '' ? '' : 'notice'} role="status">
      ${isProblem ? alertIcon : nothing} ${text === '' ? nothing : html`<p>${text}</p>`}
    </div>`;
  }

  #renderList(words: LibraryWords): TemplateResult {
    const { recordings = null } = this.state ?? {};
    if (recordings === null) return html`<div class="scroller"></div>`;
    if (recordings.length === 0) {
      return html`<div class="scroller">
        <div class="empty">
          ${libraryIcon}
          <h3>${words.nothingKept}</h3>
          <p class="quiet">${words.howToKeep}</p>
        </div>
      </div>`;
    }
    const found = recordings.filter((recording) => matches(recording, this.search));
    return html`
      <div class="scroller">
        ${
          found.length === 0
            ? html`<div class="empty"><p>${words.nothingFound}</p></div>`
            : html`<ul class="rows">
                ${repeat(
                  found,
                  ({ id }) => id,
                  (recording) =>
                    html`<li>
                      <library-row .recording=${recording} .filesOf=${this.filesOf}></library-row>
                    </li>`,
                )}
              </ul>`
        }
      </div>
      <footer class="quiet">
        <span role="status"
          >${this.search.trim() === '' ? words.recordings(found.length) : words.found(found.length)}</span
        >
        <span>${this.#storage(words)}</span>
      </footer>
    `;
  }

  #storage(words: LibraryWords): string {
    const { usage = 0, quota = null } = this.state?.storage ?? {};
    return quota === null ? words.used(usage) : words.usedOf(usage, quota);
  }

  #renderQuestion(words: LibraryWords): TemplateResult | typeof nothing {
    const { asked } = this;
    if (!asked) return nothing;
    const question =
      asked.type === 'remove'
        ? words.askRemove(asked.recording.name || words.unnamed)
        : words.askDeleteAll(this.state?.recordings?.length ?? 0);
    return html`
      <h3 id="question">${question}</h3>
      <p id="consequence" class="quiet">${words.cannotBeUndone}</p>
      <div class="answers">
        <button class="button outlined" type="button" autofocus @click=${() => this.question.close()}>
          ${localeOf(this).common.cancel}
        </button>
        <button class="button filled" type="button" @click=${() => this.#handleAnswer()}>
          ${asked.type === 'remove' ? words.remove : words.deleteAll}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recording-library': RecordingLibraryElement;
  }
}
