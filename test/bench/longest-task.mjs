/** What of Chromium's trace tells of tasks, of what is done in them, and of `performance.mark`. */
export const TASK_CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

/** The browser's own work on the page that is shown, wherever in a task: it costs the same in any player. */
const RENDERING = new Set([
  'UpdateLayoutTree', // styles
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);

/**
 * The longest task of a main thread between two marks, without the time in which it computed styles, laid out and
 * painted; ms.
 *
 * @param {{name: string, ph: string, pid: number, tid: number, ts: number, dur?: number}[]} trace events, in
 *   microseconds
 * @param {string} begin name of the mark
 * @param {string} end
 */
export function longestTask(trace, begin, end) {
  const [from, to] = [begin, end].map((name) => trace.find((event) => event.name === name));
  const done = trace
    .filter(({ pid, tid, ph }) => pid === from.pid && tid === from.tid && ph === 'X')
    .filter(({ ts, dur }) => ts + dur > from.ts && ts < to.ts)
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  let longest = 0;
  let task = null;
  // What is done inside of what was counted already ends before this.
  let countedTo = 0;
  for (const { name, ts, dur } of done) {
    if (name === 'RunTask' && (!task || ts >= task.end)) {
      longest = Math.max(longest, task?.left ?? 0);
      task = { end: ts + dur, left: dur };
    } else if (RENDERING.has(name) && ts >= countedTo && task && ts < task.end) {
      task.left -= dur;
      countedTo = ts + dur;
    }
  }
  return Math.max(longest, task?.left ?? 0) / 1000;
}
