import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { RecordingWindow } from '../../core/recording.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import {
  ReplayEntryFollowRequestEvent,
  ReplayEntryRangeRequestEvent,
  ReplayEntryRequestEvent,
} from './events.ts';
import type { InspectorState } from './inspector-state.ts';
import { renderEntryCells } from './render-entry-cells.ts';
import { entryListStyles, ROW_HEIGHT } from './replay-entry-list.styles.ts';

/** Keys that move by so many rows. */
const PAGE_ROWS = 10;
/** Rows that are made besides those in sight. */
const OVERSCAN = 8;

/**
 * A list of entries of any length, of which only what is in sight is made. Follows playback until the reader scrolls.
 *
 * @element replay-entry-list
 * @fires {ReplayEntryRequestEvent} replay-entry-request - The reader chose an entry.
 * @fires {ReplayEntryRangeRequestEvent} replay-entry-range-request - These entries are in sight, or nearly.
 * @fires {ReplayEntryFollowRequestEvent} replay-entry-follow-request - The reader scrolls, so the list lets go of playback.
 * @csspart row - An entry.
 */
export class ReplayEntryListElement extends LitElement {
  static override styles = [baseStyles, entryListStyles];

  @query('.scroller') private scroller!: HTMLElement;
  @query('.sizer') private sizer!: HTMLElement;
  @query('.rows') private rows!: HTMLElement;

  @property({ attribute: false }) inspector!: InspectorState;

  @property({ attribute: false }) windows: readonly RecordingWindow[] = [];

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  readonly #watcher = new ResizeObserver(() => this.#handleScroll());
  /** The rows that are made. */
  @state() private first = 0;
  @state() private last = 0;
  /** What was asked for last, so that it is asked for once. */
  #asked = '';
  /** The row that the list was last scrolled to by itself. */
  #shown = -1;

