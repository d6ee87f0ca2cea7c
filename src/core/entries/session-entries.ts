import type { RecordingOutline, Segment } from '../recording.ts';
import { idleStretches } from '../store/idle-stretches.ts';
import type { EntryLog } from './entry-log.ts';

/** Analytics events of PostHog's SDK that the recording itself tells of in more detail. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['$pageview', '$pageleave', '$autocapture', '$snapshot']);

/**
 * What the session as a whole tells: which window was in use, when nobody did anything, and the analytics events that
 * came with the file.
 */
export function noteSession(
  log: EntryLog,
  { segments }: RecordingOutline,
  markers: readonly { readonly timestamp: number; readonly name: string }[],
): void {
  const used = segments.filter(
    (segment): segment is Segment & { windowId: string } => segment.windowId !== null,
  );
  used.forEach(({ startAt, windowId }, i) => {
    const from = used[i - 1]?.windowId ?? windowId;
    if (from !== windowId) log.add('window', startAt, windowId, { from });
  });
  const windowAt = (at: number) => (used.findLast(({ startAt }) => startAt <= at) ?? used[0])?.windowId ?? '';
  for (const { startAt, endAt } of idleStretches(segments))
    log.add('idle', startAt, windowAt(startAt), { seconds: (endAt - startAt) / 1000 }, { endAt });
  for (const { timestamp, name } of markers) {
    const windowId = windowAt(timestamp);
    if (name === '$exception')
      log.add(
        'error',
        timestamp,
        windowId,
        { name: '', message: '', stack: [], by: 'exception' },
        { level: 'error' },
      );
    else if (!TOLD_OTHERWISE.has(name)) log.add('custom', timestamp, windowId, { tag: name, payload: null });
  }
}
