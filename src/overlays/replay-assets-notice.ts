import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BlockedAsset } from '../core/recording.ts';
import { ReplayAssetsRequestEvent } from '../events.ts';
import { blockedSentence, blockedSites } from '../locale/blocked-assets.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { closeIcon } from '../styles/icons.ts';
import type { Locale } from '../locale/locale.ts';
import { localeOf } from '../locale/locale-of.ts';

const styles = css`
  :host {
    --_action-size: 28px;
    --_control-size: 28px;
    display: flex;
    align-items: flex-start;
    gap: 4px;
    max-inline-size: min(100%, 42rem);
    max-block-size: 100%;
    padding: 4px 4px 4px 12px;
    overflow: auto;
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    font: 13px/1.4 var(--_font);
    cursor: default;
  }

  .content {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 10px;
    min-inline-size: 0;
    min-block-size: 28px;
  }

  p,
  ul {
    margin: 0;
    padding: 0;
  }

  .means {
    flex-basis: 100%;
    order: 1;
    padding-block-end: 4px;
    color: var(--_muted);
  }

  details {
    flex: none;
  }

  /* The list has a line of its own, below the words that it belongs to. */
  details[open] {
    flex: 1 0 100%;
    order: 2;
    padding-block-end: 4px;
  }

  summary {
    color: var(--_accent);
    font-weight: 500;
    cursor: pointer;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 16px;
    padding-block: 2px;
    list-style: none;
    overflow-wrap: anywhere;
  }

  li span + span {
    color: var(--_muted);
  }

  .button.outlined {
    padding-inline: 10px;
    font-size: 13px;
  }

  .dismiss {
    flex: none;
  }
`;

/**
 * Says what the replayed page was kept from loading and from where, and, where the page's author leaves it to the
 * reader, lets it be loaded.
 *
 * @element replay-assets-notice
 * @fires {ReplayAssetsRequestEvent} replay-assets-request - The reader wants it loaded, or hear no more of it.
 * @csspart load - The button that loads what is missing.
 * @csspart dismiss - The button that closes the notice.
 */
export class ReplayAssetsNoticeElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  /** What was not loaded. */
  @property({ attribute: false }) assets: readonly BlockedAsset[] = [];

  /** Whether it can be. */
  @property({ type: Boolean, attribute: 'can-load' }) canLoad = false;

  constructor() {
    super();
    // The picture below takes a click as play or pause.
    this.addEventListener('click', (event) => event.stopPropagation());
  }

  #request(wish: ReplayAssetsRequestEvent['wish']): void {
    this.dispatchEvent(new ReplayAssetsRequestEvent(wish));
  }

  protected override render(): TemplateResult {
    const words = localeOf(this);
    return html`
      <div class="content" role="group" aria-label=${words.assets.notLoaded}>
        <p>${blockedSentence(words, this.assets)}</p>
        <details>
          <summary>${words.assets.showSites}</summary>
          <ul>
            ${blockedSites(words, this.assets).map(
              ({ site, what }) => html`
                <li>
                  <span>${site}</span>
                  <span>${what}</span>
                </li>
              `,
            )}
          </ul>
        </details>
        ${this.canLoad && this.#hasLoadable ? this.#renderLoad(words) : nothing}
      </div>
      <button
        class="button dismiss"
        part="dismiss"
        type="button"
        aria-label=${words.assets.dismiss}
        title=${words.assets.dismiss}
        @click=${() => this.#request('dismiss')}
      >
        ${closeIcon}
      </button>
    `;
  }

  #renderLoad({ assets }: Locale): TemplateResult {
    return html`
      <button
        class="button outlined"
        part="load"
        type="button"
        aria-describedby="means"
        @click=${() => this.#request('load')}
      >
        ${assets.load}
      </button>
      <p class="means" id="means">${assets.loadMeans}</p>
    `;
  }

  /** Frames of other sites are never loaded, whoever says so. */
  get #hasLoadable(): boolean {
    return this.assets.some(({ kind }) => kind !== 'frame');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-assets-notice': ReplayAssetsNoticeElement;
  }
}
