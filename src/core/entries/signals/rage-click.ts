import { hasBetween } from './ascending.ts';
import { type FindSignals, signal } from './rule.ts';
import { SIGNAL_RULES } from './rules.ts';
import type { TracedClick, WindowTrace } from './session-trace.ts';
import type { WindowView } from './session-view.ts';

const { leastClicks, withinSeconds, withinPixels } = SIGNAL_RULES['rage-click'].limits;

/** Where texts are, clicks in a row select words and lines. */
const TEXT_ROLES: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'spinbutton', 'textarea']);
/** What is made to be clicked again and again. Source: posthog-js, DEFAULT_CONTENT_IGNORELIST_WITH_STEPPERS */
const STEPPER_WORDS = ['next', 'previous', 'prev'];
const STEPPER_SIGNS: ReadonlySet<string> = new Set([
  '>',
  '<',
  '+',
  '-',
  '−',
  '–',
  '›',
  '‹',
  '»',
  '«',
  '→',
  '←',
]);

/** Several clicks in one place, so fast that nobody waited for an answer. */
export const rageClicks: FindSignals = function* ({ windows }) {
  for (const window of windows) {
    const { clicks, touches } = window.trace;
    for (const run of runsOf(clicks.length > 0 ? clicks : touches)) {
      if (isEachAnswered(run, window.trace)) continue;
      const found = describe(run, window);
      if (found) yield found;
    }
  }
};

function describe(run: readonly TracedClick[], window: WindowView) {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return null;
  const from = window
    .between('click', first.time, last.time)
    .filter(({ detail }) => detail.button !== 'right');
  const target = from[0]?.target;
  if (target && (TEXT_ROLES.has(target.role) || isStepper(target.name))) return null;
  return signal('rage-click', {
    windowId: window.id,
    time: first.time,
    end: last.time,
    target,
    from,
    measured: { clicks: run.length, seconds: last.time - first.time },
  });
}

/** Runs of clicks of which each is close to the one before it, and that are fast enough at their start. */
function* runsOf(clicks: readonly TracedClick[]): Generator<readonly TracedClick[]> {
  let run: TracedClick[] = [];
  for (const click of clicks) {
    const last = run.at(-1);
    if (last && !isClose(last, click)) {
      yield* fast(run);
      run = [];
    }
    run.push(click);
  }
  yield* fast(run);
}

function isClose(a: TracedClick, b: TracedClick): boolean {
  const distance = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  return distance < withinPixels && b.time - a.time < withinSeconds;
}

/** Clicks before those that are fast enough were no rage yet. */
function fast(run: readonly TracedClick[]): readonly (readonly TracedClick[])[] {
  for (let i = 0; i + leastClicks <= run.length; i++) {
    const [from, to] = [run[i]?.time ?? 0, run[i + leastClicks - 1]?.time ?? Infinity];
    if (to - from <= withinSeconds) return [run.slice(i)];
  }
  return [];
}

/** True where each click changed the page before the next: that is using it, such as counting up. */
function isEachAnswered(run: readonly TracedClick[], { changes }: WindowTrace): boolean {
  return run.every(({ time }, i) => hasBetween(changes, time, run[i + 1]?.time ?? time + withinSeconds));
}

function isStepper(name: string): boolean {
  const text = name.trim().toLowerCase();
  return STEPPER_SIGNS.has(text) || text.split(/[^\p{L}]+/u).some((word) => STEPPER_WORDS.includes(word));
}
