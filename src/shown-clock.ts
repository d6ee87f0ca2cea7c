import type { RecordingInfo } from './core/recording.ts';
import type { Locale } from './locale/locale.ts';
import type { ClockKind } from './locale/clock.ts';
import { type ClockState, ELAPSED, momentAt, type WallClock } from './locale/wall-clock.ts';
import { RecordingSearch } from './session/recording-search.ts';
import type { OpenRecording } from './worker/recording-reader.ts';

/** How the interface tells moments: by what was chosen, as far as the recording allows it. */
export class ShownClock {
  readonly #changed: () => void;
  readonly #zone: RecordingSearch<{ readonly timeZone: string | null }>;
  #kind: ClockKind = 'elapsed';
  #state = ELAPSED;

  /** @param changed called when `state` may be another */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#zone = new RecordingSearch((recording) => recording.ask('timeZone', undefined), changed);
  }

  choose(kind: ClockKind): void {
    this.#kind = kind;
    this.#changed();
  }

  /** Asks a recording where it was made; see `RecordingSearch`. */
  follow(recording: OpenRecording | null, cover: readonly string[], isWanted: boolean): void {
    this.#zone.follow(recording, cover, isWanted);
  }

  /** The same object as long as nothing about it has changed. */
  state(words: Locale, recording: RecordingInfo | null): ClockState {
    const recordedZone = this.#zone.found?.timeZone ?? null;
    const isKnown = recording !== null && (this.#kind !== 'recorded' || recordedZone !== null);
    const kind = isKnown ? this.#kind : 'elapsed';
    const wall = recording && kind !== 'elapsed' ? clockOf(words, recording, kind, recordedZone) : null;
    const before = this.#state;
    const isSame =
      kind === before.kind && recordedZone === before.recordedZone && isOneClock(wall, before.wall);
    if (!isSame) this.#state = Object.freeze({ kind, wall, recordedZone });
    return this.#state;
  }
}

function clockOf(
  { format }: Locale,
  { startedAt, duration }: RecordingInfo,
  kind: ClockKind,
  recordedZone: string | null,
): WallClock {
  const timeZone = kind === 'utc' ? 'UTC' : kind === 'recorded' ? (recordedZone ?? 'UTC') : undefined;
  const clock = { startedAt, timeZone, hasDays: false };
  const end = momentAt(clock, duration);
  return { ...clock, hasDays: format.date(startedAt, timeZone) !== format.date(end, timeZone) };
}

function isOneClock(a: WallClock | null, b: WallClock | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.startedAt.getTime() === b.startedAt.getTime() && a.timeZone === b.timeZone && a.hasDays === b.hasDays
  );
}
