import { type FindSignals, signal } from './rule.ts';
import { SIGNAL_RULES } from './rules.ts';

const { leastTurns, withinSeconds } = SIGNAL_RULES['scroll-thrash'].limits;

/** Up and down and up again, as if something could not be found. */
export const scrollThrashes: FindSignals = function* ({ windows }) {
  for (const window of windows) {
    for (const run of runsOf(window.trace.turns)) {
      const [start = 0, end = 0] = [run[0], run.at(-1)];
      const from = window
        .of('scroll')
        .filter((entry) => entry.time <= end && (entry.end ?? entry.time) >= start);
      yield signal('scroll-thrash', {
        windowId: window.id,
        time: start,
        end,
        from,
        measured: { turns: run.length, seconds: end - start },
      });
    }
  }
};

/** Stretches in which turns follow each other fast enough all the time. */
function* runsOf(turns: readonly number[]): Generator<readonly number[]> {
  let start = -1;
  let end = -1;
  for (let i = 0; i + leastTurns <= turns.length; i++) {
    const last = i + leastTurns - 1;
    if ((turns[last] ?? Infinity) - (turns[i] ?? 0) > withinSeconds) continue;
    if (start >= 0 && i > end) {
      yield turns.slice(start, end + 1);
      start = i;
    }
    if (start < 0) start = i;
    end = last;
  }
  if (start >= 0) yield turns.slice(start, end + 1);
}
