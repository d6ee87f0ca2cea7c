import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ReplayLoopRequestEvent } from '../../events.ts';
import { wholeSeconds } from '../../locale/formats.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type RangeEdge, withEdge } from '../../loop-range.ts';
import type { TimeSpan } from '../../session/session-state.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { loopRangeStyles } from './replay-loop-range.styles.ts';
import { shareUnder } from './share-under.ts';
import { percent } from './timeline-drawing.ts';
import { timeAfterKey } from './timeline-keys.ts';
import { TimelineScale } from './timeline-scale.ts';

/** Seconds. */
const STEPS = { step: 1, smallStep: 0.1, page: 10 };

/**
 * The range of the timeline that is repeated, with a handle at either end. Lies over the timeline, and is nothing while
 * no range is.
 *
 * @element replay-loop-range
 * @fires {ReplayLoopRequestEvent} replay-loop-request - The reader moved an end of the range.
 * @csspart band - The range.
 * @csspart handle - An end of it; also of the part `start` or `end`.
 */
export class ReplayLoopRangeElement extends LitElement {
  static override styles = [baseStyles, loopRangeStyles];

  @query('.start') private startHandle!: HTMLElement | null;
  @query('.end') private endHandle!: HTMLElement | null;

  /** Null for none. */
  @property({ attribute: false }) range: TimeSpan | null = null;

  /** Where moments are on the timeline. */
  @property({ attribute: false }) scale = new TimelineScale(0);

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** Left to be set by style properties alone, as a content policy may refuse style attributes. */
  protected override updated(): void {
    const { range, scale, startHandle, endHandle } = this;
    if (!range || !startHandle || !endHandle) return;
    startHandle.style.left = percent(scale.shareOf(range.start));
    endHandle.style.left = percent(scale.shareOf(range.end));
  }

  readonly #handlePointerDown = (event: PointerEvent): void => {
    // Below it is the timeline, which would seek.
    event.stopPropagation();
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  #handlePointerMove(event: PointerEvent, edge: RangeEdge): void {
    if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    this.#move(edge, this.scale.timeAt(shareUnder(event, this)));
  }

  #handleKeyDown(event: KeyboardEvent, edge: RangeEdge): void {
    if (!this.range || event.ctrlKey || event.metaKey || event.altKey) return;
    const time = timeAfterKey(event, this.range[edge], STEPS, this.duration);
    if (time === null) return;
    event.preventDefault();
    this.#move(edge, time);
  }

  #move(edge: RangeEdge, time: number): void {
    const { range } = this;
    if (range) this.dispatchEvent(new ReplayLoopRequestEvent(withEdge(range, edge, time, this.duration)));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { range, scale } = this;
    if (!range) return nothing;
    const [from, to] = [range.start, range.end].map((time) => Math.min(Math.max(scale.shareOf(time), 0), 1));
    return html`
      <svg class="band" part="band" aria-hidden="true">
        <rect x=${percent(from ?? 0)} width=${percent((to ?? 0) - (from ?? 0))} height="100%" />
      </svg>
      ${this.#renderHandle(range, 'start')} ${this.#renderHandle(range, 'end')}
    `;
  }

  #renderHandle(range: TimeSpan, edge: RangeEdge): TemplateResult {
    const { controls } = localeOf(this);
    const share = this.scale.shareOf(range[edge]);
    return html`
      <div
        class="handle ${edge}"
        part="handle ${edge}"
        role="slider"
        tabindex="0"
        aria-label=${controls.loopEdge[edge]}
        aria-orientation="horizontal"
        aria-valuemin=${edge === 'start' ? 0 : wholeSeconds(range.start)}
        aria-valuemax=${wholeSeconds(edge === 'end' ? Math.round(this.duration) : range.end)}
        aria-valuenow=${wholeSeconds(range[edge], this.duration)}
        aria-valuetext=${controls.position(range[edge], this.duration)}
        ?hidden=${share < 0 || share > 1}
        @pointerdown=${this.#handlePointerDown}
        @pointermove=${(event: PointerEvent) => this.#handlePointerMove(event, edge)}
        @keydown=${(event: KeyboardEvent) => this.#handleKeyDown(event, edge)}
      ></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-loop-range': ReplayLoopRangeElement;
  }
}
