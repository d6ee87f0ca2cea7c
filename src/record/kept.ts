import type { KeptRecording } from '../library/kept-recording.ts';
import { RecordingStore } from '../library/recording-store.ts';

/** What is kept in this browser, at the origin of the page: sessions, and what the viewer has kept. The latest is first. */
export function listRecordings(): Promise<readonly KeptRecording[]> {
  return new RecordingStore().listRecordings();
}

/** The files of a recording, as players and `openRecording()` take them; null where it is not kept. */
export function getRecording(id: string): Promise<readonly File[] | null> {
  return new RecordingStore().getRecording(id);
}

/** Does nothing where it is not kept. A session that is still being recorded comes back with what follows. */
export function deleteRecording(id: string): Promise<void> {
  return new RecordingStore().deleteRecording(id);
}
