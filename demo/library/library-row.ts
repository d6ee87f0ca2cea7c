import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isSession, type KeptRecording, sizeOf } from '../../src/library/kept-recording.ts';
import { formatLength } from '../../src/locale/clock.ts';
import { localeOf } from '../../src/locale/locale-of.ts';
import { baseStyles } from '../../src/styles/base-styles.ts';
import { buttonStyles } from '../../src/styles/button-styles.ts';
import { closeIcon, removeIcon } from '../../src/styles/icons.ts';
import { type LibraryRequest, LibraryRequestEvent } from './requests.ts';
import { libraryWords } from './words.ts';

const MAX_TAG = 60;

const styles = css`
  :host {
    display: grid;
    grid-template-columns: 144px minmax(0, 1fr) auto;
    align-items: start;
    gap: 6px 14px;
    padding-block: 12px;
    color: var(--_text);
    font: 13px/1.45 var(--_font);
  }

  library-preview {
    cursor: pointer;
  }

  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  h3 {
    font: 600 15px/1.35 var(--_font);
    overflow-wrap: anywhere;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 6px;
    list-style: none;
  }

  .tag {
    display: flex;
    align-items: center;
    padding-inline-start: 10px;
    border-radius: 14px;
    background: var(--_hover);
    overflow-wrap: anywhere;
  }

  .tag .button {
    --_control-size: 28px;
    border-radius: 50%;
  }

  .tag svg.icon {
    inline-size: 14px;
    block-size: 14px;
  }

  input {
    inline-size: 11rem;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding: 2px 10px;
    border: 1px solid color-mix(in srgb, var(--_text) 28%, transparent);
    border-radius: 14px;
    color: inherit;
    background: none;
    font: inherit;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .actions {
    display: flex;
    gap: 4px;
  }

  .actions .outlined {
    --_action-size: 36px;
    padding-inline: 14px;
    font-size: 13px;
  }

  @container (width < 520px) {
    :host {
      grid-template-columns: 96px minmax(0, 1fr);
    }

    .actions {
      grid-column: 1 / -1;
      justify-content: end;
    }
  }
`;

/**
 * A recording that is kept, with what can be done about it.
 *
 * @element library-row
 * @fires {LibraryRequestEvent} library-request - It is to be opened or removed, or gets other tags.
 */
export class LibraryRowElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  @property({ attribute: false }) recording: KeptRecording | null = null;

  @property({ attribute: false }) filesOf: (recording: KeptRecording) => Promise<readonly File[]> = () =>
    Promise.resolve([]);

  #ask(request: LibraryRequest): void {
    this.dispatchEvent(new LibraryRequestEvent(request));
  }

  readonly #handleAdd = (event: Event): void => {
    event.preventDefault();
    const field = this.#field;
    const { recording } = this;
    const tag = field?.value.trim() ?? '';
    if (!recording || !field || tag === '') return;
    field.value = '';
    if (!recording.tags.includes(tag)) this.#ask({ type: 'tag', recording, tags: [...recording.tags, tag] });
  };

  #removeTag(recording: KeptRecording, tag: string): void {
    this.#ask({ type: 'tag', recording, tags: recording.tags.filter((other) => other !== tag) });
    // The button goes, and with it the focus.
    this.#field?.focus();
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { recording } = this;
    if (!recording) return nothing;
    const words = libraryWords(localeOf(this).tag);
    const name = recording.name || words.unnamed;
    return html`
      <library-preview
        .recording=${recording}
        .filesOf=${this.filesOf}
        @click=${() => this.#ask({ type: 'open', recording })}
      ></library-preview>
      <div>
        <h3><bdi>${name}</bdi></h3>
        ${this.#renderFacts(recording)} ${isSession(recording) ? nothing : this.#renderTags(recording, name)}
      </div>
      <div class="actions">
        <button
          class="button outlined"
          type="button"
          aria-label=${words.openNamed(name)}
          @click=${() => this.#ask({ type: 'open', recording })}
        >
          ${words.open}
        </button>
        <button
          class="button"
          type="button"
          aria-label=${words.removeNamed(name)}
          title=${words.remove}
          @click=${() => this.#ask({ type: 'remove', recording })}
        >
          ${removeIcon}
        </button>
      </div>
    `;
  }

  #renderFacts(recording: KeptRecording): TemplateResult {
    const { tag, format, common } = localeOf(this);
    const { startedAt, duration, files } = recording;
    const words = libraryWords(tag);
    return html`<p class="facts">
      <bdi>${common.moment(new Date(startedAt))}</bdi>
      <bdi
        ><span aria-hidden="true">${formatLength(duration)}</span
        ><span class="visually-hidden">${format.duration(Math.round(duration))}</span></bdi
      >
      <bdi>${format.bytes(sizeOf(recording))}</bdi>
      ${files.length > 1 ? html`<bdi>${words.files(files.length)}</bdi>` : nothing}
    </p>`;
  }

  #renderTags(recording: KeptRecording, name: string): TemplateResult {
    const words = libraryWords(localeOf(this).tag);
    const tags = recording.tags.map(
      (tag) => html`
        <li class="tag">
          <bdi>${tag}</bdi>
          <button
            class="button"
            type="button"
            aria-label=${words.removeTag(tag)}
            title=${words.removeTag(tag)}
            @click=${() => this.#removeTag(recording, tag)}
          >
            ${closeIcon}
          </button>
        </li>
      `,
    );
    return html`<ul class="tags" aria-label=${words.tagsOf(name)}>
      ${tags}
      <li>
        <form @submit=${this.#handleAdd}>
          <input
            type="text"
            maxlength=${MAX_TAG}
            enterkeyhint="done"
            aria-label=${words.addTagTo(name)}
            placeholder=${words.addTag}
          />
        </form>
      </li>
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-row': LibraryRowElement;
  }
}
