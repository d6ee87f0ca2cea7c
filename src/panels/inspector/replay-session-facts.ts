import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingInfo } from '../../core/recording.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { ReplayPersonRequestEvent } from './events.ts';
import type { InspectorState } from './inspector-state.ts';

/**
 * What the file says of the session, and of the person in it, who is hidden until asked for.
 *
 * @element replay-session-facts
 * @fires {ReplayPersonRequestEvent} replay-person-request - The person is to be shown, or hidden.
 */
export class ReplaySessionFactsElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: block;
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 14px;
        margin: 0;
        font-size: 13px;
      }

      dt {
        color: var(--_muted);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      h3 {
        margin: 18px 0 6px;
        color: var(--_muted);
        font: 600 12px/1.3 var(--_font);
      }

      p {
        margin: 0 0 8px;
        color: var(--_muted);
        font-size: 13px;
      }
    `,
  ];

  @property({ attribute: false }) recording: RecordingInfo | null = null;

  /** How much of it is active, in seconds. */
  @property({ type: Number }) activeDuration = 0;

  @property({ attribute: false }) person: InspectorState['person'] = 'hidden';

  readonly #handlePerson = (): void => {
    this.dispatchEvent(new ReplayPersonRequestEvent(this.person === 'hidden'));
  };

  protected override render(): TemplateResult | typeof nothing {
    const { recording } = this;
    if (!recording) return nothing;
    const { about, common } = localeOf(this);
    const { producer } = recording;
    const facts = [
      [about.sessionId, recording.id],
      [about.recordedAt, common.moment(recording.startedAt)],
      [about.length, about.lengthActive(recording.duration, this.activeDuration)],
      [about.platform, about.platforms[recording.platform]],
      [about.producer, `${producer.library} ${producer.version}`.trim()],
    ];
    return html`
      <dl>
        ${facts.map(([name, value]) =>
          value === ''
            ? nothing
            : html`<dt>${name}</dt>
                <dd>${value}</dd>`,
        )}
      </dl>
      ${this.#renderPerson()}
    `;
  }

  #renderPerson(): TemplateResult {
    const { inspector } = localeOf(this);
    const isHidden = this.person === 'hidden';
    return html`
      <h3>${inspector.person}</h3>
      ${isHidden ? html`<p>${inspector.personHidden}</p>` : this.#renderKnown()}
      <button class="button outlined" type="button" @click=${this.#handlePerson}>
        ${isHidden ? inspector.showPerson : inspector.hidePerson}
      </button>
    `;
  }

  #renderKnown(): TemplateResult {
    const { person } = this;
    if (person === null || typeof person !== 'object')
      return html`<p>${localeOf(this).inspector.noPerson}</p>`;
    return html`${Object.entries(person.json as object).map(
      ([name, value]) => html`<replay-value .name=${name} .value=${value}></replay-value>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-session-facts': ReplaySessionFactsElement;
  }
}
