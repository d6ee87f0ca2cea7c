import type { Session, SessionEvent } from '../recording.ts';
import type { TimeSlicer } from '../time-slicer.ts';
import { EXPORT_WRITERS, type ExportFormat } from './export-formats.ts';

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
 * A session as a file.
 *
 * @param signal rejects with its reason when it is aborted
 */
export async function writeSession(
  session: ExportedSession,
  format: ExportFormat,
  slicer: TimeSlicer,
  signal?: AbortSignal,
): Promise<WrittenSession> {
  const writer = EXPORT_WRITERS[format](session);
  const pieces: Blob[] = [];
  let text = writer.beginning;
  let [first, last] = [NaN, NaN];
  let isFirst = true;
  for (const written of session.events()) {
    if (written) {
      text += (isFirst ? '' : writer.separator) + writer.event(written);
      last = Number(written.event['timestamp']);
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
  const blob = new Blob([...pieces, text, writer.end(session.more?.() ?? {})], { type: writer.type });
  return { blob, span: isFirst ? null : { first, last } };
}
