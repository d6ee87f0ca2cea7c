import { ReplayError } from '../replay-error.ts';
import type { RecordingStore } from '../store/recording-store.ts';

export function isPlayable({ table, intake }: RecordingStore): boolean {
  return table.size >= 2 && intake.hasPage;
}

/** What to tell of recordings of which none can be played. */
export function whyUnplayable(stores: readonly RecordingStore[]): ReplayError {
  const eventCount = stores.reduce((sum, store) => sum + store.table.size, 0);
  if (eventCount === 0) {
    return new ReplayError(
      'empty',
      'The recording holds no events. Export it again once PostHog has finished processing the session.',
    );
  }
  if (eventCount === 1) {
    return new ReplayError(
      'unplayable',
      'The file holds a single event; a recording needs at least two. If it came in several parts, open them together.',
    );
  }
  return new ReplayError(
    'unplayable',
    `The recording holds ${eventCount} events but no full snapshot of a page to start from. If it came in several parts, open them together.`,
  );
}
