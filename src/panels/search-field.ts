import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { nextIcon, previousIcon } from '../styles/icons.ts';

/** How long a search waits for the next letter, in milliseconds. */
const TYPING_MS = 150;

interface SearchWords {
  readonly search: string;
  readonly previous: string;
  readonly next: string;
}

interface SearchActions {
  readonly search: (text: string) => void;
  /** To the next of what was found, or the one before. */
  readonly step: (by: 1 | -1) => void;
  /** Whether the answer to what was searched for last is there. */
  readonly isThere: () => boolean;
}

/**
 * A field in a panel that searches while the reader types, what came of it, and buttons to the next and the previous of
 * what was found, as Enter and Shift+Enter. A slash goes to it.
 */
export class SearchField implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #actions: SearchActions;
  #typing = 0;
  /** What is shown was found for this. */
  #value = '';
  /** A step among what is found for a text, for which the answer may still be on its way. */
  #wish: { readonly text: string; readonly by: 1 | -1 } | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, actions: SearchActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
    host.addEventListener('keydown', (event) => this.#handleKey(event));
  }

  hostUpdated(): void {
    if (!this.#wish || this.#wish.text !== this.#value || !this.#actions.isThere()) return;
    const { by } = this.#wish;
    this.#wish = null;
    this.#actions.step(by);
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  #handleKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (event.key !== '/' || (target instanceof Element && target.matches('input, select'))) return;
    event.preventDefault();
    this.#host.shadowRoot?.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }

  readonly #handleInput = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#wish = null;
    this.#typing = window.setTimeout(() => this.#search(value), TYPING_MS);
  };

  #search(text: string): void {
    clearTimeout(this.#typing);
    this.#typing = 0;
    this.#actions.search(text);
  }

  readonly #handleEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const text = (event.currentTarget as HTMLInputElement).value;
    this.#wish = { text, by: event.shiftKey ? -1 : 1 };
    if (this.#typing !== 0) this.#search(text);
    this.hostUpdated();
  };

  /** @param status how much was found */
  render(value: string, status: string, { search, previous, next }: SearchWords): TemplateResult {
    this.#value = value;
    const step = (label: string, icon: TemplateResult, by: 1 | -1) => html`
      <button
        class="button"
        type="button"
        aria-label=${label}
        title=${label}
        @click=${() => this.#actions.step(by)}
      >
        ${icon}
      </button>
    `;
    return html`
      <input
        type="search"
        aria-label=${search}
        placeholder=${search}
        .value=${value}
        @input=${this.#handleInput}
        @keydown=${this.#handleEnter}
      />
      <span class="quiet" role="status">${status}</span>
      ${step(previous, previousIcon, -1)} ${step(next, nextIcon, 1)}
    `;
  }
}
