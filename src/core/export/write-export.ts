import type { RecordingStore } from '../store/recording-store.ts';
import type { Job } from '../job.ts';

const VERSION = '2023-04-28';
/** Text is handed to the blob in pieces of this size, which the browser may keep on disk. */
const PIECE_CHARACTERS = 4 * 1024 * 1024;

/**
 * A recording as PostHog exports it today: one list of events by time, inflated, windows numbered from 1 in the
 * order in which they appear. Only what PostHog would need to be told is added: a Meta event before each page.
 * Source: PostHog/posthog: frontend/src/scenes/session-recordings/file-playback/types.ts
 */
export async function writeExport(store: RecordingStore, { slicer, signal, progress }: Job): Promise<Blob> {
  const { id, person } = store.description;
  const pieces: Blob[] = [];
  const somebody = person === null || !isJson(person) ? '' : `"person":${person},`;
  let text = `{"version":"${VERSION}","data":{"id":${JSON.stringify(id)},${somebody}"snapshots":[`;
  let isFirst = true;
  let done = 0;
  const numbers = new WindowNumbers(store.windowIds);
  for (const { windowId, event } of store.replayable()) {
    text += (isFirst ? '' : ',') + JSON.stringify({ ...event, windowId: numbers.of(windowId) });
    isFirst = false;
    if (text.length > PIECE_CHARACTERS) {
      pieces.push(new Blob([text]));
      text = '';
    }
    done++;
    if (!slicer.isDue) continue;
    progress(done / store.eventCount);
    await slicer.checkpoint();
    signal.throwIfAborted();
  }
  return new Blob([...pieces, text, ']}}'], { type: 'application/json' });
}

/** PostHog's player knows windows by number; where they have numbers already, these stay. */
class WindowNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #areNumbers: boolean;

  constructor(windowIds: readonly string[]) {
    this.#areNumbers = windowIds.every((id) => /^[1-9]\d{0,5}$/.test(id));
  }

  of(windowId: string): number {
    if (this.#areNumbers) return Number(windowId);
    const known = this.#numbers.get(windowId) ?? this.#numbers.size + 1;
    this.#numbers.set(windowId, known);
    return known;
  }
}

/** The exporter of today writes `undefined` for a person that it has not loaded. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
