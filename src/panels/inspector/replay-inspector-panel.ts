import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ENTRY_KINDS, type EntryKind } from '../../core/entries/entry.ts';
import type { RecordingInfo } from '../../core/recording.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { windowLabel } from '../../locale/window-label.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { nextErrorIcon, nextIcon, previousErrorIcon, previousIcon } from '../../styles/icons.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';
import {
  ReplayEntryFilterRequestEvent,
  ReplayEntryFollowRequestEvent,
  ReplayEntryRequestEvent,
  ReplayErrorStepRequestEvent,
  ReplayInspectorViewRequestEvent,
} from './events.ts';
import { INSPECTOR_VIEWS, type InspectorState, type InspectorView, KINDS_OF } from './inspector-state.ts';
import { inspectorStyles } from './replay-inspector-panel.styles.ts';

/** How long the list waits for the next letter, in milliseconds. */
const TYPING_MS = 150;

/**
 * What happened in the recording: all of it in one list, the console, requests, pages, and what the file says of the
 * session.
 *
 * @element replay-inspector-panel
 * @fires {ReplayInspectorViewRequestEvent} replay-inspector-view-request - Another view is wanted.
 * @fires {ReplayEntryFilterRequestEvent} replay-entry-filter-request - Other entries are wanted.
 * @fires {ReplayEntryRequestEvent} replay-entry-request - The reader chose an entry.
 * @fires {ReplayEntryFollowRequestEvent} replay-entry-follow-request - The list is to follow playback, or not.
 * @fires {ReplayErrorStepRequestEvent} replay-error-step-request - The next error is to be seen, or the one before.
 * @fires {ReplayEntryExportRequestEvent} replay-entry-export-request - The list is wanted as a file.
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader closes the panel.
 * @csspart heading - Its heading.
 * @csspart close - The button that closes it.
 * @csspart chip - A kind of entry that can be chosen.
 */
