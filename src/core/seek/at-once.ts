import { IncrementalSource, MediaInteractions } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';

/**
 * Events that bring about what was there at a moment, as if all of them happened then: where a pointer was is where it
 * is, and a film that plays has gone on meanwhile. They are new objects.
 *
 * @param at Unix milliseconds, after all of them
 */
export function atOnce(events: readonly ReplayEvent[], at: number): ReplayEvent[] {
  /** Numbers of films that play, and at which pace. */
  const playing = new Map<unknown, number>();
  return events.map((event) => {
    const data = asRecord(event.data);
    const positions = asArray(data['positions']).slice(-1);
    if (positions[0]) {
      const [position] = positions.map((last) => ({ ...asRecord(last), timeOffset: 0 }));
      return withData(event, at, { ...data, positions: [position] });
    }
    if (data['source'] !== IncrementalSource.MediaInteraction) return { ...event, timestamp: at };
    followFilm(playing, data);
    const rate = playing.get(data['id']);
    const { currentTime } = data;
    if (rate === undefined || typeof currentTime !== 'number') return { ...event, timestamp: at };
    return withData(event, at, { ...data, currentTime: laterIn(currentTime, event.timestamp, at, rate) });
  });
}

/** How far a film is that plays, in seconds. Times are Unix milliseconds. */
export function laterIn(currentTime: number, since: number, at: number, rate: number): number {
  return currentTime + (Math.max(0, at - since) / 1000) * rate;
}

function followFilm(playing: Map<unknown, number>, { id, type, playbackRate }: Fields): void {
  const rate = typeof playbackRate === 'number' ? playbackRate : (playing.get(id) ?? 1);
  if (type === MediaInteractions.Pause) playing.delete(id);
  else if (type === MediaInteractions.Play || playing.has(id)) playing.set(id, rate);
}

function withData(event: ReplayEvent, timestamp: number, data: Fields): ReplayEvent {
  return { ...event, timestamp, data } as unknown as ReplayEvent;
}
