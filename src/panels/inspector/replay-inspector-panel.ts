import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ENTRY_KINDS, type EntryKind } from '../../core/entries/entry.ts';
import { ENTRY_EXPORT_FORMATS } from '../../core/entries/export/export-format.ts';
import type { RecordingInfo } from '../../core/recording.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';
import type { TimeSpan } from '../../session/session-state.ts';
import { windowLabel } from '../../locale/window-label.ts';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { ShownShortcut } from '../../player-state.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { nextErrorIcon, previousErrorIcon } from '../../styles/icons.ts';
import { listPanelStyles } from '../list-panel.styles.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';
import { renderTabs } from '../render-tabs.ts';
import { SearchField } from '../search-field.ts';
import { renderTakenOut, renderTakeOut } from '../take-out.ts';
import {
  ReplayEntryExportRequestEvent,
  ReplayEntryFilterRequestEvent,
  ReplayEntryFollowRequestEvent,
  ReplayEntryRequestEvent,
  ReplayErrorStepRequestEvent,
  ReplayInspectorViewRequestEvent,
} from './events.ts';
import { INSPECTOR_VIEWS, type InspectorState, type InspectorView, KINDS_OF } from './inspector-state.ts';
import { inspectorStyles } from './replay-inspector-panel.styles.ts';

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
  static override styles = [baseStyles, buttonStyles, panelStyles, listPanelStyles, inspectorStyles];

  readonly #panel = new PanelController(this);
  readonly #search = new SearchField(this, {
    search: (search) => this.dispatchEvent(new ReplayEntryFilterRequestEvent({ search })),
    step: (by) => this.#step(by),
    isThere: () => this.#isThere,
  });

  @property({ attribute: false }) inspector!: InspectorState;

  /** Whether copies and files hold only what happened in the range that is repeated. */
  @state() private onlyLoop = true;

  @property({ attribute: false }) recording: RecordingInfo | null = null;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** The range that is repeated; null for none. */
  @property({ attribute: false }) loopRange: TimeSpan | null = null;

  /** Keys that work; two of them lead to errors. */
  @property({ attribute: false }) shortcuts: readonly ShownShortcut[] = [];

  /** How much of it is active, in seconds. */
  @property({ type: Number }) activeDuration = 0;

  /** Whether the whole recording is read. */
  @property({ type: Boolean }) complete = false;

  #showView(view: InspectorView): void {
    this.dispatchEvent(new ReplayInspectorViewRequestEvent(view));
  }

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

  /** Some browsers leave what gets the focus half out of sight; the page around the player is not to move. */
  readonly #revealChip = (event: FocusEvent): void => {
    const row = event.currentTarget as HTMLElement;
    const [box, chip] = [row, event.target as HTMLElement].map((one) => one.getBoundingClientRect());
    if (!box || !chip) return;
    row.scrollLeft += Math.min(0, chip.left - box.left) + Math.max(0, chip.right - box.right);
    row.scrollTop += Math.min(0, chip.top - box.top) + Math.max(0, chip.bottom - box.bottom);
  };

  readonly #handleFollow = (): void => {
    this.dispatchEvent(new ReplayEntryFollowRequestEvent(!this.inspector.follows));
  };

  protected override render(): TemplateResult {
    const { inspector } = localeOf(this);
    const tabs = {
      views: INSPECTOR_VIEWS,
      view: this.inspector.view,
      names: inspector.views,
      show: (view: InspectorView) => this.#showView(view),
    };
    return this.#panel.render(inspector.inspector, renderTabs(tabs, this.#renderView()));
  }

  #renderView(): TemplateResult {
    const { view, person } = this.inspector;
    return view === 'session'
      ? html`<replay-session-facts
          .activeDuration=${this.activeDuration}
          class="session"
          .recording=${this.recording}
          .person=${person}
        ></replay-session-facts>`
      : html`${this.#renderFilters()} ${this.#renderList()}`;
  }

  #renderFilters(): TemplateResult {
    const { inspector } = localeOf(this);
    const { filter, follows, total, hasErrorBefore, hasErrorAfter } = this.inspector;
    const step = (label: string, icon: TemplateResult, direction: 1 | -1, isPossible: boolean) => html`
      <button
        class="button"
        type="button"
        aria-keyshortcuts=${ariaKeys(this.shortcuts, direction < 0 ? 'error-before' : 'error-after') || nothing}
        aria-label=${label}
        title=${label}
        aria-disabled=${!isPossible}
        @click=${() => this.dispatchEvent(new ReplayErrorStepRequestEvent(direction))}
      >
        ${icon}
      </button>
    `;
    const { search, previous, next } = inspector;
    const labels = { search, previous, next };
    return html`
      <div class="bar">
        ${this.#search.render(filter.search, this.#isThere ? inspector.entries(total) : '', labels)}
        ${step(inspector.previousError, previousErrorIcon, -1, hasErrorBefore)}
        ${step(inspector.nextError, nextErrorIcon, 1, hasErrorAfter)} ${this.#renderWindows()}
        <button
          class="chip"
          type="button"
          aria-pressed=${follows}
          title=${inspector.followHint}
          @click=${this.#handleFollow}
        >
          ${inspector.follow}
        </button>
        ${this.#renderTakeOut()}
      </div>
      ${this.#renderChips()}
    `;
  }

  #renderTakeOut(): TemplateResult {
    const locale = localeOf(this);
    const formats = ENTRY_EXPORT_FORMATS.map((format) => [format, locale.inspector.formats[format]] as const);
    const range = this.onlyLoop ? this.loopRange : null;
    return html`
      ${this.#renderOnlyLoop()}
      ${renderTakeOut(locale, formats, (format, to) =>
        this.dispatchEvent(new ReplayEntryExportRequestEvent(format, to, range)),
      )}
      ${renderTakenOut(locale, this.inspector.taken)}
    `;
  }

  #renderOnlyLoop(): TemplateResult | typeof nothing {
    const { loopRange, clock, duration } = this;
    if (!loopRange) return nothing;
    const words = localeOf(this);
    const [from, to] = [loopRange.start, loopRange.end].map((time) =>
      writeMoment(words, clock, time, duration),
    );
    return html`
      <button
        class="chip"
        type="button"
        aria-pressed=${this.onlyLoop}
        title=${words.inspector.onlyLoopHint(from ?? '', to ?? '')}
        @click=${() => (this.onlyLoop = !this.onlyLoop)}
      >
        ${words.inspector.onlyLoop}
      </button>
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
      <div class="bar chips" role="group" @focusin=${this.#revealChip} aria-label=${inspector.ofKinds}>
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
        class="list"
        exportparts="row"
        .inspector=${this.inspector}
        .windows=${this.recording?.windows ?? []}
        .duration=${this.duration}
        .clock=${this.clock}
      ></replay-entry-list>
      ${
        entry
          ? html`<replay-entry-details
              .entry=${entry}
              .duration=${this.duration}
              .clock=${this.clock}
            ></replay-entry-details>`
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
