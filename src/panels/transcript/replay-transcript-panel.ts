import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingInfo } from '../../core/recording.ts';
import {
  TRANSCRIPT_DETAILS,
  TRANSCRIPT_FORMATS,
  type TranscriptDetail,
} from '../../core/transcript/transcript.ts';
import { localeOf } from '../../locale/locale-of.ts';
import type { WallClock } from '../../locale/wall-clock.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { listPanelStyles } from '../list-panel.styles.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';
import { renderTabs } from '../render-tabs.ts';
import { SearchField } from '../search-field.ts';
import { renderTakenOut, renderTakeOut } from '../take-out.ts';
import {
  ReplayTranscriptChoiceRequestEvent,
  ReplayTranscriptExportRequestEvent,
  ReplayTranscriptSearchRequestEvent,
  ReplayTranscriptStepRequestEvent,
} from './events.ts';
import { TRANSCRIPT_VIEWS, type TranscriptState, type TranscriptView } from './transcript-state.ts';

/**
 * The session in words, to be read, searched and taken out, and when a text was on the page.
 *
 * @element replay-transcript-panel
 * @fires {ReplayTranscriptChoiceRequestEvent} replay-transcript-choice-request - Another view, or other detail, is wanted.
 * @fires {ReplayTranscriptLineRequestEvent} replay-transcript-line-request - The reader chose a line.
 * @fires {ReplayTranscriptSearchRequestEvent} replay-transcript-search-request - Something is to be found.
 * @fires {ReplayTranscriptStepRequestEvent} replay-transcript-step-request - The next of what was found is wanted.
 * @fires {ReplayFoundTextRequestEvent} replay-found-text-request - The reader chose a stretch of time.
 * @fires {ReplayTranscriptExportRequestEvent} replay-transcript-export-request - The transcript is wanted as a file.
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader closes the panel.
 * @csspart heading - Its heading.
 * @csspart close - The button that closes it.
 */
export class ReplayTranscriptPanelElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    listPanelStyles,
    css`
      label {
        display: flex;
        align-items: center;
        gap: 6px;
        font-size: 13px;
      }
    `,
  ];

  readonly #panel = new PanelController(this);
  readonly #search = new SearchField(this, {
    search: (text) => this.dispatchEvent(new ReplayTranscriptSearchRequestEvent(this.transcript.view, text)),
    step: (by) => this.dispatchEvent(new ReplayTranscriptStepRequestEvent(this.transcript.view, by)),
    isThere: () =>
      (this.transcript.view === 'words' ? this.transcript : this.transcript.found).progress === null,
  });

  @property({ attribute: false }) transcript!: TranscriptState;

  @property({ attribute: false }) recording: RecordingInfo | null = null;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** Whether the whole recording is read. */
  @property({ type: Boolean }) complete = false;

  #choose(choice: ReplayTranscriptChoiceRequestEvent['choice']): void {
    this.dispatchEvent(new ReplayTranscriptChoiceRequestEvent(choice));
  }

  readonly #handleDetail = (event: Event): void => {
    this.#choose({ detail: (event.currentTarget as HTMLSelectElement).value as TranscriptDetail });
  };

  readonly #handleSeen = (event: Event): void => {
    this.#choose({ seen: (event.currentTarget as HTMLInputElement).checked });
  };

  readonly #handleFollow = (): void => {
    this.#choose({ follows: !this.transcript.follows });
  };

  protected override render(): TemplateResult {
    const { transcript: words } = localeOf(this);
    const { view } = this.transcript;
    const tabs = {
      views: TRANSCRIPT_VIEWS,
      view,
      names: words.views,
      show: (next: TranscriptView) => this.#choose({ view: next }),
    };
    const content = view === 'words' ? this.#renderWords() : this.#renderPage();
    return this.#panel.render(words.transcript, renderTabs(tabs, content));
  }

  #renderWords(): TemplateResult {
    const { transcript: words, inspector } = localeOf(this);
    const { search, matches, selected, total, progress, follows } = this.transcript;
    const found =
      search.trim() === ''
        ? words.lines(total)
        : words.matches(matches.indexOf(selected) + 1, matches.length);
    const labels = { search: words.search, previous: words.previousMatch, next: words.nextMatch };
    return html`
      <div class="bar">
        ${this.#search.render(search, progress === null ? found : '', labels)}
        <button
          class="chip"
          type="button"
          aria-pressed=${follows}
          title=${inspector.followHint}
          @click=${this.#handleFollow}
        >
          ${inspector.follow}
        </button>
      </div>
      <div class="bar">${this.#renderDetail()} ${this.#renderTakeOut()}</div>
      ${renderTakenOut(localeOf(this), this.transcript.taken)} ${this.#renderLines()}
    `;
  }

  #renderDetail(): TemplateResult {
    const { detail, details } = localeOf(this).transcript;
    return html`
      <select aria-label=${detail} title=${detail} @change=${this.#handleDetail}>
        ${TRANSCRIPT_DETAILS.map(
          (one) =>
            html`<option value=${one} ?selected=${one === this.transcript.detail}>${details[one]}</option>`,
        )}
      </select>
    `;
  }

  #renderTakeOut(): TemplateResult {
    const locale = localeOf(this);
    const { transcript: words, inspector } = locale;
    const formats = TRANSCRIPT_FORMATS.map((format) => [format, inspector.formats[format]] as const);
    return html`
      ${renderTakeOut(locale, formats, (format, to) =>
        this.dispatchEvent(new ReplayTranscriptExportRequestEvent(format, to)),
      )}
      <label title=${words.seenHint}>
        <input type="checkbox" .checked=${this.transcript.seen} @change=${this.#handleSeen} />
        ${words.seen}
      </label>
    `;
  }

  #renderLines(): TemplateResult {
    const { inspector, transcript: words, format } = localeOf(this);
    const { total, progress, failure } = this.transcript;
    if (failure !== '') return html`<p class="note" role="alert">${failure}</p>`;
    if (!this.complete) return html`<p class="note" role="status">${inspector.later}</p>`;
    if (progress !== null)
      return html`<p class="note" role="status">${inspector.working(format.percent(progress))}</p>`;
    if (total === 0) return html`<p class="note">${words.nothing}</p>`;
    return html`<replay-transcript-list
      class="list"
      exportparts="row"
      .transcript=${this.transcript}
      .windows=${this.recording?.windows ?? []}
      .duration=${this.duration}
      .clock=${this.clock}
    ></replay-transcript-list>`;
  }

  #renderPage(): TemplateResult {
    const { transcript: words } = localeOf(this);
    const { text, spans, progress, failure } = this.transcript.found;
    const isThere = text !== '' && progress === null && failure === '';
    const labels = { search: words.searchPage, previous: words.previousStretch, next: words.nextStretch };
    return html`
      <div class="bar">
        ${this.#search.render(text, isThere ? words.stretches(spans.length) : '', labels)}
      </div>
      ${this.#renderFound(isThere)}
    `;
  }

  #renderFound(isThere: boolean): TemplateResult | typeof nothing {
    const { inspector, transcript: words, format } = localeOf(this);
    const { found } = this.transcript;
    if (found.failure !== '') return html`<p class="note" role="alert">${found.failure}</p>`;
    if (found.text === '') return html`<p class="note">${words.pageHint}</p>`;
    if (found.progress !== null)
      return html`<p class="note" role="status">${inspector.working(format.percent(found.progress))}</p>`;
    if (isThere && found.spans.length === 0)
      return html`<p class="note">${words.neverSeen(found.text.trim())}</p>`;
    return html`<replay-found-list
      class="list"
      exportparts="stretch"
      .found=${found}
      .windows=${this.recording?.windows ?? []}
      .duration=${this.duration}
      .clock=${this.clock}
    ></replay-found-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-transcript-panel': ReplayTranscriptPanelElement;
  }
}
