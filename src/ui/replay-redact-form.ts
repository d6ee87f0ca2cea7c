import { html, LitElement, type TemplateResult } from 'lit';
import { property, queryAll, state } from 'lit/decorators.js';
import { REDACT_KINDS, type RedactKind, type RedactRules } from '../core/redact/rules.ts';
import { ReplayPickRequestEvent, ReplayUnpickRequestEvent } from '../events.ts';
import type { PickedThing } from '../share/share-state.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { buttonStyles } from '../shared/button-styles.ts';
import { formatClock } from '../shared/format-time.ts';
import { closeIcon } from '../shared/icons.ts';
import { parseTime } from '../shared/parse-time.ts';
import { strings } from '../shared/strings.ts';
import { shareStyles } from './share.styles.ts';

type Field = 'selectors' | 'strings' | 'patterns' | 'parameters' | 'from' | 'to';

/** Fields with one rule a line. */
const LINES = ['selectors', 'strings', 'patterns'] as const;

/**
 * What is to be removed from a copy of the recording.
 *
 * @element replay-redact-form
 * @fires {ReplayPickRequestEvent} replay-pick-request - The reader wants to pick an element on the replayed page.
 * @fires {ReplayUnpickRequestEvent} replay-unpick-request - The reader wants an element to stay after all.
 */
export class ReplayRedactFormElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, shareStyles];

  @queryAll('[name]') private fields!: NodeListOf<HTMLInputElement>;
  @queryAll('[name="kinds"]') private kinds!: NodeListOf<HTMLInputElement>;
  @state() private from = '';
  @state() private to = '';

  @property({ attribute: false }) picked: readonly PickedThing[] = [];

  /** Seconds: what the buttons beside the range write into it. Nothing is drawn anew for it. */
  currentTime = 0;

  /** Seconds. */
  @property({ type: Number }) duration = 0;

  /**
   * What was filled in.
   *
   * @throws TypeError that says what cannot be meant
   */
  get rules(): RedactRules {
    const lines = (name: Field) =>
      this.#valueOf(name)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    const patterns = lines('patterns').map(patternOf);
    const kinds = [...this.kinds].filter(({ checked }) => checked).map(({ value }) => value as RedactKind);
    const urlParameters = this.#valueOf('parameters')
      .split(/[\s,]+/)
      .filter(Boolean);
    const elements = this.picked.map(({ windowId, nodeId, time }) => ({ windowId, nodeId, time }));
    const range = this.#range;
    return {
      selectors: lines('selectors'),
      strings: lines('strings'),
      patterns,
      urlParameters,
      kinds,
      elements,
      ...(range && { range }),
    };
  }

  get #range(): { start: number; end: number } | null {
    const [from, to] = [this.#valueOf('from'), this.#valueOf('to')].map((text) => text.trim());
    if (!from && !to) return null;
    const start = from ? parseTime(from) : 0;
    const end = to ? parseTime(to) : this.duration;
    if (start === null || end === null || start > end) throw new TypeError(strings.badRange);
    return { start, end };
  }

  #valueOf(name: Field): string {
    return [...this.fields].find((field) => field.name === name)?.value ?? '';
  }

  readonly #handlePick = (): void => {
    this.dispatchEvent(new ReplayPickRequestEvent(true));
  };

  #setNow(end: 'from' | 'to'): void {
    this[end] = formatClock(this.currentTime, this.duration);
  }

  protected override render(): TemplateResult {
    return html`
      <h3>${strings.removeWhat}</h3>
      <div class="row">
        <button class="button outlined" part="pick" type="button" @click=${this.#handlePick}>
          ${strings.pick}
        </button>
      </div>
      <ul class="list" aria-label=${strings.pickedThings} ?hidden=${this.picked.length === 0}>
        ${this.picked.map((thing) => this.#renderPicked(thing))}
      </ul>
      ${LINES.map(
        (name) => html`
          <label class="field">
            <span>${strings.redactFields[name].label}</span>
            <span class="quiet">${strings.redactFields[name].hint}</span>
            <textarea name=${name} rows="2" spellcheck="false" autocomplete="off"></textarea>
          </label>
        `,
      )}
      <label class="field">
        <span>${strings.redactFields.parameters.label}</span>
        <span class="quiet">${strings.redactFields.parameters.hint}</span>
        <input name="parameters" spellcheck="false" autocomplete="off" />
      </label>
      <fieldset>
        <legend>${strings.removeKinds}</legend>
        ${REDACT_KINDS.map(
          (kind) => html`
            <label class="tick">
              <input type="checkbox" name="kinds" value=${kind} /> ${strings.redactKinds[kind]}
            </label>
          `,
        )}
      </fieldset>
      <fieldset>
        <legend>${strings.keepRange}</legend>
        ${this.#renderEnd('from')} ${this.#renderEnd('to')}
      </fieldset>
    `;
  }

  #renderEnd(end: 'from' | 'to'): TemplateResult {
    const { label, placeholder, now } = strings.range[end];
    return html`
      <div class="row">
        <label class="end">
          <span>${label}</span>
          <input name=${end} size="8" placeholder=${placeholder} .value=${this[end]} autocomplete="off" />
        </label>
        <button class="button" type="button" @click=${() => this.#setNow(end)}>${now}</button>
      </div>
    `;
  }

  #renderPicked(thing: PickedThing): TemplateResult {
    return html`
      <li class="thing">
        <span><code>${thing.name}</code></span>
        <button
          class="button"
          type="button"
          aria-label=${strings.unpick(thing.name)}
          title=${strings.unpick(thing.name)}
          @click=${() => this.dispatchEvent(new ReplayUnpickRequestEvent(thing))}
        >
          ${closeIcon}
        </button>
      </li>
    `;
  }
}

/** A line between slashes is a regular expression with its flags; any other one is its source. */
function patternOf(line: string): RegExp {
  const [, source = line, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(line) ?? [];
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    throw new TypeError(strings.badPattern(line), { cause });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-redact-form': ReplayRedactFormElement;
  }
}
