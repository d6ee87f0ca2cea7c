import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../../styles/base-styles.ts';
import { percent } from './timeline-drawing.ts';

/** Of what is in view, so much is passed over by an arrow key. */
const STEP = 0.1;
/** The part in view can be seen and taken hold of, however little it is. */
const NARROWEST = 0.02;

/** Another part of the recording is to be in view; only the timeline hears it. */
export class ReplayBrushEvent extends Event {
  constructor(
    /** Where it begins, as a share of the recording as it is drawn; it may be beyond its ends. */
    readonly from: number,
  ) {
    super('replay-brush');
  }
}

/**
 * Shows which part of a recording is in view, and moves it. The element around it says what it is for: its role is that
 * of a scroll bar.
 *
 * @element replay-timeline-brush
 * @fires {ReplayBrushEvent} replay-brush - Another part is to be in view.
 */
export class ReplayTimelineBrushElement extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        /* The timeline moves up by as much, and is to stay under a pointer that zooms it. */
        block-size: 10px;
        padding-block: 1px 3px;
        border-radius: 4px;
        cursor: grab;
        touch-action: none;
      }

      :host(:active) {
        cursor: grabbing;
      }

      :host(:focus-visible) {
        outline: 2px solid var(--_accent);
        outline-offset: -1px;
      }

      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        overflow: hidden;
        border-radius: 3px;
      }

      .rest {
        fill: color-mix(in srgb, var(--_track) 55%, transparent);
      }

      .seen {
        fill: var(--_muted);
      }

      :host(:hover) .seen,
      :host(:focus-visible) .seen {
        fill: var(--_text);
      }

      .position {
        fill: var(--_accent);
        stroke: var(--_surface);
        stroke-width: 1.5px;
      }

      @media (pointer: coarse) {
        :host {
          block-size: 24px;
          padding-block: 6px 10px;
        }
      }

      @media (forced-colors: active) {
        .rest {
          fill: GrayText;
        }

        .seen {
          fill: CanvasText;
        }

        .position {
          fill: Highlight;
        }
      }
    `,
  ];

  /** Where the part in view begins and ends, as shares of the recording as it is drawn. */
  @property({ type: Number }) from = 0;
  @property({ type: Number }) to = 1;

  /** Where the position is. */
  @property({ type: Number }) position = 0;

  /** How far from its beginning the part in view is held; null while it is not. */
  #hold: number | null = null;

  constructor() {
    super();
    this.addEventListener('pointerdown', this.#handlePointerDown);
    this.addEventListener('pointermove', this.#handlePointerMove);
    this.addEventListener('lostpointercapture', () => (this.#hold = null));
    this.addEventListener('keydown', this.#handleKeyDown);
  }

  readonly #handlePointerDown = (event: PointerEvent): void => {
    // The timeline would take it for its own.
    event.stopPropagation();
    if (event.button !== 0 || this.#hold !== null) return;
    this.setPointerCapture(event.pointerId);
    const share = this.#shareOf(event);
    const isOn = this.from <= share && share <= this.to;
    this.#hold = isOn ? share - this.from : (this.to - this.from) / 2;
    if (!isOn) this.#ask(share - this.#hold);
  };

  readonly #handlePointerMove = (event: PointerEvent): void => {
    event.stopPropagation();
    if (this.#hold !== null) this.#ask(this.#shareOf(event) - this.#hold);
  };

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = this.#fromAfter(event.key);
    if (from === null) return;
    event.preventDefault();
    this.#ask(from);
  };

  /** Where the part in view begins after a key; null when it means nothing here. */
  #fromAfter(key: string): number | null {
    const seen = this.to - this.from;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowDown':
        return this.from + seen * STEP;
      case 'ArrowLeft':
      case 'ArrowUp':
        return this.from - seen * STEP;
      case 'PageDown':
        return this.from + seen;
      case 'PageUp':
        return this.from - seen;
      case 'Home':
        return 0;
      case 'End':
        return 1;
      default:
        return null;
    }
  }

  #ask(from: number): void {
    this.dispatchEvent(new ReplayBrushEvent(from));
  }

  #shareOf({ clientX }: PointerEvent): number {
    const { left, width } = this.getBoundingClientRect();
    return (clientX - left) / width;
  }

  protected override render(): TemplateResult {
    const width = Math.max(this.to - this.from, NARROWEST);
    const from = Math.min(this.from, 1 - width);
    return html`
      <svg aria-hidden="true">
        <rect class="rest" width="100%" height="100%" />
        <rect class="seen" x=${percent(from)} width=${percent(width)} height="100%" rx="3" />
        <svg class="at" x=${percent(this.position)}>
          <rect class="position" x="-2.5" width="5" height="100%" />
        </svg>
      </svg>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-timeline-brush': ReplayTimelineBrushElement;
  }
}
