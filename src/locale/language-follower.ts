import type { ReactiveController, ReactiveElement } from 'lit';
import { findLocale, followOwnWords } from './find-locale.ts';
import type { Locale } from './locale.ts';
import { localeOf, setLocale } from './locale-of.ts';

/**
 * Has a player speak the language around it: that of the nearest `lang`, its own first, across shadow roots up to the
 * document. It follows when one changes, and speaks English until the words are loaded.
 */
export class LanguageFollower implements ReactiveController {
  readonly #player: ReactiveElement;
  readonly #changed: () => void;
  readonly #observer = new MutationObserver(() => this.#follow());
  #unfollow = (): void => undefined;
  /** The language that was found last; null while the player is in no document. */
  #tag: string | null = null;

  /** @param changed called when the player speaks another language */
  constructor(player: ReactiveElement, changed: () => void) {
    this.#player = player;
    this.#changed = changed;
  }

  hostConnected(): void {
    for (const root of rootsAround(this.#player))
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    this.#unfollow = followOwnWords(() => this.#find());
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#unfollow();
    this.#tag = null;
  }

  #follow(): void {
    const tag = languageAround(this.#player);
    if (tag === this.#tag) return;
    this.#tag = tag;
    this.#find();
  }

  #find(): void {
    const tag = this.#tag;
    const { locale, loading } = findLocale(tag ?? '');
    this.#speak(locale);
    // Words that cannot be fetched leave the player with those that it has.
    loading?.then(
      () => {
        if (tag === this.#tag && tag !== null) this.#speak(findLocale(tag).locale);
      },
      () => undefined,
    );
  }

  #speak(locale: Locale): void {
    if (locale === localeOf(this.#player)) return;
    setLocale(this.#player, locale);
    this.#changed();
  }
}

/** The nearest language; empty where none is told. */
function languageAround(element: Element): string {
  for (const node of nodesAround(element)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang !== null) return lang;
  }
  return '';
}

function rootsAround(element: Element): readonly Node[] {
  return [...nodesAround(element)].filter((node) => node instanceof ShadowRoot || node instanceof Document);
}

/** An element and everything around it, from the inside out. */
function* nodesAround(element: Element): Generator<Node> {
  for (let node: Node | null = element; node; node = node.parentNode) {
    yield node;
    if (node instanceof ShadowRoot) {
      yield node.host;
      node = node.host;
    }
  }
}
