import type { PortableReplayElement } from '../../src/index.ts';
import { documentsIn } from '../../src/rrweb-view/documents-in.ts';
import { stateOf } from '../page-state.ts';
import { pageOf, shadowOf } from '../player-harness.ts';

/** Boxes besides elements that styles can make. */
const PSEUDO = ['::before', '::after', '::backdrop'] as const;

/** What an element inherits from one that has arrived sets off a transition of its own; this ends here. */
const MAX_ROUNDS = 5;

const MARKS = [
  ':modal',
  ':popover-open',
  ':fullscreen',
  ':focus',
  ':checked',
  ':indeterminate',
  ':disabled',
  ':defined',
] as const;

/** All that is to be seen in a player that stands still, as lines to compare. */
export async function wholeState(element: PortableReplayElement): Promise<string[]> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const page = pageOf(element);
  const documents = [...documentsIn(page)];
  // Pictures come when the browser has them, whatever is done with the page.
  const pictures = documents.flatMap((document) => [...document.querySelectorAll('img')]);
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  for (let round = 0; round < MAX_ROUNDS && endMotions(documents); round++);
  const shown = shadowOf(element).querySelector<HTMLElement>('.page:not(.standby)')!;
  const frame = shown.querySelector('iframe')!;
  return [
    `viewport ${frame.offsetWidth} × ${frame.offsetHeight}`,
    pointerIn(shown),
    ...documents.flatMap(documentState),
    ...stateOf(page, lookOf),
  ];
}

/**
 * What moves is held by tests of its own, to the frame. An animation that has come to its end by itself goes as well: its
 * last frame stays, where that of one that was cancelled does not. False when nothing moves.
 */
function endMotions(documents: readonly Document[]): boolean {
  const motions = documents.flatMap((document) => document.getAnimations());
  for (const motion of motions) {
    if (!('transitionProperty' in motion)) motion.cancel();
    else if (motion.playbackRate !== 0) motion.finish();
    else motion.currentTime = motion.effect!.getComputedTiming().endTime!;
  }
  return motions.length > 0;
}

/** Where the mouse or finger is. */
function pointerIn(shown: HTMLElement): string {
  const { style, classList } = shown.querySelector<HTMLElement>('.replayer-mouse')!;
  const [x, y] = [style.left, style.top].map((length) => Math.round(parseFloat(length)));
  const marks = ['touch-device', 'touch-active'].filter((name) => classList.contains(name));
  return `pointer ${x} ${y} ${marks.join(' ')}`;
}

/** What belongs to a document and none of its nodes. */
function documentState(page: Document): string[] {
  const selection = page.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, i) => selection!.getRangeAt(i));
  const selected = ranges.map(
    ({ startContainer, startOffset, endContainer, endOffset }) =>
      `${placeOf(startContainer)} ${startOffset} to ${placeOf(endContainer)} ${endOffset}`,
  );
  const fonts = [...page.fonts].map(({ family, style, weight }) => `${family} ${style} ${weight}`).sort();
  return [
    `mode ${page.compatMode}`,
    `fonts ${fonts.join(', ')}`,
    `selected ${selected.join(', ')} ${JSON.stringify(String(selection ?? ''))}`,
  ];
}

/** The way to a node, by the numbers of children. */
function placeOf(node: Node): string {
  const parent = node.parentNode;
  return parent ? `${placeOf(parent)}/${[...parent.childNodes].indexOf(node as ChildNode)}` : '';
}

/** What all styles of an element come to, as a number, and where it stands apart from the page's order. */
function lookOf(element: Element): string {
  const view = element.ownerDocument.defaultView!;
  const styles = [view.getComputedStyle(element)];
  for (const pseudo of PSEUDO) {
    const style = view.getComputedStyle(element, pseudo);
    if (pseudo === '::backdrop' ? element.matches(':modal') : style.content !== 'none') styles.push(style);
  }
  const marks = MARKS.filter((mark) => element.matches(mark));
  const [own = '', ...others] = styles.map(textOf);
  const look = hasAutoMargin(element) ? own.replace(/margin[-\w]*: ?[^;]*;/g, '') : own;
  return [hashOf([look, ...others].join('\n')), ...marks, ...fieldsOf(element)].join(' ');
}

/** What such margins come to in a flex box, Chromium tells by how it was laid out last: 330 px, or 0 in the same place. */
function hasAutoMargin(element: Element): boolean {
  const styles = 'computedStyleMap' in element ? element.computedStyleMap() : null;
  return ['top', 'right', 'bottom', 'left'].some((side) => String(styles?.get(`margin-${side}`)) === 'auto');
}

/** What menus and films hold besides what every field does. */
function fieldsOf(element: Element): string[] {
  if (element.localName === 'select') {
    const { options, selectedIndex } = element as HTMLSelectElement;
    const chosen = [...options].flatMap(({ selected }, i) => (selected ? [i] : []));
    return [`chosen ${chosen.join(' ')}, first ${selectedIndex}`];
  }
  if (element.localName !== 'video' && element.localName !== 'audio') return [];
  const { paused, muted, loop, volume, playbackRate, currentTime } = element as HTMLMediaElement;
  const settings = { paused, muted, loop, volume, playbackRate, currentTime: currentTime.toFixed(1) };
  return [JSON.stringify(settings)];
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

/** Lets go of what was kept of the states before. */
export function forgetLooks(): void {
  texts.clear();
}

/** FNV-1a of 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const name = (hash >>> 0).toString(16);
  texts.set(name, text);
  return name;
}
