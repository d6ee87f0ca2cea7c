import { css, html, LitElement, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { localeOf } from '../locale/locale-of.ts';
import { baseStyles } from '../styles/base-styles.ts';

/** How much of the room a panel has at least and at most, and what one step of the keyboard is. Percent. */
const LEAST = 20;
const MOST = 75;
const STEP = 5;

/**
 * Holds the panel that stands beside the page, below it where there is little room, and lets its edge be dragged. Its
 * size lasts as long as the player.
 *
 * @element replay-panel-dock
 * @csspart divider - The edge that can be dragged.
 */
export class ReplayPanelDockElement extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        --_edge: 1px;

        display: flex;
        flex: 0 0 var(--_share, 38%);
        min-inline-size: 0;
        min-block-size: 0;
        background: var(--_surface);
      }

      :host([hidden]) {
        display: none;
      }

      [role='separator'] {
        flex: none;
        position: relative;
        z-index: 2;
        inline-size: var(--_edge);
        background: var(--_line);
        cursor: col-resize;
        touch-action: none;
      }

      /* Wide enough for a mouse, and no wider than a line. */
      [role='separator']::after {
        position: absolute;
        inset: -12px;
        content: '';
      }

      /* A handle, as sheets have one. */
      @media (pointer: coarse) {
        :host {
          --_edge: 20px;
        }

        [role='separator'] {
          display: grid;
          place-items: center;
          background: var(--_surface);
        }

        [role='separator']::before {
          inline-size: 4px;
          block-size: 36px;
          border-radius: 2px;
          background: var(--_track);
          content: '';
        }
      }

      /* The player puts it below the page then. */
      @container (width < 640px) {
        :host {
          flex-basis: var(--_share, 60%);
          flex-direction: column;
        }

        [role='separator'] {
          inline-size: auto;
          block-size: var(--_edge);
          cursor: row-resize;
        }

        [role='separator']::before {
          inline-size: 36px;
          block-size: 4px;
        }
      }

      [role='separator']:hover,
      [role='separator']:focus-visible {
        outline: 2px solid var(--_accent);
      }

      .panel {
        flex: 1 1 0;
        position: relative;
        min-inline-size: 0;
        min-block-size: 0;
      }
    `,
  ];

  readonly #watcher = new ResizeObserver(() => this.#handleResize());

  /** How much of the room the reader gives it, in percent; null until then. */
  @state() private chosen: number | null = null;

  @state() private isBelow = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher.disconnect();
  }

  /** How much of the room it takes. Percent. */
  private get share(): number {
    return this.chosen ?? (this.isBelow ? 60 : 38);
  }

  /** Where it stands is a matter of styles: a script that answers to a size by another one is late by a frame. */
  #handleResize(): void {
    this.isBelow = getComputedStyle(this).flexDirection === 'column';
  }

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    const target = this.#shareAfter(event.key);
    if (target === null) return;
    event.preventDefault();
    // The same keys seek in the player.
    event.stopPropagation();
    this.#resize(target);
  };

  #shareAfter(key: string): number | null {
    const { share, isBelow } = this;
    const isRightToLeft = getComputedStyle(this).direction === 'rtl';
    const [grow, shrink] = isBelow
      ? ['ArrowUp', 'ArrowDown']
      : isRightToLeft
        ? ['ArrowRight', 'ArrowLeft']
        : ['ArrowLeft', 'ArrowRight'];
    if (key === grow) return share + STEP;
    if (key === shrink) return share - STEP;
    if (key === 'Home') return LEAST;
    return key === 'End' ? MOST : null;
  }

  readonly #handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
  };

  readonly #handlePointerMove = (event: PointerEvent): void => {
    const divider = event.currentTarget as Element;
    if (!this.parentElement || !divider.hasPointerCapture(event.pointerId)) return;
    const room = this.parentElement.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(this).direction === 'rtl';
    const across = isRightToLeft ? event.clientX - room.left : room.right - event.clientX;
    const taken = this.isBelow ? (room.bottom - event.clientY) / room.height : across / room.width;
    this.#resize(taken * 100);
  };

  #resize(share: number): void {
    this.chosen = Math.round(Math.min(Math.max(share, LEAST), MOST));
    // A content policy may refuse style attributes.
    this.style.setProperty('--_share', `${this.chosen}%`);
  }

  protected override render(): TemplateResult {
    return html`
      <div
        role="separator"
        part="divider"
        tabindex="0"
        aria-label=${localeOf(this).common.panelSize}
        aria-orientation=${this.isBelow ? 'horizontal' : 'vertical'}
        aria-valuenow=${this.share}
        aria-valuemin=${LEAST}
        aria-valuemax=${MOST}
        @keydown=${this.#handleKeyDown}
        @pointerdown=${this.#handlePointerDown}
        @pointermove=${this.#handlePointerMove}
      ></div>
      <div class="panel"><slot></slot></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-panel-dock': ReplayPanelDockElement;
  }
}
