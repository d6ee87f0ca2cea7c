import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { windowsIcon } from '../../src/styles/icons.ts';
import { baseStyles } from '../../src/styles/base-styles.ts';
import { type KeptRecording, sizeOf } from '../../src/library/kept-recording.ts';

/** A preview has to read the whole file: of larger ones there is none. */
const MAX_BYTES = 16e6;
/** So long it has to be in view: whoever scrolls past it does not wait for it. Milliseconds. */
const LOOK_MS = 150;

const styles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    aspect-ratio: 16 / 10;
    border-radius: 6px;
    background: var(--_stage);
    color: var(--_muted);
    contain: strict;
  }

  .icon-box {
    display: grid;
    position: absolute;
    inset: 0;
    place-items: center;
  }

  portable-replay {
    position: absolute;
    inset: 0;
    block-size: 100%;
    opacity: 0;
    --replay-radius: 0;
  }

  portable-replay.shown {
    opacity: 1;
  }
`;

/**
 * A page of a recording, as the player shows it: it is read only while it is in view.
 *
 * @element library-preview
 */
export class LibraryPreviewElement extends LitElement {
  static override styles = [baseStyles, styles];

  @property({ attribute: false }) recording: KeptRecording | null = null;

  @property({ attribute: false }) filesOf: (recording: KeptRecording) => Promise<readonly File[]> = () =>
    Promise.resolve([]);

  /** Null while it is not looked at. */
  @state() private files: File[] | null = null;
  @state() private isShown = false;

  readonly #observer = new IntersectionObserver((entries) => this.#handleView(entries.at(-1)));
  #timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('recording') && changed.get('recording')?.id !== this.recording?.id) this.#leave();
  }

  #handleView(entry: IntersectionObserverEntry | undefined): void {
    this.#leave();
    if (entry?.isIntersecting) this.#timer = window.setTimeout(() => void this.#look(), LOOK_MS);
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.files = null;
    this.isShown = false;
  }

  async #look(): Promise<void> {
    const { recording } = this;
    if (!recording || sizeOf(recording) > MAX_BYTES) return;
    const timer = this.#timer;
    // Without its files it has no preview; whoever opens it is told why.
    const files = await this.filesOf(recording).catch(() => null);
    if (timer === this.#timer) this.files = files && [...files];
  }

  protected override render(): TemplateResult {
    const { recording, files } = this;
    if (!recording || !files) return html`<div class="icon-box">${windowsIcon}</div>`;
    return html`<portable-replay
      class=${this.isShown ? 'shown' : ''}
      no-controls
      no-hotkeys
      no-open
      inert
      aria-hidden="true"
      preload="metadata"
      start-at=${recording.duration / 10}
      .source=${files}
      @loadeddata=${() => (this.isShown = true)}
      @error=${() => this.#leave()}
    ></portable-replay>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-preview': LibraryPreviewElement;
  }
}
