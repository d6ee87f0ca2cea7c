import type { Session, SessionEvent } from '../recording.ts';
import type { TimeSlicer } from '../time-slicer.ts';

const VERSION = '2023-04-28';
/** Text is handed to the blob in pieces of this size, which the browser may keep on disk. */
const PIECE_CHARACTERS = 4 * 1024 * 1024;

/** A session to be written. */
export interface ExportedSession extends Omit<Session, 'moments' | 'events'> {
  /** Null where others can have the thread, before the next one is there. */
  events(): Iterable<SessionEvent | null>;
  /** Members of `data` besides those of PostHog, which passes them over; asked for when all events are written. */
  readonly more?: () => Readonly<Record<string, unknown>>;
}

/** From the first event that was written to the last, Unix milliseconds. */
export interface WrittenSpan {
  readonly first: number;
  readonly last: number;
}

export interface WrittenSession {
  readonly blob: Blob;
  /** Null when there was no event. */
  readonly span: WrittenSpan | null;
}

/**
 * A session in the shape that PostHog exports today: one list of events by time, inflated, windows numbered from 1
 * in the order in which they appear.
 * Source: PostHog/posthog: frontend/src/scenes/session-recordings/file-playback/types.ts
 *
 * @param signal rejects with its reason when it is aborted
 */
export async function writeSession(
  session: ExportedSession,
  slicer: TimeSlicer,
  signal?: AbortSignal,
): Promise<WrittenSession> {
  const { id, person, windowIds, more } = session;
  const pieces: Blob[] = [];
  const somebody = person === null || !isJson(person) ? '' : `"person":${person},`;
  let text = `{"version":"${VERSION}","data":{"id":${JSON.stringify(id)},${somebody}"snapshots":[`;
  let [first, last] = [NaN, NaN];
  let isFirst = true;
  const numbers = new WindowNumbers(windowIds);
  for (const given of session.events()) {
    if (given) {
      const { windowId, event } = given;
      text += (isFirst ? '' : ',') + JSON.stringify({ ...event, windowId: numbers.of(windowId) });
      last = Number(event['timestamp']);
      if (isFirst) first = last;
      isFirst = false;
    }
    if (text.length > PIECE_CHARACTERS) {
      pieces.push(new Blob([text]));
      text = '';
    }
    await slicer.checkpoint();
    signal?.throwIfAborted();
  }
  const members = Object.entries(more?.() ?? {});
  const end = members.map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`).join('');
  const blob = new Blob([...pieces, text, `]${end}}}`], { type: 'application/json' });
  return { blob, span: isFirst ? null : { first, last } };
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
