import { type DetailedError, ReplayError, type ReplayErrorDetails } from '../replay-error.ts';
import type { RecordingStore } from '../store/recording-store.ts';

export function isPlayable({ table, intake }: RecordingStore): boolean {
  return table.size >= 2 && intake.hasPage;
}

/**
 * What to tell of recordings of which none can be played.
 *
 * @param file they are all from; empty for several, or one without a name
 */
export function whyUnplayable(stores: readonly RecordingStore[], file: string): DetailedError {
  const events = stores.reduce((sum, store) => sum + store.table.size, 0);
  if (stores.every(({ intake }) => !intake.hasPage) && stores.some(({ intake }) => intake.hasDamagedPage))
    return ReplayError.of({ code: 'unplayable', reason: 'damaged-snapshot', file });
  if (events === 0) return ReplayError.of({ ...whatElse(stores), file });
  if (events === 1) return ReplayError.of({ code: 'unplayable', reason: 'single-event', file });
  return ReplayError.of({ code: 'unplayable', reason: 'no-snapshot', events, file });
}

/** What recordings without events have instead. */
function whatElse(stores: readonly RecordingStore[]): ReplayErrorDetails {
  const code = 'not-a-recording';
  const descriptions = stores.map(({ description }) => description);
  if (descriptions.some(({ markers }) => markers.length > 0)) return { code, reason: 'analytics-events' };
  if (descriptions.some(({ isMetadata }) => isMetadata)) return { code, reason: 'metadata-only' };
  return { code: 'empty', reason: 'no-events' };
}
