/// <reference lib="dom" />
/* eslint-disable @typescript-eslint/no-non-null-assertion -- the page is our own: there is a player in it */
import type { EntryPage } from '../../core/entries/entry-query.ts';
import type { EntryQuery, RecordingInfo, ReplayEntry, ReplayErrorCode } from '../../core/index.ts';

/**
 * What runs in the page of a player. Playwright sends each function as text: it must need nothing from around it.
 */

/** The little of `<portable-replay>` that is used. */
interface Player extends HTMLElement {
  recordingIndex: number;
  windowId: string;
  currentTime: number;
  readonly recording: RecordingInfo | null;
  readonly recordings: readonly RecordingInfo[];
  readonly seeking: boolean;
  readonly error: Failure | null;
  readonly updateComplete: Promise<boolean>;
  load(source: string | readonly string[]): Promise<unknown>;
  entries(query: EntryQuery): Promise<EntryPage<ReplayEntry>>;
}

/** A `ReplayError` as plain data. */
export interface Failure {
  readonly code: ReplayErrorCode;
  readonly message: string;
}

/** What is on screen. */
export interface Screen {
  /** Seconds from the start of the recording; later than asked for when there is no page before. */
  readonly time: number;
  readonly windowId: string;
  /** Address of the page; empty when it is not known. */
  readonly href: string;
  /** The recorded viewport, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Where a page stands on the screen of the browser, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  /** How large it is shown, 1 for its own size. */
  readonly scale: number;
}

/** Loads what is at an address, or parts of one session. */
export async function load(addresses: readonly string[]): Promise<readonly RecordingInfo[] | Failure> {
  const player = document.querySelector<Player>('portable-replay')!;
  try {
    await player.load(addresses.length === 1 ? addresses[0]! : addresses);
    return player.recordings;
  } catch (thrown) {
    const { code, message } = thrown as Failure;
    return { code, message };
  }
}

/** Goes to a moment. */
export async function show({
  index,
  time,
  windowId,
}: {
  readonly index: number;
  readonly time: number;
  readonly windowId: string;
}): Promise<Screen | Failure | null> {
  const player = document.querySelector<Player>('portable-replay')!;
  const next = (...types: string[]) =>
    new Promise<void>((resolve) => {
      for (const type of types) player.addEventListener(type, () => resolve(), { once: true });
    });
  if (player.recordingIndex !== index) {
    const isThere = next('loadeddata', 'error');
    player.recordingIndex = index;
    await isThere;
  }
  if (player.windowId !== windowId) {
    player.windowId = windowId;
    await player.updateComplete;
  }
  const isThere = next('seeked', 'error');
  player.currentTime = time;
  await isThere;
  while (player.seeking && !player.error) await next('seeked', 'error');
  if (player.error) return { code: player.error.code, message: player.error.message };
  const root = player.shadowRoot!;
  const frame = root.querySelector<HTMLIFrameElement>('.stage .page:not(.standby) iframe');
  if (!frame) return null;
  await frame.contentDocument?.fonts.ready;
  const { state } = root.querySelector('replay-control-bar') as unknown as {
    readonly state: { readonly windowId: string | null; readonly href: string };
  };
  return {
    time: player.currentTime,
    windowId: state.windowId ?? windowId,
    href: state.href,
    width: frame.offsetWidth,
    height: frame.offsetHeight,
  };
}

/** Whether what is hidden in the recording is known, of which marks tell. */
export function knowsHidden(): boolean {
  const bar = document
    .querySelector<Player>('portable-replay')!
    .shadowRoot!.querySelector('replay-control-bar');
  return (bar as unknown as { readonly state: { readonly hidden: unknown } }).state.hidden !== null;
}

/** Waits until the page and its marks are drawn as large as the screen of the browser has room for them. */
export async function settle(): Promise<Place> {
  const player = document.querySelector<Player>('portable-replay')!;
  const root = player.shadowRoot!;
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // The player hears of another size before a frame, and draws in it.
  for (let frame = 0; frame < 2; frame++) await nextFrame();
  await player.updateComplete;
  await (root.querySelector('replay-mask-layer') as unknown as Player).updateComplete;
  await nextFrame();
  const frame = root.querySelector<HTMLIFrameElement>('.stage .page:not(.standby) iframe')!;
  const { x, y, width } = frame.getBoundingClientRect();
  return { x, y, scale: width / frame.offsetWidth };
}

/** Has links lead where an attribute says, or nowhere. Their own methods are the player's, which see to the latter. */
export function giveAddresses(links: readonly Element[], from: string | null): void {
  for (const link of links) {
    const address = from === null ? null : link.getAttribute(from);
    Element.prototype.setAttribute.call(link, 'href', address ?? 'javascript:');
  }
}

/** Entries of the recording in the player. */
export async function entries(query: EntryQuery): Promise<EntryPage<ReplayEntry>> {
  return document.querySelector<Player>('portable-replay')!.entries(query);
}
