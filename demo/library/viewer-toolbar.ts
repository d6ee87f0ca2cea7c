import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LanguageFollower } from '../../src/locale/language-follower.ts';
import { localeOf } from '../../src/locale/locale-of.ts';
import { baseStyles } from '../../src/styles/base-styles.ts';
import { buttonStyles } from '../../src/styles/button-styles.ts';
import { alertIcon, closeIcon, removeIcon } from '../../src/styles/icons.ts';
import { keepIcon, keptIcon, libraryIcon } from './icons.ts';
import { type ToolbarRequest, ToolbarRequestEvent } from './requests.ts';
import { toolbarWords } from './toolbar-words.ts';

/** Whether the recording in the player is kept: `none` while there is none that could be. */
export type KeepState = 'none' | 'open' | 'keeping' | 'kept';

const styles = css`
  :host {
    display: block;
    color: var(--_text);
    background: var(--_surface);
    border-block-end: 1px solid var(--_line);
    font: 13px/1.4 var(--_font);
  }

  nav {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 6px;
    padding: 3px 8px;
  }

  .state {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    margin-inline-start: auto;
  }

  .kept {
    display: flex;
    align-items: center;
    gap: 4px;
    color: var(--_muted);
  }

  .problem {
    display: flex;
    align-items: center;
    gap: 8px;
    flex-basis: 100%;
    padding-inline-start: 8px;
  }

  .problem p {
    flex: 1;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .problem > svg.icon {
    flex: none;
  }

  /* On a phone that lies on its side, height is dear. */
  @media (max-height: 480px) {
    nav {
      padding-block: 0;
    }
  }
`;

/**
 * The bar above the player: leads to the library, and keeps the recording that is open, or removes it again.
 *
 * @element viewer-toolbar
 * @fires {ToolbarRequestEvent} toolbar-request - A button was pressed.
 */
export class ViewerToolbarElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  @property({ attribute: false }) keep: KeepState = 'none';

  /** What went wrong, in words; empty where nothing did. */
  @property({ attribute: false }) problem = '';

  constructor() {
    super();
    this.addController(new LanguageFollower(this, () => this.requestUpdate()));
  }

  #ask(request: ToolbarRequest): void {
    this.dispatchEvent(new ToolbarRequestEvent(request));
  }

  #dismiss(): void {
    this.problem = '';
    this.renderRoot.querySelector<HTMLElement>('.state button, nav > button')?.focus();
  }

  protected override render(): TemplateResult {
    const { tag, assets } = localeOf(this);
    const words = toolbarWords(tag);
    return html`
      <nav lang=${tag} aria-label=${words.library}>
        <button class="button" type="button" title=${words.library} @click=${() => this.#ask('show')}>
          ${libraryIcon} <span class="label">${words.library}</span>
        </button>
        <div class="state" role="status">${this.#renderState()}</div>
        ${
          this.problem === ''
            ? nothing
            : html`<div class="problem">
                ${alertIcon}
                <p role="alert">${this.problem}</p>
                <button
                  class="button"
                  type="button"
                  aria-label=${assets.dismiss}
                  title=${assets.dismiss}
                  @click=${() => this.#dismiss()}
                >
                  ${closeIcon}
                </button>
              </div>`
        }
      </nav>
    `;
  }

  #renderState(): TemplateResult | typeof nothing {
    const words = toolbarWords(localeOf(this).tag);
    switch (this.keep) {
      case 'none':
        return nothing;
      case 'kept':
        return html`<span class="kept" title=${words.kept}
            >${keptIcon} <span class="label">${words.kept}</span></span
          >
          <button
            class="button"
            type="button"
            aria-label=${words.removeKept}
            title=${words.removeKept}
            @click=${() => this.#ask('remove')}
          >
            ${removeIcon} <span class="label">${words.remove}</span>
          </button>`;
      case 'open':
      case 'keeping': {
        const isKeeping = this.keep === 'keeping';
        const label = isKeeping ? words.keeping : words.keep;
        return html`<button
          class="button"
          type="button"
          title=${label}
          aria-disabled=${isKeeping ? 'true' : nothing}
          @click=${() => (isKeeping ? undefined : this.#ask('keep'))}
        >
          ${keepIcon} <span class="label">${label}</span>
        </button>`;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'viewer-toolbar': ViewerToolbarElement;
  }
}
