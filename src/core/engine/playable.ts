import { type DetailedError, ReplayError } from '../replay-error.ts';
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
  if (events === 0) return ReplayError.of({ code: 'empty', reason: 'no-events', file });
  if (events === 1) return ReplayError.of({ code: 'unplayable', reason: 'single-event', file });
  return ReplayError.of({ code: 'unplayable', reason: 'no-snapshot', events, file });
}
