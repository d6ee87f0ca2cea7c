import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { checkIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';
import { placePopup } from './place-popup.ts';
import { popupStyles } from './popup.styles.ts';
import { menuStyles } from './replay-menu.styles.ts';

/** One choice of a menu. */
export interface MenuItem {
  readonly value: string;
  readonly label: string;
  /** Whether it holds, for one that can hold beside the others; left out for those of which one is chosen. */
  readonly checked?: boolean;
}

/** The reader chose an item; only the element around the menu hears it. */
export class ReplayMenuSelectEvent extends Event {
  constructor(readonly value: string) {
    super('replay-menu-select');
  }
}

/**
 * A button that says what is chosen and opens a list of the choices. The list is a native popover: the player
 * cannot clip it, and the browser closes it on Escape and on a press outside.
 *
 * @element replay-menu
 * @fires {ReplayMenuSelectEvent} replay-menu-select - The reader chose an item.
 * @slot - An icon before the text of the button.
 * @csspart button - The button.
 * @csspart text - The words on the button.
 * @csspart menu - The list.
 */
export class ReplayMenuElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, popupStyles, menuStyles];

  @query('.button') private button!: HTMLElement;
  @query('.menu') private menu!: HTMLElement;
  @queryAll('.item') private itemElements!: NodeListOf<HTMLElement>;
  @state() private open = false;

  /** What is chosen here, such as the speed. */
  @property() label = '';

  /** What was chosen, in words. Without them the button is called by what is in the slot. */
  @property() text = '';

  /** Value of the item that is checked; one that no item has checks none. */
  @property() value = '';

  /** What there is to choose from. */
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  /** What can be done besides, below the choices. */
  @property({ attribute: false }) commands: readonly MenuItem[] = [];

  readonly #handleBeforeToggle = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    if (this.open) placePopup(this.menu, this.button);
    // The browser gives back only a focus that it moved itself.
    else if (this.menu.matches(':focus-within')) this.button.focus();
  };

  readonly #handleToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') this.#focusItem(this.items.findIndex(({ value }) => value === this.value));
  };

  readonly #handleButtonKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.menu.showPopover();
  };

  readonly #handleMenuKeyDown = (event: KeyboardEvent): void => {
    const last = this.itemElements.length - 1;
    const index = [...this.itemElements].findIndex((item) => item === event.target);
    switch (event.key) {
      case 'ArrowDown':
        this.#focusItem(index < last ? index + 1 : 0);
        break;
      case 'ArrowUp':
        this.#focusItem(index > 0 ? index - 1 : last);
        break;
      case 'Home':
        this.#focusItem(0);
        break;
      case 'End':
        this.#focusItem(last);
        break;
      case 'Tab':
        // Back on the button before the browser moves on from there.
        this.menu.hidePopover();
        return;
      default:
        return;
    }
    event.preventDefault();
  };

  #handleChoice(value: string): void {
    this.menu.hidePopover();
    this.dispatchEvent(new ReplayMenuSelectEvent(value));
  }

  #focusItem(index: number): void {
    this.itemElements.item(Math.max(index, 0)).focus();
  }

  protected override render(): TemplateResult {
    const { label, text } = this;
    const name = text === '' ? label : localeOf(this).controls.choice(label, text);
    return html`
      <button
        class="button"
        part="button"
        type="button"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${text === '' ? nothing : name}
        title=${name}
        @keydown=${this.#handleButtonKeyDown}
      >
        <slot></slot>
        <bdi class="text" part="text">${this.text}</bdi>
      </button>
      <div
        id="menu"
        class="menu"
        part="menu"
        popover
        role="menu"
        aria-label=${this.label}
        @beforetoggle=${this.#handleBeforeToggle}
        @toggle=${this.#handleToggle}
        @keydown=${this.#handleMenuKeyDown}
      >
        ${this.items.map((item) => this.#renderItem(item))}
        ${this.commands.length > 0 ? html`<hr />` : nothing}
        ${this.commands.map((item) => this.#renderCommand(item))}
      </div>
    `;
  }

  #renderItem({ value, label, checked }: MenuItem): TemplateResult {
    return html`
      <button
        class=${checked === undefined ? 'item' : 'item apart'}
        type="button"
        role=${checked === undefined ? 'menuitemradio' : 'menuitemcheckbox'}
        tabindex="-1"
        aria-checked=${checked ?? value === this.value}
        @click=${() => this.#handleChoice(value)}
      >
        ${checkIcon} <bdi>${label}</bdi>
      </button>
    `;
  }

  #renderCommand({ value, label }: MenuItem): TemplateResult {
    return html`
      <button
        class="item"
        type="button"
        role="menuitem"
        tabindex="-1"
        @click=${() => this.#handleChoice(value)}
      >
        ${checkIcon} ${label}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-menu': ReplayMenuElement;
  }
}
