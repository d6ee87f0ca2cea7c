import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { localeOf } from '../../locale/locale-of.ts';
import { baseStyles } from '../../styles/base-styles.ts';

/** So many parts of a value are shown before the reader asks for more. */
const SHOWN = 100;
/** So much of a text is shown in a line. */
const LINE = 2000;

/**
 * A value as the console of a browser shows it: what holds others can be opened.
 *
 * @element replay-value
 */
export class ReplayValueElement extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font:
          12px/1.5 ui-monospace,
          SFMono-Regular,
          Menlo,
          Consolas,
          monospace;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      ul {
        margin: 0;
        padding-inline-start: 14px;
        list-style: none;
      }

      summary {
        cursor: pointer;
      }

      .name {
        color: light-dark(#7b1fa2, #d7a6ff);
      }

      .text {
        color: light-dark(#9a3412, #ffb48a);
      }

      .plain {
        color: light-dark(#1746a2, #9cc2ff);
      }

      button {
        padding: 2px 6px;
        border: 1px solid var(--_line);
        border-radius: 4px;
        color: inherit;
        background: none;
        font: inherit;
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) value: unknown = null;

  /** Name of the part that it is; empty for a value of its own. */
  @property() name = '';

  /** So many of its parts are shown. */
  @state() private shown = SHOWN;

  @state() private isOpen = false;

  readonly #handleToggle = (event: Event): void => {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
  };

  readonly #showMore = (): void => {
    this.shown += SHOWN;
  };

  protected override render(): TemplateResult {
    const { value } = this;
    const name = this.name === '' ? nothing : html`<span class="name">${this.name}</span>: `;
    if (typeof value !== 'object' || value === null) return html`${name}${renderPlain(value)}`;
    const parts = Object.entries(value);
    return html`
      <details @toggle=${this.#handleToggle}>
        <summary>${name}${summaryOf(value, parts.length)}</summary>
        ${this.isOpen ? this.#renderParts(parts) : nothing}
      </details>
    `;
  }

  #renderParts(parts: readonly (readonly [string, unknown])[]): TemplateResult {
    const more = parts.length - this.shown;
    return html`
      <ul>
        ${parts
          .slice(0, this.shown)
          .map(([name, value]) => html`<li><replay-value .name=${name} .value=${value}></replay-value></li>`)}
      </ul>
      ${more > 0 ? html`<button type="button" @click=${this.#showMore}>${localeOf(this).common.more(more)}</button>` : nothing}
    `;
  }
}

function renderPlain(value: unknown): TemplateResult {
  if (typeof value !== 'string') return html`<span class="plain">${String(value)}</span>`;
  return html`<span class="text">${value.length > LINE ? `${value.slice(0, LINE)}…` : value}</span>`;
}

/** `Array (3)`, `{id, name, …}` */
function summaryOf(value: object, count: number): string {
  if (Array.isArray(value)) return `Array (${count})`;
  const names = Object.keys(value).slice(0, 4);
  return `{${names.join(', ')}${count > names.length ? ', …' : ''}}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-value': ReplayValueElement;
  }
}
