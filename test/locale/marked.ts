import { english } from '../../src/locale/en/index.ts';
import type { Locale } from '../../src/locale/locale.ts';

/** English in which every string stands in «…»: what is shown outside of them is not in the table. */
export const marked = mark({ ...english, tag: '' }) as Locale;

function mark(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? '' : `«${value}»`;
  if (typeof value === 'function') return (...given: unknown[]) => mark(Reflect.apply(value, null, given));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mark(inner)]));
}

/** What a text says outside of «…», which may stand in each other. */
export function outsideOfMarks(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '«') depth++;
    else if (character === '»') depth--;
    else if (depth === 0) outside += character;
  }
  return outside.replace(/\s+/g, ' ').trim();
}

/** Attributes that are seen or read aloud. */
const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'data-label'];

/** Every text in the shadow trees of an element, seen or read aloud, but for the recorded page in its frame. */
export function* textsIn(element: Element): Generator<string> {
  for (const name of ATTRIBUTES) yield element.getAttribute(name) ?? '';
  if (element.matches('style, script')) return;
  const trees = [element.shadowRoot, element].filter((tree) => tree !== null);
  for (const { childNodes } of trees) {
    for (const node of childNodes) if (node.nodeType === Node.TEXT_NODE) yield node.textContent ?? '';
  }
  for (const { children } of trees) for (const child of children) yield* textsIn(child);
}

/** Words in an element that neither the table nor the recording has. */
export function strayWords(element: Element, known: ReadonlySet<string>): readonly string[] {
  return [...textsIn(element)].map(outsideOfMarks).filter((text) => /\p{L}/u.test(text) && !known.has(text));
}
