import { fixture, html, waitUntil } from '@open-wc/testing';
import '../src/define.ts';
import type { PortableReplayElement, ReplaySource } from '../src/index.ts';
import type { ReplayControlBarElement } from '../src/controls/replay-control-bar.ts';

/** Every event of a media element, in the order in which a load brings them. */
export const MEDIA_EVENTS = [
  'loadstart',
  'progress',
  'durationchange',
  'loadedmetadata',
  'loadeddata',
  'canplay',
  'canplaythrough',
  'play',
  'playing',
  'pause',
  'waiting',
  'timeupdate',
  'seeking',
  'seeked',
  'ratechange',
  'ended',
  'emptied',
  'abort',
  'error',
] as const;

/** A player of 800 × 500 px with a recording in it, or without one. */
export async function player(
  source?: ReplaySource,
  template = html`<portable-replay style="width: 800px; height: 500px"></portable-replay>`,
) {
  const element = await fixture<PortableReplayElement>(template);
  if (source !== undefined) await element.load(source);
  return element;
}

export function shadowOf(element: PortableReplayElement): ShadowRoot {
  const root = element.shadowRoot;
  if (!root) throw new Error('The player has no shadow root');
  return root;
}

/** The page that is on screen. */
export function pageOf(element: PortableReplayElement): Document {
  const page = shadowOf(element).querySelector<HTMLIFrameElement>(
    '.page:not(.standby) iframe',
  )?.contentDocument;
  if (!page) throw new Error('No page is on screen');
  return page;
}

export function textOn(element: PortableReplayElement, selector: string): string | null {
  return pageOf(element).querySelector(selector)?.textContent.trim() ?? null;
}

export function controlsOf(element: PortableReplayElement): ReplayControlBarElement {
  const bar = shadowOf(element).querySelector('replay-control-bar');
  if (!bar) throw new Error('The player has no controls');
  return bar;
}

/** The overlay's tag, or null when nothing lies over the page. */
export function overlayOf(element: PortableReplayElement): string | null {
  return shadowOf(element).querySelector('[part="overlay"]')?.localName ?? null;
}

export function next(element: EventTarget, type: string): Promise<Event> {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

export async function seek(element: PortableReplayElement, time: number): Promise<void> {
  const seeked = next(element, 'seeked');
  element.currentTime = time;
  await seeked;
}

/**
 * Plays up to a moment and holds there. A busy machine leaves frames out and so goes past it: then the last second is
 * played again.
 */
export async function playTo(element: PortableReplayElement, time: number): Promise<void> {
  const near = time + 0.06 * element.playbackRate;
  for (;;) {
    await element.play();
    while (element.currentTime < time && !element.ended) await new Promise(requestAnimationFrame);
    element.pause();
    if (element.currentTime <= near || element.ended) return;
    await seek(element, Math.max(0, time - 1));
  }
}

/** Names of the events that an element dispatches from now on, without those that come again and again. */
export function eventsOf(element: HTMLElement): string[] {
  const heard: string[] = [];
  for (const type of MEDIA_EVENTS) {
    element.addEventListener(type, () => {
      const isRepeated = type === 'progress' || type === 'timeupdate' || type === 'durationchange';
      if (!isRepeated || !heard.includes(type)) heard.push(type);
    });
  }
  return heard;
}

/** Waits for what comes with one of the next frames, however slow the machine is. */
export function eventually(isThere: () => unknown, what?: string): Promise<void> {
  return waitUntil(isThere, what, { timeout: 10_000 });
}

/** What is inside of an element of the interface. */
export function within(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`No ${selector} in <${element.localName}>`);
  return found;
}

/** The words that can be seen of it. */
export function wordsOf(element: Element): string {
  return (element.shadowRoot ?? element).textContent.replace(/\s+/g, ' ').trim();
}

/** A page with a heading, as rrweb records it: `changes` set the heading at so many milliseconds. */
export function recordingOf(changes: readonly (readonly [at: number, text: string])[], start = 1000) {
  const text = (id: number, textContent: string) => ({ type: 3, id, textContent });
  const element = (id: number, tagName: string, childNodes: object[]) => ({
    type: 2,
    id,
    tagName,
    attributes: {},
    childNodes,
  });
  const page = {
    type: 0,
    id: 1,
    childNodes: [
      element(2, 'html', [
        element(3, 'head', []),
        element(4, 'body', [element(5, 'h1', [text(6, 'start')])]),
      ]),
    ],
  };
  const mutation = (at: number, value: string) => ({
    type: 3,
    timestamp: start + at,
    data: { source: 0, texts: [{ id: 6, value }], attributes: [], removes: [], adds: [] },
  });
  return [
    { type: 4, timestamp: start, data: { href: 'https://x.test/', width: 640, height: 480 } },
    { type: 2, timestamp: start, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    ...changes.map(([at, value]) => mutation(at, value)),
  ];
}

/** Where something in the replayed page is in the page around. */
export function placeOf(
  replay: PortableReplayElement,
  selector: string,
  share = 0.5,
): [x: number, y: number] {
  const frame = shadowOf(replay).querySelector<HTMLIFrameElement>('.page:not(.standby) iframe')!;
  const outer = frame.getBoundingClientRect();
  const scale = outer.width / frame.offsetWidth;
  const box = pageOf(replay).querySelector(selector)!.getBoundingClientRect();
  return [
    Math.round(outer.x + (box.x + box.width * share) * scale),
    Math.round(outer.y + (box.y + box.height / 2) * scale),
  ];
}
