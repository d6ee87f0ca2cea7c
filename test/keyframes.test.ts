import { expect } from '@open-wc/testing';
import { adaptEvent } from '../src/core/adapt-css/adapt-event.ts';
import { isolateEvent } from '../src/core/block-assets/isolate-event.ts';
import { blockAssets } from '../src/core/block-assets/block-assets.ts';
import { takeListedSheets } from '../src/core/rrweb/listed-sheets.ts';
import { OwnAddresses } from '../src/core/block-assets/own-addresses.ts';
import type { ReplayEvent } from '../src/core/recording.ts';
import type { PortableReplayElement } from '../src/index.ts';
import { blockedStyleRules, restoreBlockedElement } from '../src/masks/blocked-elements.ts';
import { stateOf } from './page-state.ts';
import { pageOf, player, seek } from './player-harness.ts';
import { withCore } from './core-harness.ts';
import { addressOf } from './recordings.ts';

/** Recordings with everything in them that a page can do; others hold the same sessions in other shapes. */
const OWN = ['checkout.jsonl', 'lab.jsonl', 'two-tabs.jsonl', 'app-android.json', 'app-ios.json'] as const;
/** Moments of each window that are looked at: many in recordings that were made for it. */
const MOMENTS = 6;
const FOREIGN_MOMENTS = 3;

const foreign = (await (await fetch('/foreign-recordings/')).json()) as string[];

interface Moment {
  readonly windowId: string;
  /** Unix milliseconds. */
  readonly timestamp: number;
}

/** The events of each window, as the player exports them: inflated and put right, but not folded. */
async function windowsOf(element: PortableReplayElement): Promise<ReadonlyMap<string, ReplayEvent[]>> {
  const blob = await element.exportRecording({ format: '2023-04-28' });
  const { data } = JSON.parse(await blob.text()) as {
    data: { snapshots: (ReplayEvent & { windowId: number })[] };
  };
  const windows = new Map<string, ReplayEvent[]>();
  for (const { windowId, ...event } of data.snapshots) {
    const id = element.recording!.windows[windowId - 1]!.id;
    const shown = isolateEvent(event);
    if (shown) windows.set(id, [...(windows.get(id) ?? []), ...movesApart(shown)]);
  }
  for (const events of windows.values()) events.sort((a, b) => a.timestamp - b.timestamp);
  return windows;
}

/** Recorders tell of movements afterwards, several at once; each was made at its own time. */
function movesApart(event: ReplayEvent): ReplayEvent[] {
  if (event.type !== 3 || !('positions' in event.data)) return [event];
  const { timestamp, data } = event;
  return data.positions.map((position) => {
    const moved = { ...data, positions: [{ ...position, timeOffset: 0 }] };
    return { ...event, timestamp: timestamp + Math.min(position.timeOffset, 0), data: moved };
  });
}

/** Moments between events, spread over each window, in which its page is there. */
function momentsOf(windowId: string, events: readonly ReplayEvent[], count: number): readonly Moment[] {
  const first = events.find(({ type }) => type === 2)?.timestamp ?? Infinity;
  const times = [...new Set(events.map(({ timestamp }) => timestamp))].filter((time) => time > first);
  const gaps = times.filter((time, i) => (times[i + 1] ?? Infinity) - time > 2 && !isBetween(events, time));
  const step = Math.max(1, gaps.length / count);
  const picked = Array.from({ length: Math.min(count, gaps.length) }, (_, i) => gaps[Math.floor(i * step)]!);
  return [...picked, ...times.slice(-1)].map((timestamp) => ({ windowId, timestamp }));
}

/** True between the Meta event of a page and its snapshot, where plain replay shows nothing. */
function isBetween(events: readonly ReplayEvent[], time: number): boolean {
  const latest = events.findLast(({ type, timestamp }) => (type === 2 || type === 4) && timestamp <= time);
  return latest?.type === 4;
}

/** The page of a moment as the replay core shows it when it is given all events one by one, without what they name. */
function plainState(events: readonly ReplayEvent[], timestamp: number): Promise<string[]> {
  const own = structuredClone(events).flatMap((event) => [event, ...takeListedSheets(event)]);
  const addresses = own.map(({ data }) => (data as { href?: unknown } | undefined)?.href);
  const page = new OwnAddresses(addresses.filter((address) => typeof address === 'string'));
  for (const event of own) {
    blockAssets(event, { own: page, take: () => null });
    adaptEvent(event);
  }
  return withCore(
    own,
    (core) => {
      core.show(timestamp);
      return settledState(core.frame.contentDocument!);
    },
    {
      styleRules: blockedStyleRules,
      onBuild: (node, getMeta) => restoreBlockedElement(node, getMeta(node)),
    },
  );
}

/** Of a page that stands still, whose pictures have their sizes: transitions run in both ways of replaying, but do not begin at the same time. */
async function settledState(page: Document): Promise<string[]> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const images = [...page.images].filter(({ complete, loading }) => !complete && loading !== 'lazy');
  await Promise.all(images.map(loaded));
  for (const animation of page.getAnimations()) {
    if (!('transitionProperty' in animation)) continue;
    // What is held has no pace at which it could come to its end.
    animation.playbackRate = 1;
    animation.finish();
  }
  return stateOf(page);
}

function loaded(image: HTMLImageElement): Promise<unknown> {
  return new Promise((resolve) => {
    for (const type of ['load', 'error']) image.addEventListener(type, resolve, { once: true });
  });
}

async function shownState(
  element: PortableReplayElement,
  { windowId, timestamp }: Moment,
): Promise<string[]> {
  element.windowId = windowId;
  await seek(element, (timestamp - element.recording!.startedAt.getTime()) / 1000);
  return await settledState(pageOf(element));
}

/** Seeks to moments of each window, forward and then back, and compares each page with that of plain replay. */
async function comparePages(element: PortableReplayElement, count: number): Promise<void> {
  element.masks = 'hide';
  for (const [windowId, events] of await windowsOf(element)) {
    const moments = momentsOf(windowId, events, count);
    const plain = new Map<Moment, string[]>();
    for (const moment of moments) plain.set(moment, await plainState(events, moment.timestamp));
    for (const moment of [...moments, ...moments.toReversed()]) {
      const at = moment.timestamp - element.recording!.startedAt.getTime();
      expect(await shownState(element, moment), `${windowId} at ${at} ms`).to.deep.equal(plain.get(moment));
    }
  }
}

describe('a page at any moment is the one that plain replay shows', () => {
  for (const name of OWN) {
    it(name, async function () {
      this.timeout(60_000);
      await comparePages(await player(addressOf(name)), MOMENTS);
    });
  }

  for (const name of foreign) {
    it(name, async function () {
      this.timeout(60_000);
      const element = await player();
      const isPlayable = await element.load(`/foreign-recordings/${encodeURIComponent(name)}`).then(
        () => true,
        () => false,
      );
      if (isPlayable) await comparePages(element, FOREIGN_MOMENTS);
    });
  }
});
