import type { RecordingOutline, ReplayEvent } from '../src/core/recording.ts';
import type { OpenRecording } from '../src/worker/recording-reader.ts';

/** Everything that the player would hand to the replay core, by window. */
export async function eventsOf(
  ask: OpenRecording['ask'],
  outline: RecordingOutline,
): Promise<Record<string, ReplayEvent[]>> {
  const events: Record<string, ReplayEvent[]> = {};
  const to = Math.floor(outline.endAt) + 1;
  for (const { id } of outline.info.windows) {
    const list: ReplayEvent[] = [];
    let [from, skip] = [outline.startAt, 0];
    while (from < to) {
      const query = { windowId: id, remoteAssets: false, cover: [] };
      const read = await ask('read', { ...query, from, to, skip });
      list.push(...read.events);
      [from, skip] = [read.until, read.skip];
      if (!read.ends) continue;
      const page = await ask('page', { ...query, keyframeAt: from, to: from + 1, from: null });
      list.push(...page.events);
      [from, skip] = [page.until, 0];
    }
    events[id] = list;
  }
  return events;
}
