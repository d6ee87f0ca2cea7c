import { readFile } from 'node:fs/promises';
import { openRecording, type RecordedEvent, type ReplaySource } from '../../../src/core/index.ts';
import { linesOf } from '../../../fixtures/shapes.mjs';
import { recording } from '../command.ts';
import type { ServedSession } from './snapshots.ts';

/** A session for the server, from lines of the fixtures. */
export async function sessionOf(
  id: string,
  file: string,
  more: Partial<ServedSession> = {},
): Promise<ServedSession> {
  const text = await readFile(recording(file), 'utf8');
  const lines = linesOf(text);
  const [start, end] = [lines[0]!, lines.at(-1)!].map(([, { timestamp }]) =>
    new Date(timestamp).toISOString(),
  );
  return { id, storage: 'blob_v2', text, start: start!, end: end!, ...more };
}

/** Every event of a recording. */
export async function eventsIn(source: ReplaySource): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  await using opened = await openRecording(source);
  for await (const event of opened.events()) events.push(event);
  return events;
}
