import { RecordingSearch } from './recording-search.ts';

/** Finds out which selectors of `cover` match nothing in the recording in a player. */
export class CoverSearch extends RecordingSearch<readonly string[]> {
  /** @param told called with these selectors once the recording has been looked through, and with none before */
  constructor(told: (unmatched: readonly string[]) => void) {
    super(
      (recording, cover, options) => recording.ask('unmatched', cover, options),
      () => told(this.found ?? []),
    );
  }
}
