import type { Job } from '../job.ts';
import { asRecord } from '../json.ts';
import { latestAt } from '../recording.ts';
import { ElementHider } from '../hide/element-hider.ts';
import { MaskedInputs } from '../masked-inputs/masked-inputs.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { HiddenPage } from './hidden-page.ts';
import { HiddenLog, type HiddenThings } from './hidden-things.ts';
import { redactedRequests } from './redacted-requests.ts';

/** Events that tell of something hidden, or change where it is. */
const HIDING_KINDS: ReadonlySet<EventKind> = new Set([
  'fullSnapshot',
  'mutation',
  'input',
  'canvasMutation',
  'network',
]);

/**
 * What is hidden in a recording and when, from all of its events, in one go over all windows.
 *
 * @param cover selectors of what the viewer hides besides
 * @throws TypeError for what is no selector, and the signal's reason
 */
export async function findHidden(
  store: RecordingStore,
  cover: readonly string[],
  { slicer, signal, progress }: Job,
): Promise<HiddenThings> {
  const { startAt, endAt } = store.table.bounds;
  const { facts } = store;
  const inputs = new MaskedInputs();
  const log = new HiddenLog(startAt, endAt, (...input) => inputs.isExposed(...input));
  const windows = new Map<string, { readonly hider: ElementHider; readonly page: HiddenPage }>();
  let count = 0;
  for (const { kind, windowId, event } of store.inflated({ kinds: HIDING_KINDS })) {
    signal.throwIfAborted();
    const { timestamp } = event;
    if (kind === 'network') {
      for (const name of redactedRequests(asRecord(event.data)['payload']))
        log.add(windowId, 'network', null, name, timestamp, timestamp);
    } else {
      inputs.look({ windowId, event: { ...event } });
      const window = windows.get(windowId) ?? {
        hider: new ElementHider(cover),
        page: new HiddenPage(windowId, log),
      };
      windows.set(windowId, window);
      const rules = latestAt(facts.maskingRules, windowId, timestamp) ?? null;
      const href = facts.hrefAt(windowId, timestamp);
      for (const shown of window.hider.next([event])) window.page.add(shown, rules, href);
    }
    count++;
    if (!slicer.isDue) continue;
    progress(count / store.table.size);
    await slicer.checkpoint();
  }
  signal.throwIfAborted();
  for (const { page } of windows.values()) page.end(endAt);
  return log.things();
}
