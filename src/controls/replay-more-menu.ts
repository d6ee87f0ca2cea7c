import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { localeOf } from '../locale/locale-of.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { moreIcon } from '../styles/icons.ts';
import { placePopup } from './place-popup.ts';
import { popupStyles } from './popup.styles.ts';

/**
 * Holds the controls for which the bar has no room, each with its name. It closes when one of them is used; what opens
 * a menu opens it from here.
 *
 * @element replay-more-menu
 * @csspart button - The button that opens the list.
 * @csspart list - The list of controls.
 */
export class ReplayMoreMenuElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    popupStyles,
    css`
      .list {
        min-inline-size: 160px;
        --_control-size: 36px;
      }

      .list > div,
      .list > div > * {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
      }

      .list [hidden] {
        display: none;
      }

      /* Each says what it is called, as there is no pointer that rests on it where fingers are used. */
      .list *::part(button),
      .list *::part(previous),
      .list *::part(next) {
        inline-size: 100%;
        justify-content: start;
        gap: 10px;
        overflow: hidden;
      }

      .list *::part(button)::after,
      .list *::part(previous)::after,
      .list *::part(next)::after {
        overflow: hidden;
        line-height: 1.4;
        text-overflow: ellipsis;
        content: attr(title);
      }

      .list *::part(badge) {
        order: 1;
      }

      /* The name says it, too. */
      .list *::part(text) {
        display: none;
      }
    `,
  ];

  @query('.button') private button!: HTMLElement;
  @query('.list') private list!: HTMLElement;
  @state() private open = false;
  /** Its controls are made when it is first opened, and stay: one that goes while it is pressed is not heard. */
  @state() private hasOpened = false;

  /** What it holds. */
  @property({ attribute: false }) controls: readonly TemplateResult[] = [];

  override focus(): void {
    this.button.focus();
  }

  readonly #handleBeforeToggle = (event: ToggleEvent): void => {
    if (event.target !== this.list) return;
    this.open = event.newState === 'open';
    this.hasOpened ||= this.open;
    if (this.open) placePopup(this.list, this.button);
    // The browser gives back only a focus that it moved itself.
    else if (this.list.matches(':focus-within')) this.button.focus();
  };

  /** Closed before the control does its part: what takes the focus then gives it back to the button. */
  readonly #handleClick = {
    capture: true,
    handleEvent: (event: Event): void => {
      const path = event.composedPath();
      const opensMenu = path.some((one) => one instanceof Element && one.hasAttribute('popovertarget'));
      if (!opensMenu && path[0] !== this.list) this.list.hidePopover();
    },
  };

  protected override updated(): void {
    // Its size is known only now.
    if (this.open) placePopup(this.list, this.button);
  }

  protected override render(): TemplateResult {
    const { more } = localeOf(this).controls;
    return html`
      <button
        class="button"
        part="button"
        type="button"
        popovertarget="list"
        aria-expanded=${this.open}
        aria-label=${more}
        title=${more}
      >
        ${moreIcon}
      </button>
      <div
        id="list"
        class="list"
        part="list"
        popover
        role="group"
        aria-label=${more}
        @beforetoggle=${this.#handleBeforeToggle}
        @click=${this.#handleClick}
      >
        ${this.hasOpened ? this.controls.map((control) => html`<div>${control}</div>`) : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-more-menu': ReplayMoreMenuElement;
  }
}
