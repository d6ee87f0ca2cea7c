import { html, type LitElement, type nothing, type ReactiveController, type TemplateResult } from 'lit';
import { ReplayPanelRequestEvent } from '../events.ts';
import { closeIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * What the panels over the picture have in common: a heading, where reading starts, and a button that closes them, as
 * Escape does. Clicks and keys that press, scroll or choose in them stay there, and the focus goes back to what opened them.
 */
export class PanelController implements ReactiveController {
  readonly #host: LitElement;
  /** What had the focus before the panel took it. */
  #opener: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    // The picture below takes a click as play or pause.
    host.addEventListener('click', (event) => event.stopPropagation());
    host.addEventListener('keydown', (event) => {
      if (isForPanel(event, host)) event.stopPropagation();
      if (event.key === 'Escape') this.#handleClose();
    });
  }

  hostConnected(): void {
    const focused = focusedElement();
    // The panel before may still be there, and the focus in it: it goes back to where it was before that one.
    const before = focused && panelAround(focused);
    this.#opener = before ? (openers.get(before) ?? null) : focused;
    openers.set(this.#host, this.#opener);
  }

  hostUpdated(): void {
    if (!this.#host.hasUpdated) this.#host.renderRoot.querySelector('h2')?.focus();
  }

  hostDisconnected(): void {
    // Only a focus that went with the panel is given back.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && this.#opener instanceof HTMLElement) this.#opener.focus();
  }

  readonly #handleClose = (): void => {
    this.#host.dispatchEvent(new ReplayPanelRequestEvent(null));
  };

  render(heading: string, content: TemplateResult | typeof nothing): TemplateResult {
    const { close } = localeOf(this.#host).common;
    // A click on its text then focuses the panel and not the picture below, which would take its keys.
    return html`
      <section class="panel" aria-labelledby="heading" tabindex="-1">
        <header>
          <h2 id="heading" part="heading" tabindex="-1">${heading}</h2>
          <button
            class="button"
            part="close"
            type="button"
            aria-label=${close}
            title=${close}
            @click=${this.#handleClose}
          >
            ${closeIcon}
          </button>
        </header>
        ${content}
      </section>
    `;
  }
}

/** Keys that scroll, select or press in a panel would move the player as well; letters, and what a button has no use for, are left to it. */
function isForPanel(event: KeyboardEvent, panel: Element): boolean {
  const { key } = event;
  if (key !== ' ' && key.length === 1) return false;
  const [target] = event.composedPath();
  if (!(target instanceof Element) || !target.matches('button:not([role])')) return true;
  const scrolls = panel.scrollHeight > panel.clientHeight && (key === 'Home' || key === 'End');
  return scrolls || !/^(Arrow(Left|Right)|Home|End)$/.test(key);
}

/** What had the focus before each panel took it. */
const openers = new WeakMap<Node, Element | null>();

/** The panel that something is in, through the shadow roots it stands in. */
function panelAround(element: Element): Node | null {
  let node: Node | null = element;
  while (node && !openers.has(node)) node = node instanceof ShadowRoot ? node.host : node.parentNode;
  return node;
}

/** The one that has the focus, through the shadow roots it stands in. */
function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
