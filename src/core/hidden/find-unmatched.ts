import { FollowedPages } from '../hide/followed-page.ts';
import { HiddenNodes } from '../hide/hidden-nodes.ts';
import { compileEach, type CompiledSelector } from '../hide/selector.ts';
import type { Job } from '../job.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { RecordingStore } from '../store/recording-store.ts';

/** Events that change what is on a page. */
const PAGE_KINDS: ReadonlySet<EventKind> = new Set(['fullSnapshot', 'mutation']);

/**
 * Selectors that match nothing on any page of a recording, each of a list by itself. Stops as soon as all have matched,
 * which most do on the first page.
 *
 * @param cover lists of selectors
 * @throws TypeError for what is no selector, and the signal's reason
 */
export async function findUnmatched(
  store: RecordingStore,
  cover: readonly string[],
  { slicer, signal, progress }: Job,
): Promise<readonly string[]> {
  let unmatched: readonly CompiledSelector[] = cover.flatMap(compileEach);
  const pages = new FollowedPages();
  const hidden = new Map<string, HiddenNodes<CompiledSelector>>();
  let count = 0;
  for (const { kind, windowId, event } of store.inflated({ kinds: PAGE_KINDS })) {
    signal.throwIfAborted();
    if (unmatched.length === 0) break;
    const change = pages.of(windowId).follow({ ...event });
    const nodes = (kind === 'fullSnapshot' ? null : hidden.get(windowId)) ?? new HiddenNodes(unmatched);
    hidden.set(windowId, nodes);
    if (change) nodes.note(change);
    unmatched = unmatched.filter((selector) => !nodes.isMatched(selector));
    count++;
    if (!slicer.isDue) continue;
    progress(count / store.table.size);
    await slicer.checkpoint();
  }
  signal.throwIfAborted();
  return unmatched.map(({ source }) => source);
}
