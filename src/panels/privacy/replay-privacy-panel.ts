import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { HiddenThing, HiddenThings } from '../../core/hidden/hidden-things.ts';
import { MASK_KINDS, type MaskKind } from '../../core/rrweb/mask-traces.ts';
import type { RecordingWindow } from '../../core/recording.ts';
import { ReplayMasksRequestEvent } from '../../events.ts';
import { ReplayHiddenRequestEvent } from './events.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { nextIcon, previousIcon } from '../../styles/icons.ts';
import { maskPatterns } from '../../styles/mask-patterns.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';
import { privacyPanelStyles } from './replay-privacy-panel.styles.ts';
import { windowName } from '../../locale/window-label.ts';
import { type WallClock, writeMoment } from '../../locale/wall-clock.ts';

/** Elements of thousands of things would make the panel slow: so many are listed at once. */
const LISTED = 100;

/**
 * What is hidden in the recording: a legend of the patterns with numbers, the switch for the overlays, and a list to
 * step through. What the recording says is shown as text and nothing else.
 *
 * @element replay-privacy-panel
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to close.
 * @fires {ReplayMasksRequestEvent} replay-masks-request - The reader wants the overlays to come or go.
 * @fires {ReplayHiddenRequestEvent} replay-hidden-request - The reader wants to see where something is hidden.
 * @csspart heading - The heading.
 * @csspart close - The button that closes the panel.
 * @csspart switch - The switch for the overlays.
 * @csspart swatch - The pattern of a kind.
 * @csspart previous - The button that goes to the hidden thing before.
 * @csspart next - The button that goes to the hidden thing after.
 */
export class ReplayPrivacyPanelElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, maskPatterns, panelStyles, privacyPanelStyles];

  readonly #panel = new PanelController(this);

  @query('h2') private heading!: HTMLElement;
  @query('[aria-current="true"]') private currentItem!: HTMLElement | null;
  @query('footer') private footer!: HTMLElement | null;

  /** Seconds from the start of the recording: where stepping begins. Nothing is drawn anew for it. */
  currentTime = 0;

  /** What is hidden in the recording; null while it is not known. */
  @property({ attribute: false }) findings: HiddenThings | null = null;

  /** Things of each kind on screen now. */
  @property({ attribute: false }) counts: Readonly<Record<MaskKind, number>> | null = null;

  /** Whether the overlays are drawn; things on screen are counted only then. */
  @property({ type: Boolean }) shown = false;

  /** Whether the whole file has been read. */
  @property({ type: Boolean }) complete = false;

  /** The windows of the session, in the order of their numbers. */
  @property({ attribute: false }) windows: readonly RecordingWindow[] = [];

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** The one that was gone to last, of `findings.things`. */
  @property({ attribute: false }) current: HiddenThing | null = null;

  /** Whether that one can be seen. */
  @property({ type: Boolean, attribute: 'in-sight' }) inSight = false;

  readonly #handleSwitch = (): void => {
    this.dispatchEvent(new ReplayMasksRequestEvent(!this.shown));
  };

  #goTo(thing: HiddenThing | undefined): void {
    if (thing) this.dispatchEvent(new ReplayHiddenRequestEvent(thing));
  }

  get #things(): readonly HiddenThing[] {
    return this.findings?.things ?? [];
  }

  /** Place of the current thing in the list; -1 for none. */
  get #index(): number {
    return this.current ? this.#things.indexOf(this.current) : -1;
  }

  get #previous(): HiddenThing | undefined {
    if (this.#index >= 0) return this.#things[this.#index - 1];
    return this.#things.findLast(({ start }) => start < this.currentTime);
  }

  get #next(): HiddenThing | undefined {
    if (this.#index >= 0) return this.#things[this.#index + 1];
    return this.#things.find(({ start }) => start >= this.currentTime) ?? this.#things[0];
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('current')) this.#reveal();
  }

  /** Scrolls the list alone: the browser would move the page around the player as well. */
  #reveal(): void {
    if (!this.currentItem) return;
    const item = this.currentItem.getBoundingClientRect();
    const own = this.getBoundingClientRect();
    const top = own.top + this.heading.offsetHeight + 24;
    const bottom = own.bottom - (this.footer?.offsetHeight ?? 0);
    if (item.top < top) this.scrollTop -= top - item.top;
    else if (item.bottom > bottom) this.scrollTop += item.bottom - bottom;
  }

  protected override render(): TemplateResult {
    const { privacy } = localeOf(this);
    return this.#panel.render(
      privacy.privacy,
      html`
        <div class="content">
          <button
            class="switch"
            part="switch"
            type="button"
            role="switch"
            aria-checked=${this.shown}
            @click=${this.#handleSwitch}
          >
            ${privacy.showMasks}<span class="knob" aria-hidden="true"></span>
          </button>
          ${this.#renderLegend()} ${this.#renderList()}
        </div>
        ${this.#things.length > 0 ? this.#renderSteps() : nothing}
      `,
    );
  }

  #renderLegend(): TemplateResult {
    const { privacy } = localeOf(this);
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${privacy.kinds}</th>
            <th scope="col">${privacy.now}</th>
            <th scope="col">${privacy.total}</th>
          </tr>
        </thead>
        <tbody>
          ${MASK_KINDS.map((kind) => this.#renderKind(kind))}
        </tbody>
      </table>
    `;
  }

  #renderKind(kind: MaskKind): TemplateResult {
    const { format, privacy } = localeOf(this);
    const { name, meaning } = privacy.masks[kind];
    const ever = this.findings?.counts[kind];
    return html`
      <tr>
        <th scope="row">
          <div class="kind">
            ${renderSwatch(kind)}
            <span class="name">${name}</span>
            <span class="quiet meaning">${meaning}</span>
          </div>
        </th>
        <td>${kind === 'network' || !this.shown ? '–' : format.number(this.counts?.[kind] ?? 0)}</td>
        <td>${ever === undefined ? '…' : format.number(ever)}</td>
      </tr>
    `;
  }

  #renderList(): TemplateResult {
    const { common, privacy } = localeOf(this);
    if (!this.findings) {
      return html`<p role="status">${this.complete ? privacy.searching : privacy.later}</p>`;
    }
    const things = this.#things;
    if (things.length === 0) return html`<p>${privacy.nothing}</p>`;
    const first = Math.floor(Math.max(0, this.#index) / LISTED) * LISTED;
    const all = MASK_KINDS.reduce((sum, kind) => sum + (this.findings?.counts[kind] ?? 0), 0);
    const after = all - Math.min(first + LISTED, things.length);
    return html`
      <div>
        <h3>${privacy.occurrences}</h3>
        ${first > 0 ? html`<p class="quiet">${common.before(first)}</p>` : nothing}
        <ul class="markers">
          ${things.slice(first, first + LISTED).map((thing) => this.#renderThing(thing))}
        </ul>
        ${after > 0 ? html`<p class="quiet">${common.more(after)}</p>` : nothing}
      </div>
    `;
  }

  #renderThing(thing: HiddenThing): TemplateResult {
    const { kind, name, start, windowId } = thing;
    const words = localeOf(this);
    const window = this.windows.length > 1 ? windowName(words, this.windows, windowId) : '';
    return html`
      <li>
        <button
          class="marker thing"
          type="button"
          aria-current=${thing === this.current}
          @click=${() => this.#goTo(thing)}
        >
          <span>${writeMoment(localeOf(this), this.clock, start, this.duration)}</span>
          ${renderSwatch(kind)}
          <span>
            ${[words.privacy.masks[kind].name, window].filter(Boolean).join(' · ')}
            <span class="quiet element">${name}</span>
          </span>
        </button>
      </li>
    `;
  }

  #renderSteps(): TemplateResult {
    const { privacy } = localeOf(this);
    const step = (part: string, label: string, icon: TemplateResult, thing: HiddenThing | undefined) => html`
      <button
        class="button"
        part=${part}
        type="button"
        aria-label=${label}
        title=${label}
        aria-disabled=${thing === undefined}
        @click=${() => this.#goTo(part === 'next' ? this.#next : this.#previous)}
      >
        ${icon}
      </button>
    `;
    return html`
      <footer>
        <div class="steps">
          ${step('previous', privacy.previous, previousIcon, this.#previous)}
          ${step('next', privacy.next, nextIcon, this.#next)}
          <p class="quiet" role="status">${this.#position}</p>
        </div>
      </footer>
    `;
  }

  get #position(): string {
    const { current } = this;
    if (!current || this.#index < 0) return '';
    const { privacy } = localeOf(this);
    const words = [
      privacy.position(this.#index + 1, this.#things.length),
      privacy.masks[current.kind].name,
      current.kind === 'network' ? privacy.notOnPage : this.inSight ? '' : privacy.outOfSight,
    ];
    return words.filter(Boolean).join(' · ');
  }
}

function renderSwatch(kind: MaskKind): TemplateResult {
  return html`<span class="swatch" part="swatch" aria-hidden="true"
    ><span class="mask ${kind}"></span
  ></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-privacy-panel': ReplayPrivacyPanelElement;
  }
}
