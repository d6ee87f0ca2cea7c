import { firstFrom, hasBetween, nextFrom } from './ascending.ts';
import { type FindSignals, signal } from './rule.ts';
import { SIGNAL_RULES } from './rules.ts';
import type { SessionView, WindowView } from './session-view.ts';

const { leastSeconds, mostSeconds } = SIGNAL_RULES.freeze.limits;
const BEAT = {
  least: 0.1,
  most: 1.1,
  before: 10,
  after: 4,
  tolerance: 0.5,
  actedSeconds: 0.5,
  resumeSeconds: 0.1,
};

/**
 * The page stood still: nothing in it ran. Two things tell. The recorder's own timer, which hands over pointer positions,
 * ran seconds late; or something that the page changes at a steady beat left out several beats after somebody did
 * something, and went on by itself.
 */
export const freezes: FindSignals = function* (session) {
  for (const window of session.windows) {
    const stretches = [...lateBatches(window), ...missedBeats(window)].sort((a, b) => a.start - b.start);
    let until = -Infinity;
    for (const { start, end } of stretches) {
      const seconds = end - start;
      if (start < until || seconds < leastSeconds || seconds > mostSeconds) continue;
      if (isElsewhere(start, end, window, session)) continue;
      until = end;
      const from = window.between('click', start - BEAT.actedSeconds, start + BEAT.actedSeconds);
      yield signal('freeze', {
        windowId: window.id,
        time: start,
        end,
        target: from.at(-1)?.target,
        from,
        measured: { seconds },
      });
    }
  }
};

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function lateBatches({ trace }: WindowView): readonly Stretch[] {
  return trace.stalls
    .filter(({ first, end }) => end - first - trace.batchSeconds >= leastSeconds)
    .map(({ last, end }) => ({ start: last, end }));
}

function* missedBeats({ trace }: WindowView): Generator<Stretch> {
  const { events, redraws } = trace;
  for (const [i, end] of events.entries()) {
    const start = events[i - 1] ?? end;
    if (end - start < leastSeconds) continue;
    const at = firstFrom(redraws, end);
    const before = redraws.slice(Math.max(0, at - BEAT.before), at);
    const after = redraws.slice(at, at + BEAT.after);
    const beat = beatOf(before);
    if (before.length < BEAT.before || after.length < BEAT.after || beat === null) continue;
    const isActed = [trace.inputs, trace.clicks.map(({ time }) => time)].some((acts) =>
      hasBetween(acts, start - BEAT.actedSeconds, start),
    );
    if (isActed && keeps(after, beat) && nextFrom(redraws, end) - end <= BEAT.resumeSeconds)
      yield { start, end };
  }
}

/** Seconds from one to the next where all follow at about the same distance; null where they do not. */
function beatOf(times: readonly number[]): number | null {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const beat = (last - first) / (times.length - 1);
  return beat >= BEAT.least && beat <= BEAT.most && keeps(times, beat) ? beat : null;
}

function keeps(times: readonly number[], beat: number): boolean {
  return times.every(
    (time, i) => i === 0 || Math.abs(time - (times[i - 1] ?? time) - beat) <= beat * BEAT.tolerance,
  );
}

/** The window was hidden, or another one in use: browsers hold timers back then. */
function isElsewhere(start: number, end: number, window: WindowView, { windows }: SessionView): boolean {
  const isHidden = window.lastBefore('visibility', start)?.detail.visible === false;
  return (
    isHidden ||
    window.next('visibility', start) <= end ||
    windows.some((other) => other !== window && hasBetween(other.trace.events, start, end))
  );
}