export class ReplayInspectorPanelElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, panelStyles, inspectorStyles];

  readonly #panel = new PanelController(this);
  #typing = 0;

  @property({ attribute: false }) inspector!: InspectorState;

  @property({ attribute: false }) recording: RecordingInfo | null = null;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** Whether the whole recording is read. */
  @property({ type: Boolean }) complete = false;

  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.#handleKey(event));
  }

  /** As in other lists with a search: a slash goes to it. */
  #handleKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (event.key !== '/' || (target instanceof Element && target.matches('input, select'))) return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }

  #showView(view: InspectorView): void {
    this.dispatchEvent(new ReplayInspectorViewRequestEvent(view));
  }

  readonly #handleTabKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = INSPECTOR_VIEWS.indexOf(this.inspector.view) + step;
    const view = INSPECTOR_VIEWS.at(index % INSPECTOR_VIEWS.length) ?? 'all';
    this.#showView(view);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
  };

  readonly #handleSearch = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(() => {
      this.dispatchEvent(new ReplayEntryFilterRequestEvent({ search: value }));
    }, TYPING_MS);
  };

  readonly #handleSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#step(event.shiftKey ? -1 : 1);
  };

  readonly #handleWindow = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    this.dispatchEvent(new ReplayEntryFilterRequestEvent({ windowId: value }));
  };

  #toggle(kind: EntryKind): void {
    const { kinds } = this.inspector.filter;
    const others = kinds.filter((one) => one !== kind);
    this.dispatchEvent(
      new ReplayEntryFilterRequestEvent({ kinds: others.length < kinds.length ? others : [...kinds, kind] }),
    );
  }

  /** To the next entry of the list, or the one before, and around its end. */
  #step(by: number): void {
    const { selected, current, total } = this.inspector;
    if (total === 0) return;
    const from = selected >= 0 ? selected : by > 0 ? current : current + 1;
    this.dispatchEvent(new ReplayEntryRequestEvent((from + by + total) % total));
  }

  readonly #handleFollow = (): void => {
    this.dispatchEvent(new ReplayEntryFollowRequestEvent(!this.inspector.follows));
  };

  protected override render(): TemplateResult {
    const { inspector } = localeOf(this);
    return this.#panel.render(inspector.inspector, html`${this.#renderTabs()} ${this.#renderView()}`);
  }

  #renderTabs(): TemplateResult {
    const { views } = localeOf(this).inspector;
    const { view } = this.inspector;
    return html`
      <div role="tablist" @keydown=${this.#handleTabKey}>
        ${INSPECTOR_VIEWS.map(
          (one) => html`
            <button
              id="tab-${one}"
              type="button"
              role="tab"
              aria-selected=${one === view}
              aria-controls="view"
              tabindex=${one === view ? 0 : -1}
              @click=${() => this.#showView(one)}
            >
              ${views[one]}
            </button>
          `,
        )}
      </div>
    `;
  }

  #renderView(): TemplateResult {
    const { view } = this.inspector;
    return html`
      <div id="view" role="tabpanel" aria-labelledby="tab-${view}">
        ${
          view === 'session'
            ? html`<replay-session-facts
                class="session"
                .recording=${this.recording}
                .person=${this.inspector.person}
              ></replay-session-facts>`
            : html`${this.#renderFilters()} ${this.#renderList()}`
        }
      </div>
    `;
  }

  #renderFilters(): TemplateResult {
    const { inspector } = localeOf(this);
    const { filter, follows, total, errors } = this.inspector;
    const step = (label: string, icon: TemplateResult, go: () => void, isPossible = true) => html`
      <button
        class="button"
        type="button"
        aria-label=${label}
        title=${label}
        aria-disabled=${!isPossible}
        @click=${go}
      >
        ${icon}
      </button>
    `;
    const toError = (direction: 1 | -1) => () =>
      void this.dispatchEvent(new ReplayErrorStepRequestEvent(direction));
    return html`
      <div class="bar">
        <input
          type="search"
          aria-label=${inspector.search}
          placeholder=${inspector.search}
          .value=${filter.search}
          @input=${this.#handleSearch}
          @keydown=${this.#handleSearchKey}
        />
        <span class="quiet" role="status">${this.#isThere ? inspector.entries(total) : ''}</span>
        ${step(inspector.previous, previousIcon, () => this.#step(-1))}
        ${step(inspector.next, nextIcon, () => this.#step(1))}
        ${step(inspector.previousError, previousErrorIcon, toError(-1), errors.before)}
        ${step(inspector.nextError, nextErrorIcon, toError(1), errors.after)} ${this.#renderWindows()}
        <button
          class="chip"
          type="button"
          aria-pressed=${follows}
          title=${inspector.followHint}
          @click=${this.#handleFollow}
        >
          ${inspector.follow}
        </button>
        <replay-entry-export></replay-entry-export>
      </div>
      ${this.#renderChips()}
    `;
  }

  #renderWindows(): TemplateResult | typeof nothing {
    const windows = this.recording?.windows ?? [];
    if (windows.length < 2) return nothing;
    const words = localeOf(this);
    const { windowId } = this.inspector.filter;
    return html`
      <select aria-label=${words.controls.windows} @change=${this.#handleWindow}>
        <option value="" ?selected=${windowId === ''}>${words.inspector.allWindows}</option>
        ${windows.map(
          (window) => html`
            <option value=${window.id} ?selected=${windowId === window.id}>
              ${windowLabel(words, windows, window)}
            </option>
          `,
        )}
      </select>
    `;
  }

  /** Kinds that occur, of which some may be wanted. */
  #renderChips(): TemplateResult | typeof nothing {
    const { view, filter, counts } = this.inspector;
    const { entries, format, inspector } = localeOf(this);
    const shown = ENTRY_KINDS.filter(
      (kind) => (KINDS_OF[view]?.includes(kind) ?? true) && (counts?.[kind] ?? 0) > 0,
    );
    if (shown.length < 2) return nothing;
    return html`
      <div class="bar chips" role="group" aria-label=${inspector.ofKinds}>
        ${shown.map(
          (kind) => html`
            <button
              class="chip"
              part="chip"
              type="button"
              aria-pressed=${filter.kinds.includes(kind)}
              @click=${() => this.#toggle(kind)}
            >
              ${entries.kinds[kind]} <span class="count">${format.number(counts?.[kind] ?? 0)}</span>
            </button>
          `,
        )}
      </div>
    `;
  }

  get #isThere(): boolean {
    return this.complete && this.inspector.progress === null && this.inspector.failure === '';
  }

  #renderList(): TemplateResult {
    const { inspector, format } = localeOf(this);
    const { total, progress, failure, selected, counts, entryAt } = this.inspector;
    if (failure !== '') return html`<p class="note" role="alert">${failure}</p>`;
    if (!this.complete) return html`<p class="note" role="status">${inspector.later}</p>`;
    // Once the list has been made another part of it is there at once.
    if (progress !== null && counts !== null) return html``;
    if (progress !== null)
      return html`<p class="note" role="status">${inspector.working(format.percent(progress))}</p>`;
    if (total === 0) return html`<p class="note">${inspector.nothing}</p>`;
    const entry = selected < 0 ? undefined : entryAt(selected);
    return html`
      <replay-entry-list
        exportparts="row"
        .inspector=${this.inspector}
        .windows=${this.recording?.windows ?? []}
        .duration=${this.duration}
      ></replay-entry-list>
      ${
        entry
          ? html`<replay-entry-details .entry=${entry} .duration=${this.duration}></replay-entry-details>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-inspector-panel': ReplayInspectorPanelElement;
  }
}
