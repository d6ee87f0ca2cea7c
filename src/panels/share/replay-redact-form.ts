import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { REDACT_KINDS, type RedactKind } from '../../core/redact/rules.ts';
import { ReplayDraftRequestEvent, ReplayPickRequestEvent } from './events.ts';
import { exactClock } from './exact-clock.ts';
import { type DraftField, NOTHING_SHARED, type PickedThing } from './share-state.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { closeIcon } from '../../styles/icons.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { shareStyles } from './share.styles.ts';

/** Fields with one rule a line. */
const LINES = ['selectors', 'strings', 'patterns'] as const;

/**
 * What is to be removed from a copy of the recording.
 *
 * @element replay-redact-form
 * @fires {ReplayDraftRequestEvent} replay-draft-request - The reader filled something in, or took it back.
 * @fires {ReplayPickRequestEvent} replay-pick-request - The reader wants to pick an element on the replayed page.
 */
export class ReplayRedactFormElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, shareStyles];

  @query('[part="pick"]') private pickButton!: HTMLElement;

  @property({ attribute: false }) draft = NOTHING_SHARED.draft;

  /** Whether an element is being picked: the form is out of sight. */
  @property({ type: Boolean }) picking = false;

  /** Seconds: what the buttons beside the range write into it. Nothing is drawn anew for it. */
  currentTime = 0;

  /** Seconds. */
  @property({ type: Number }) duration = 0;

  protected override updated(changed: PropertyValues<this>): void {
    // The keyboard was on the page meanwhile.
    if (changed.get('picking')) this.pickButton.focus();
  }

  readonly #handlePick = (): void => {
    this.dispatchEvent(new ReplayPickRequestEvent());
  };

  readonly #handleInput = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement | HTMLTextAreaElement;
    this.#write(name as DraftField, value);
  };

  #setNow(end: 'from' | 'to'): void {
    this.#write(end, exactClock(end, this.currentTime, this.duration));
  }

  #write(name: DraftField, text: string): void {
    const change: Partial<Record<DraftField, string>> = { [name]: text };
    this.dispatchEvent(new ReplayDraftRequestEvent(change));
  }

  #leaveOut(kind: RedactKind, isLeftOut: boolean): void {
    const others = this.draft.kinds.filter((one) => one !== kind);
    this.dispatchEvent(new ReplayDraftRequestEvent({ kinds: isLeftOut ? [...others, kind] : others }));
  }

  #keep(thing: PickedThing): void {
    const picked = this.draft.picked.filter((one) => one !== thing);
    this.dispatchEvent(new ReplayDraftRequestEvent({ picked }));
  }

  protected override render(): TemplateResult {
    const { draft } = this;
    const { share } = localeOf(this);
    return html`
      <h3>${share.removeMore}</h3>
      <div class="row">
        <button class="button outlined" part="pick" type="button" @click=${this.#handlePick}>
          ${share.pick}
        </button>
      </div>
      <ul class="list" aria-label=${share.picked} ?hidden=${draft.picked.length === 0}>
        ${draft.picked.map((thing) => this.#renderPicked(thing))}
      </ul>
      ${LINES.map(
        (name) => html`
          <label class="field">
            <span>${share.fields[name].label}</span>
            <span class="quiet">${share.fields[name].hint}</span>
            <textarea
              name=${name}
              rows="2"
              spellcheck="false"
              autocomplete="off"
              .value=${draft[name]}
              @input=${this.#handleInput}
            ></textarea>
          </label>
        `,
      )}
      <label class="field">
        <span>${share.fields.parameters.label}</span>
        <span class="quiet">${share.fields.parameters.hint}</span>
        <input
          name="parameters"
          spellcheck="false"
          autocomplete="off"
          .value=${draft.parameters}
          @input=${this.#handleInput}
        />
      </label>
      <fieldset>
        <legend>${share.leaveOut}</legend>
        ${REDACT_KINDS.map(
          (kind) => html`
            <label class="tick">
              <input
                type="checkbox"
                value=${kind}
                .checked=${draft.kinds.includes(kind)}
                @change=${(event: Event) => this.#leaveOut(kind, (event.target as HTMLInputElement).checked)}
              />
              <span>
                ${share.kinds[kind]}
                <span class="quiet">${share.kindHints[kind]}</span>
              </span>
            </label>
          `,
        )}
      </fieldset>
      <fieldset>
        <legend>${share.keepOnly}</legend>
        ${this.#renderEnd('from')} ${this.#renderEnd('to')}
      </fieldset>
    `;
  }

  #renderEnd(end: 'from' | 'to'): TemplateResult {
    const { label, placeholder, now } = localeOf(this).share.range[end];
    return html`
      <div class="row">
        <label class="end">
          <span>${label}</span>
          <input
            name=${end}
            size="8"
            placeholder=${placeholder}
            autocomplete="off"
            .value=${this.draft[end]}
            @input=${this.#handleInput}
          />
        </label>
        <button class="button" type="button" @click=${() => this.#setNow(end)}>${now}</button>
      </div>
    `;
  }

  #renderPicked(thing: PickedThing): TemplateResult {
    const keep = localeOf(this).share.keep(thing.name);
    return html`
      <li class="thing">
        <span><code>${thing.name}</code></span>
        <button
          class="button"
          type="button"
          aria-label=${keep}
          title=${keep}
          @click=${() => this.#keep(thing)}
        >
          ${closeIcon}
        </button>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-redact-form': ReplayRedactFormElement;
  }
}
