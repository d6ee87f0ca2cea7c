import type { PortableReplayElement } from '../../src/index.ts';
import { stateOf } from '../page-state.ts';
import { pageOf, shadowOf } from '../player-harness.ts';

/** Boxes besides elements that styles can make. */
const PSEUDO = ['::before', '::after', '::backdrop'] as const;

/** All that is to be seen in a player that stands still, as lines to compare. */
export async function wholeState(element: PortableReplayElement): Promise<string[]> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const page = pageOf(element);
  // What moves is held by tests of its own, to the frame.
  for (const motion of page.getAnimations()) {
    if ('transitionProperty' in motion) motion.finish();
    else motion.cancel();
  }
  const frame = shadowOf(element).querySelector<HTMLIFrameElement>('.page:not(.standby) iframe')!;
  return [`viewport ${frame.offsetWidth} × ${frame.offsetHeight}`, ...stateOf(page, lookOf)];
}

/** What all styles of an element come to, as a number, and where it stands apart from the page's order. */
function lookOf(element: Element): string {
  const view = element.ownerDocument.defaultView!;
  const styles = [view.getComputedStyle(element)];
  for (const pseudo of PSEUDO) {
    const style = view.getComputedStyle(element, pseudo);
    if (pseudo === '::backdrop' ? element.matches(':modal') : style.content !== 'none') styles.push(style);
  }
  const marks = [':modal', ':popover-open', ':focus', ':checked', ':indeterminate'].filter((mark) =>
    element.matches(mark),
  );
  return [hashOf(styles.map(textOf).join('\n')), ...marks].join(' ');
}

/** Chromium gives the text at once, others property by property. */
function textOf(style: CSSStyleDeclaration): string {
  if (style.cssText !== '') return style.cssText;
  return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
}

/** What hashes were made of, to say what differs. */
const texts = new Map<string, string>();

/** The properties in which two looks differ, by the lines that `wholeState` gives for them; empty for other lines. */
export function differingProperties(one: string, other: string): string {
  const [a, b] = [one, other].map((line) => texts.get(line.trim().split(' ')[0]!)?.split(/;\s*|\n/) ?? []);
  return a!
    .filter((property) => !b!.includes(property))
    .slice(0, 5)
    .join('; ');
}

/** FNV-1a of 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const name = (hash >>> 0).toString(16);
  texts.set(name, text);
  return name;
}
