import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * What the panels over the picture have in common: Escape closes them, clicks and keys that move or press stay in them,
 * and the focus goes back to what opened them.
 */
export class PanelBehaviour implements ReactiveController {
  /** What had the focus before the panel took it. */
  #opener: Element | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, close: () => void) {
    host.addController(this);
    // The picture below takes a click as play or pause.
    host.addEventListener('click', (event) => event.stopPropagation());
    host.addEventListener('keydown', (event) => {
      // Keys that scroll, select or press in here would move the player as well; letters are left to it.
      if (event.key === ' ' || event.key.length > 1) event.stopPropagation();
      if (event.key === 'Escape') close();
    });
  }

  hostConnected(): void {
    this.#opener = focusedElement();
  }

  hostDisconnected(): void {
    // Only a focus that went with the panel is given back.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && this.#opener instanceof HTMLElement) this.#opener.focus();
  }
}

/** The one that has the focus, through the shadow roots it stands in. */
function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
