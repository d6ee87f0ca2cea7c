import { ReactiveElement } from 'lit';
import { english } from './en/index.ts';
import type { Locale } from './locale.ts';

/** The language of players that speak another one than English. */
const locales = new WeakMap<Node, Locale>();

/**
 * The words for what an element shows: those of the player around it. Asked anew on each render, so that players of
 * different languages can share a page and each can change its own.
 */
export function localeOf(element: Node): Locale {
  for (
    let node: Node | null = element;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    const found = locales.get(node);
    if (found) return found;
  }
  return english;
}

/** Changes the language of a player and all elements in it. */
export function setLocale(player: Element, locale: Locale): void {
  locales.set(player, locale);
  renderAgain(player);
}

function renderAgain(element: Element): void {
  if (element instanceof ReactiveElement) element.requestUpdate();
  for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) renderAgain(inner);
}
