import { fixture } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { LitElement, TemplateResult } from 'lit';
import type { ReplayMenuSelectEvent } from '../../src/controls/replay-menu.ts';
import type { ReplayBrushEvent } from '../../src/controls/timeline/replay-timeline-brush.ts';
import type { RecordingInfo, RecordingWindow } from '../../src/core/recording.ts';
import { MASK_KINDS, type MaskKind } from '../../src/core/rrweb/mask-traces.ts';
import type { ReplayRequestEventMap } from '../../src/events.ts';
import { PANELS } from '../../src/panels/registry.ts';
import { ALL_SHORTCUTS } from '../../src/keys/player-shortcuts.ts';
import type { PlayerState } from '../../src/player-state.ts';
import { ELAPSED } from '../../src/locale/wall-clock.ts';
import './register.ts';

export type Scheme = 'light' | 'dark';

export const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** Renders an element as the player does: on its surface, in a page of that colour scheme, `width` px wide. */
export async function show<T extends LitElement>(
  template: TemplateResult,
  { scheme = 'light', width = 640, height = 0 }: { scheme?: Scheme; width?: number; height?: number } = {},
): Promise<T> {
  const parentNode = document.createElement('div');
  parentNode.style.cssText = `
    position: relative;
    width: ${width}px;
    min-height: ${height}px;
    color-scheme: ${scheme};
    background: light-dark(#fff, #17191f);
  `;
  return await fixture<T>(template, { parentNode });
}

/** The first element in the shadow tree that matches. */
export function find<K extends keyof HTMLElementTagNameMap>(
  element: Element,
  tag: K,
): HTMLElementTagNameMap[K];
export function find(element: Element, selector: string): HTMLElement;
export function find(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`No ${selector} in <${element.localName}>`);
  return found;
}

/** Its middle, or another place on it, in pixels of the page. */
export function pointOn(element: Element, shareX = 0.5, shareY = 0.5): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width * shareX), Math.round(top + height * shareY)];
}

/** Clicks on it, scrolled to first where it is out of sight, as a user would. */
export async function click(element: Element): Promise<void> {
  const before = pointOn(element);
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  // WebKit finds what is under the mouse by what it has drawn.
  if (pointOn(element).join() !== before.join()) await twoFrames();
  await sendMouse({ type: 'click', position: pointOn(element) });
}

async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

/** The words that can be seen. */
export function textOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim();
}

/** Gathers the events that an element dispatches. */
export function listen<K extends keyof HeardEventMap>(element: HTMLElement, type: K): HeardEventMap[K][] {
  const heard: HeardEventMap[K][] = [];
  element.addEventListener(type, (event) => heard.push(event as HeardEventMap[K]));
  return heard;
}

/** Events of parts of the player, which are nobody else's. */
interface HeardEventMap extends HTMLElementEventMap, ReplayRequestEventMap {
  'replay-menu-select': ReplayMenuSelectEvent;
  'replay-brush': ReplayBrushEvent;
}

export const WINDOWS: readonly RecordingWindow[] = [
  { id: 'first', start: 0, end: 184, href: 'https://shop.example/checkout/cart?item=1', pages: [] },
  { id: 'second', start: 40, end: 120, href: 'https://shop.example/help', pages: [] },
];

export const RECORDING: RecordingInfo = {
  id: 'session',
  format: 'posthog-export-2023-04-28',
  platform: 'web',
  startedAt: new Date(2026, 2, 4, 5, 6, 7),
  duration: 184,
  eventCount: 1200,
  counts: {},
  windows: WINDOWS,
  warnings: [],
  packing: [],
  producer: { library: '', version: '' },
  files: [],
  markers: [],
};

export const NOTHING_HIDDEN = Object.fromEntries(MASK_KINDS.map((kind) => [kind, 0])) as Record<
  MaskKind,
  number
>;

/** Playing a recording of 3:04 in two windows, at 1:02. */
export const PLAYING: PlayerState = {
  phase: 'ready',
  error: null,
  progress: null,
  recording: RECORDING,
  recordings: [RECORDING],
  recordingIndex: 0,
  isCopy: false,
  complete: true,
  paused: false,
  ended: false,
  seeking: false,
  waiting: false,
  currentTime: 62,
  firstTime: 0,
  duration: 184,
  playbackRate: 1,
  idle: 'skip',
  buffered: [{ start: 0, end: 130 }],
  stretches: [
    { start: 0, end: 40, windowId: 'first', isActive: true },
    { start: 40, end: 100, windowId: 'second', isActive: true },
    { start: 100, end: 140, windowId: 'first', isActive: false },
    { start: 140, end: 184, windowId: 'first', isActive: true },
  ],
  shownWindows: new Set(['first', 'second']),
  windowChoice: 'auto',
  windowId: 'second',
  href: 'https://shop.example/help',
  blocked: [],
  canLoadAssets: false,
  assetsDismissed: false,
  stageMode: { type: 'play' },
  dragging: false,
  omittedControls: new Set(),
  panelButtons: PANELS.map(({ button }) => button),
  feedback: null,
  shortcuts: ALL_SHORTCUTS,
  panel: null,
  hidden: null,
  marks: null,
  previewedTime: null,
  clock: ELAPSED,
  loopRange: null,
  skipped: null,
  activeDuration: 144,
  masksShown: true,
  maskCounts: { ...NOTHING_HIDDEN, text: 2, input: 1 },
  pointedAtShown: false,
  outlines: null,
  found: null,
  narrowIdle: false,
  stageSize: 'fit',
  fullscreen: false,
  notice: null,
  pausedAt: null,
  canLink: false,
  copiedLink: null,
  openedTracks: [],
  tracks: { chapters: [], captions: [], notes: [], captionLines: [] },
};

/** Before anything was opened. */
export const EMPTY: PlayerState = {
  ...PLAYING,
  phase: 'empty',
  recording: null,
  paused: true,
  currentTime: 0,
  duration: 0,
  buffered: [],
  stretches: [],
  windowId: null,
  maskCounts: NOTHING_HIDDEN,
};
