import { ElementHider } from '../hide/element-hider.ts';
import type { Job } from '../job.ts';
import { MaskedInputs } from '../masked-inputs/masked-inputs.ts';
import { latestAt, type ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { EntryNote } from './entry.ts';
import { EntryLog } from './entry-log.ts';
import { FollowedWindow } from './follow/followed-window.ts';
import { noteSession } from './session-entries.ts';
import { SessionTrace } from './signals/session-trace.ts';
import { signalsOf } from './signals/signals-of.ts';

/** Events that are something that happened, or change the page on which it does. */
const TELLING_KINDS: ReadonlySet<EventKind> = new Set([
  'domContentLoaded',
  'load',
  'meta',
  'fullSnapshot',
  'mutation',
  'mouseInteraction',
  'scroll',
  'viewportResize',
  'input',
  'selection',
  'custom',
  'fullScreen',
  'annotation',
  'console',
  'network',
  'log',
  'mouseMove',
  'touchMove',
  'drag',
]);
/** Of all others it counts only that they happened. */
const BLANK = {};

/**
 * What happened in a recording, by time, from all of its events, in one go over all windows.
 *
 * @param cover selectors of what the viewer hides besides
 * @throws TypeError for what is no selector, and the signal's reason
 */
export async function makeEntries(
  store: RecordingStore,
  cover: readonly string[],
  { slicer, signal, progress }: Job,
): Promise<readonly EntryNote[]> {
  const { facts } = store;
  const outline = store.outline();
  const inputs = new MaskedInputs();
  const trace = new SessionTrace();
  const log = new EntryLog(outline.startAt);
  // Before all else of the same moment: what happens in a window that comes into use comes after that.
  noteSession(log, outline, store.description.markers);
  const windows = new Map<string, { readonly hider: ElementHider; readonly follower: FollowedWindow }>();
  const open = (windowId: string) => {
    const follower = new FollowedWindow(windowId, log, {
      rulesAt: (at) => latestAt(facts.maskingRules, windowId, at) ?? null,
      isLoadedAt: (from, to) => facts.isStart(windowId, from, to),
      isMaskedField: (page, id) => inputs.on(windowId, page, id) !== null,
      isMobile: outline.info.platform === 'mobile',
    });
    const window = { hider: new ElementHider(cover), follower };
    windows.set(windowId, window);
    return window;
  };
  let count = 0;
  for (const row of store.table.events()) {
    signal.throwIfAborted();
    const { kind, windowId, timestamp } = row;
    const event = TELLING_KINDS.has(kind) ? store.table.inflate(row) : null;
    const { hider, follower } = windows.get(windowId) ?? open(windowId);
    trace.look(
      { kind, windowId, event: event ?? ({ timestamp, data: BLANK } as ReplayEvent) },
      (timestamp - outline.startAt) / 1000,
      (id) => follower.find(id),
    );
    if (event) {
      inputs.look({ windowId, event: { ...event } });
      for (const shown of hider.next([event])) follower.add(shown, kind);
    }
    count++;
    if (!slicer.isDue) continue;
    progress(count / store.table.size);
    await slicer.checkpoint();
  }
  signal.throwIfAborted();
  for (const { follower } of windows.values()) follower.end(outline.endAt);
  const entries = log.entries();
  return [...entries, ...signalsOf(entries, trace.windows)].sort((a, b) => a.time - b.time);
}
