import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { copyText } from '../../copies/copy-text.ts';
import type { ReplayEntry } from '../../core/entries/entry.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { closeIcon } from '../../styles/icons.ts';
import { renderTakenOut, type TakenOut } from '../take-out.ts';
import { ReplayEntryRequestEvent } from './events.ts';
import { renderRequestDetails } from './render-request-details.ts';

/** So much of a line of the console is shown; a copy holds all of it. */
const SHOWN_CHARACTERS = 20_000;

/**
 * All that is known of one entry.
 *
 * @element replay-entry-details
 * @fires {ReplayEntryRequestEvent} replay-entry-request - The reader closes it.
 */
export class ReplayEntryDetailsElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        min-block-size: 0;
        overflow: auto;
        overscroll-behavior: contain;
        border-block-start: 1px solid var(--_line);
        font-size: 13px;
      }

      header {
        display: flex;
        position: sticky;
        inset-block-start: 0;
        align-items: start;
        gap: 8px;
        padding: 4px 4px 4px 12px;
        background: var(--_surface);
      }

      h3 {
        flex: 1;
        margin: 0;
        padding-block: 7px;
        overflow-wrap: anywhere;
        font: 600 13px/1.4 var(--_font);
      }

      h4 {
        margin: 10px 0 4px;
        color: var(--_muted);
        font: 600 12px/1.3 var(--_font);
      }

      .taken {
        margin: 0;
        padding: 0 12px 6px;
        color: var(--_muted);
      }

      .content {
        padding: 0 12px 14px;
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px 12px;
        margin: 0;
      }

      dt {
        color: var(--_muted);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      pre {
        margin: 0;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        font:
          12px/1.5 ui-monospace,
          SFMono-Regular,
          Menlo,
          Consolas,
          monospace;
      }

      table {
        inline-size: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        padding-block: 2px;
        padding-inline-end: 12px;
        overflow-wrap: anywhere;
        font-weight: 400;
        vertical-align: top;
      }

      th {
        color: var(--_muted);
      }

      .quiet {
        margin: 0;
        color: var(--_muted);
      }
    `,
  ];

  @property({ attribute: false }) entry!: ReplayEntry;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** What came of copying it. */
  @state() private taken: TakenOut = 'nothing';

  readonly #handleClose = (): void => {
    this.dispatchEvent(new ReplayEntryRequestEvent(-1));
  };

  /** One entry as the list's JSON holds it. */
  readonly #handleCopy = async (): Promise<void> => {
    this.taken = (await copyText(JSON.stringify(this.entry, null, 2))) ? 'copied' : 'not-copied';
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entry')) this.taken = 'nothing';
  }

  protected override render(): TemplateResult {
    const words = localeOf(this);
    const { common, inspector } = words;
    const { entry } = this;
    return html`
      <section aria-labelledby="title">
        <header>
          <h3 id="title">${writeMoment(words, this.clock, entry.time, this.duration)} ${entry.title}</h3>
          <button class="button" part="copy" type="button" @click=${this.#handleCopy}>
            ${inspector.copy}
          </button>
          <button
            class="button"
            part="close"
            type="button"
            aria-label=${inspector.closeDetails}
            title=${common.close}
            @click=${this.#handleClose}
          >
            ${closeIcon}
          </button>
        </header>
        ${renderTakenOut(localeOf(this), this.taken)}
        <div class="content">${this.#renderTarget()} ${this.#renderDetail()}</div>
      </section>
    `;
  }

  #renderTarget(): TemplateResult | typeof nothing {
    const { target } = this.entry;
    if (!target) return nothing;
    const { inspector } = localeOf(this);
    return html`
      <dl>
        <dt>${inspector.element}</dt>
        <dd>${[target.role, target.name].filter(Boolean).join(' ')}</dd>
        <dt>${inspector.selector}</dt>
        <dd><code>${target.selector}</code></dd>
      </dl>
    `;
  }

  #renderDetail(): TemplateResult {
    const { entry } = this;
    const words = localeOf(this);
    switch (entry.kind) {
      case 'request':
        return renderRequestDetails(entry.detail, words);
      case 'console': {
        const { values, stack, truncated } = entry.detail;
        return html`
          ${values.map((value) => html`<replay-value .value=${shortened(value)}></replay-value>`)}
          ${truncated ? html`<p class="quiet">${words.inspector.truncated}</p>` : nothing}
          ${renderStack(stack)}
        `;
      }
      case 'error':
        return html`<pre>${entry.detail.message}</pre>
          ${renderStack(entry.detail.stack)}`;
      case 'signal':
        return html`
          <dl>
            <dt>${words.inspector.rule}</dt>
            <dd>${entry.detail.rule}</dd>
            <dt>${words.inspector.madeFrom}</dt>
            <dd>${entry.detail.from.join(', ')}</dd>
            ${Object.entries(entry.detail.measured).map(
              ([name, value]) =>
                html`<dt>${name}</dt>
                  <dd>${words.format.number(value)}</dd>`,
            )}
          </dl>
        `;
      default:
        return html`<replay-value .value=${entry.detail}></replay-value>`;
    }
  }
}

function shortened(value: unknown): unknown {
  return typeof value === 'string' && value.length > SHOWN_CHARACTERS
    ? `${value.slice(0, SHOWN_CHARACTERS)}…`
    : value;
}

function renderStack(stack: readonly string[]): TemplateResult | typeof nothing {
  return stack.length === 0 ? nothing : html`<pre>${stack.join('\n')}</pre>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-entry-details': ReplayEntryDetailsElement;
  }
}
