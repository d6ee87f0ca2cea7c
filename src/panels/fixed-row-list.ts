import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { baseStyles } from '../styles/base-styles.ts';
import { fixedRowListStyles, ROW_HEIGHT } from './fixed-row-list.styles.ts';

/** Keys that move by so many rows. */
const PAGE_ROWS = 10;
/** Rows that are made besides those in sight. */
const OVERSCAN = 8;

/** What such a list shows, replaced and never edited. Rows go by their place, from 0. */
export interface RowListState {
  readonly total: number;
  /** Row of the last thing before the playhead; -1 for none. */
  readonly current: number;
  /** Row that was chosen; -1 for none. */
  readonly selected: number;
  /** The list scrolls with playback. */
  readonly follows: boolean;
}

/**
 * A list of any length whose rows are all of one height, so that only those in sight are made. Follows playback until
 * the reader scrolls.
 */
export abstract class FixedRowListElement extends LitElement {
  static override styles = [baseStyles, fixedRowListStyles];

  protected abstract readonly list: RowListState;
  /** Accessible name. */
  protected abstract readonly label: string;
  /** Class of the box that scrolls, besides its own. */
  protected abstract readonly layout: string;
  /** Height of what stays in sight above the rows, in pixels. */
  protected abstract readonly headHeight: number;

  @query('.scroller') private scroller!: HTMLElement;
  @query('.sizer') private sizer!: HTMLElement;
  @query('.rows') private rows!: HTMLElement;

  readonly #watcher = new ResizeObserver(() => this.#handleScroll());
  /** The rows that are made. */
  @state() private first = 0;
  @state() private last = 0;
  /** What was shown before, and which rows of it. */
  #before: RowListState | null = null;
  #range = '';
  /** The row that the list was last scrolled to by itself. */
  #shown = -1;

  protected abstract renderCells(index: number): TemplateResult | typeof nothing;

  /** Class of a row besides those that say what is current and selected; empty for none. */
  protected abstract classOf(index: number): string;

  /** The reader chose a row. */
  protected abstract choose(index: number): void;

  /** The reader scrolls, so that the list should no longer follow. */
  protected abstract letGo(): void;

  protected renderHead(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The list has changed, or other rows of it are made. @param end excluded */
  protected need?(start: number, end: number): void;

  /** The row that keys start from. */
  get #active(): number {
    const { selected, current } = this.list;
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
    const { total } = this.list;
    this.first = Math.max(0, Math.min(Math.floor(scrollTop / ROW_HEIGHT), total) - OVERSCAN);
    this.last = Math.min(total, Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + OVERSCAN);
  };

  protected override willUpdate(): void {
    if (this.hasUpdated && this.list !== this.#before) this.#handleScroll();
  }

  protected override updated(): void {
    const { list, first, last } = this;
    const before = this.#before;
    this.#before = list;
    // Left to be set by style properties alone, as a content policy may refuse style attributes.
    this.sizer.style.blockSize = `${list.total * ROW_HEIGHT}px`;
    this.rows.style.transform = `translateY(${first * ROW_HEIGHT}px)`;
    const range = `${first}-${last}`;
    if (last > first && (range !== this.#range || list !== before)) {
      this.#range = range;
      this.need?.(first, last);
    }
    if (list !== before) this.#reveal(before);
  }

  /** Brings what is at the playhead into sight while the list follows, and what was chosen by keys or buttons. */
  #reveal(before: RowListState | null): void {
    const { follows, current, selected, total } = this.list;
    if (selected >= 0 && selected !== before?.selected) {
      this.#scrollTo(selected, 'auto');
    } else if (follows && current >= 0 && (current !== this.#shown || total !== before?.total)) {
      this.#shown = current;
      this.#scrollTo(current, 'center');
    }
  }

  #scrollTo(index: number, align: 'auto' | 'center'): void {
    const { clientHeight, scrollTop } = this.scroller;
    const room = clientHeight - this.headHeight;
    const top = index * ROW_HEIGHT;
    const isInSight = scrollTop <= top && top + ROW_HEIGHT <= scrollTop + room;
    if (align === 'center') this.scroller.scrollTop = top - (room - ROW_HEIGHT) / 2;
    else if (!isInSight) this.scroller.scrollTop = top < scrollTop ? top : top + ROW_HEIGHT - room;
  }

  readonly #letGo = (): void => {
    if (this.list.follows) this.letGo();
  };

  readonly #handlePointerDown = (event: PointerEvent): void => {
    // The bar beside the rows is being dragged.
    if (event.target === this.scroller) this.#letGo();
  };

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = this.#rowAfter(event.key);
    if (target === null || this.list.total === 0) return;
    event.preventDefault();
    this.choose(Math.min(Math.max(target, 0), this.list.total - 1));
  };

  #rowAfter(key: string): number | null {
    switch (key) {
      case 'ArrowDown':
        return this.list.selected < 0 ? this.#active : this.#active + 1;
      case 'ArrowUp':
        return this.#active - 1;
      case 'PageDown':
        return this.#active + PAGE_ROWS;
      case 'PageUp':
        return this.#active - PAGE_ROWS;
      case 'Home':
        return 0;
      case 'End':
        return this.list.total - 1;
      case 'Enter':
      case ' ':
        return this.#active;
      default:
        return null;
    }
  }

  protected override render(): TemplateResult {
    const { selected, total } = this.list;
    const isActiveThere = this.first <= selected && selected < this.last;
    const rows = Array.from({ length: Math.max(0, this.last - this.first) }, (_, i) => this.first + i);
    return html`
      <div
        class="scroller ${this.layout}"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${total}
        aria-activedescendant=${isActiveThere ? `row-${selected}` : nothing}
        @keydown=${this.#handleKeyDown}
        @scroll=${this.#handleScroll}
        @wheel=${this.#letGo}
        @touchmove=${this.#letGo}
        @pointerdown=${this.#handlePointerDown}
      >
        ${this.renderHead()}
        <div class="sizer" role="presentation">
          <div class="rows" role="presentation">${rows.map((index) => this.#renderRow(index))}</div>
        </div>
      </div>
    `;
  }

  #renderRow(index: number): TemplateResult {
    const { current, selected } = this.list;
    const own = this.classOf(index);
    const classes = {
      row: true,
      current: index === current,
      selected: index === selected,
      [own]: own !== '',
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
        @click=${() => this.choose(index)}
      >
        ${this.renderCells(index)}
      </div>
    `;
  }
}