  /** Height of what stays in sight above the rows, in pixels. */
  get #head(): number {
    return this.inspector.view === 'network' ? ROW_HEIGHT : 0;
  }

  /** The row that keys start from. */
  get #active(): number {
    const { selected, current } = this.inspector;
    return selected >= 0 ? selected : Math.max(0, current);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watcher.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher.disconnect();
  }

  protected override firstUpdated(): void {
    this.#watcher.observe(this.scroller);
  }

  /** Rows are all of one height, so that which of them are in sight is a matter of counting. */
  readonly #handleScroll = (): void => {
    const { scrollTop, clientHeight } = this.scroller;
    const { total } = this.inspector;
    this.first = Math.max(0, Math.min(Math.floor(scrollTop / ROW_HEIGHT), total) - OVERSCAN);
    this.last = Math.min(total, Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + OVERSCAN);
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('inspector') && this.hasUpdated) this.#handleScroll();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Left to be set by style properties alone, as a content policy may refuse style attributes.
    this.sizer.style.blockSize = `${this.inspector.total * ROW_HEIGHT}px`;
    this.rows.style.transform = `translateY(${this.first * ROW_HEIGHT}px)`;
    const { first, last } = this;
    // Answers are let go of in time: what is in sight is asked for whenever the list has changed.
    const range = `${first}-${last}`;
    if (last > first && (range !== this.#asked || changed.has('inspector'))) {
      this.#asked = range;
      if (this.#isMissing(first, last)) this.dispatchEvent(new ReplayEntryRangeRequestEvent(first, last));
    }
    this.#reveal(changed);
  }

  #isMissing(first: number, last: number): boolean {
    for (let i = first; i < last; i++) if (!this.inspector.entryAt(i)) return true;
    return false;
  }

  /** Brings what is at the playhead into sight while the list follows, and what was chosen by keys or buttons. */
  #reveal(changed: PropertyValues<this>): void {
    const before = changed.get('inspector');
    const { follows, current, selected, total } = this.inspector;
    if (selected >= 0 && selected !== before?.selected) {
      this.#scrollTo(selected, 'auto');
    } else if (follows && current >= 0 && (current !== this.#shown || total !== before?.total)) {
      this.#shown = current;
      this.#scrollTo(current, 'center');
    }
  }

  #scrollTo(index: number, align: 'auto' | 'center'): void {
    const { clientHeight, scrollTop } = this.scroller;
    const room = clientHeight - this.#head;
    const top = index * ROW_HEIGHT;
    const isInSight = scrollTop <= top && top + ROW_HEIGHT <= scrollTop + room;
    if (align === 'center') this.scroller.scrollTop = top - (room - ROW_HEIGHT) / 2;
    else if (!isInSight) this.scroller.scrollTop = top < scrollTop ? top : top + ROW_HEIGHT - room;
  }

  readonly #letGo = (): void => {
    if (this.inspector.follows) this.dispatchEvent(new ReplayEntryFollowRequestEvent(false));
  };

  readonly #handlePointerDown = (event: PointerEvent): void => {
    // The bar beside the rows is being dragged.
    if (event.target === this.scroller) this.#letGo();
  };

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = this.#rowAfter(event.key);
    if (target === null || this.inspector.total === 0) return;
    event.preventDefault();
    this.#choose(Math.min(Math.max(target, 0), this.inspector.total - 1));
  };

  #rowAfter(key: string): number | null {
    switch (key) {
      case 'ArrowDown':
        return this.inspector.selected < 0 ? this.#active : this.#active + 1;
      case 'ArrowUp':
        return this.#active - 1;
      case 'PageDown':
        return this.#active + PAGE_ROWS;
      case 'PageUp':
        return this.#active - PAGE_ROWS;
      case 'Home':
        return 0;
      case 'End':
        return this.inspector.total - 1;
      case 'Enter':
      case ' ':
        return this.#active;
      default:
        return null;
    }
  }

  #choose(index: number): void {
    this.dispatchEvent(new ReplayEntryRequestEvent(index));
  }

  protected override render(): TemplateResult {
    const { view, selected, total } = this.inspector;
    const { inspector } = localeOf(this);
    const isActiveThere = this.first <= selected && selected < this.last;
    const rows = Array.from({ length: Math.max(0, this.last - this.first) }, (_, i) => this.first + i);
    return html`
      <div
        class="scroller ${view}"
        role="grid"
        tabindex="0"
        aria-label=${inspector.views[view]}
        aria-rowcount=${total}
        aria-activedescendant=${isActiveThere ? `row-${selected}` : nothing}
        @keydown=${this.#handleKeyDown}
        @scroll=${this.#handleScroll}
        @wheel=${this.#letGo}
        @touchmove=${this.#letGo}
        @pointerdown=${this.#handlePointerDown}
      >
        ${view === 'network' ? this.#renderHead() : nothing}
        <div class="sizer" role="presentation">
          <div class="rows" role="presentation">${rows.map((index) => this.#renderRow(index))}</div>
        </div>
      </div>
    `;
  }

  #renderHead(): TemplateResult {
    const { columns } = localeOf(this).inspector;
    const names = [columns.time, columns.status, columns.request, columns.duration, columns.waterfall];
    return html`
      <div class="head" role="row">
        ${names.map((name) => html`<span role="columnheader">${name}</span>`)}
      </div>
    `;
  }

  #renderRow(index: number): TemplateResult {
    const { current, selected, view } = this.inspector;
    const entry = this.inspector.entryAt(index);
    const classes = {
      row: true,
      current: index === current,
      selected: index === selected,
      [entry?.level ?? '']: entry?.level !== undefined,
    };
    return html`
      <div
        class=${classMap(classes)}
        part="row"
        role="row"
        id="row-${index}"
        aria-rowindex=${index + 1}
        aria-selected=${index === selected}
        aria-current=${index === current ? 'time' : nothing}
        @click=${() => this.#choose(index)}
      >
        ${entry ? renderEntryCells(entry, view, { words: localeOf(this), windows: this.windows, duration: this.duration }) : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-entry-list': ReplayEntryListElement;
  }
}
