import type { EntryNote } from '../entry.ts';
import { firstFrom, hasBetween, nextFrom } from './ascending.ts';
import { type FindSignals, signal } from './rule.ts';
import { SIGNAL_RULES } from './rules.ts';
import type { TracedClick } from './session-trace.ts';
import type { SessionView, WindowView } from './session-view.ts';

const DEAD = SIGNAL_RULES['dead-click'].limits;
const SLOW = SIGNAL_RULES['slow-response'].limits;

/** Times are whole milliseconds. */
const HALF_A_MILLISECOND = 0.0005;

/** So long before a click beats are looked at. */
const BEAT_SECONDS = 10;

/** A click, with those on the same thing right before it, which the page had no time to answer. */
interface ClickRun {
  readonly first: TracedClick;
  readonly last: TracedClick;
  /** When the user did something else; infinite where that never happened. */
  readonly next: number;
}

/**
 * Clicks that the page did not answer, or only after a while. Where something comes by which the browser itself, another
 * window or a request answered, neither is said; what the user does next ends the wait.
 */
export const clickAnswers: FindSignals = function* (session) {
  for (const window of session.windows) {
    for (const run of runsOf(window)) {
      const { first, last } = run;
      if (last.surface !== 'control' || isPartOfAnother(last, window)) continue;
      const from = window.between('click', first.time, last.time).filter(isMain);
      const signal = from.length > 0 ? answerOf(run, from, window, session) : null;
      if (signal) yield signal;
    }
  }
};

function answerOf(
  { last: { time }, next }: ClickRun,
  from: readonly EntryNote[],
  window: WindowView,
  session: SessionView,
) {
  const found = { windowId: window.id, time, target: from.at(-1)?.target, from };
  const until = Math.min(next, session.end);
  const changed = nextChange(window, time);
  const seconds = changed - time;
  if (changed <= until && seconds < SLOW.mostSeconds) {
    const isSlow = seconds >= SLOW.leastSeconds && isOfClick(changed, time, window);
    return isSlow ? signal('slow-response', { ...found, end: changed, measured: { seconds } }) : null;
  }
  const waited = Math.min(until - time, DEAD.leastSeconds);
  const leastSeconds = next < time + DEAD.leastSeconds ? DEAD.leastSecondsBeforeNext : DEAD.leastSeconds;
  if (waited < leastSeconds || isAnsweredUnseen(time, window, session)) return null;
  return signal('dead-click', { ...found, measured: { clicks: from.length, seconds: waited } });
}

/** When the page was seen to change after a click, in any way. */
function nextChange(window: WindowView, time: number): number {
  return Math.min(
    nextFrom(window.trace.changes, time),
    window.next('page', time),
    window.next('dialog', time),
  );
}

/** Under a pointer that moves pages change by themselves; a request tells that the click was what they waited for. */
function isOfClick(changed: number, time: number, window: WindowView): boolean {
  const { moveEnds, moveStarts } = window.trace;
  const move = firstFrom(moveEnds, changed - SLOW.stillSeconds);
  if ((moveStarts[move] ?? Infinity) > changed) return true;
  return window
    .between('request', time - DEAD.reactionSeconds, time + DEAD.windowSeconds)
    .some(({ time, detail }) => {
      const ended = time + (detail.duration ?? Infinity);
      return ended <= changed && ended >= changed - SLOW.stillSeconds;
    });
}

/** Something came of a click, of which the page may show nothing. */
function isAnsweredUnseen(time: number, window: WindowView, { windows }: SessionView): boolean {
  const { scrolls, inputs, selections, focus } = window.trace;
  const soon = time + DEAD.windowSeconds;
  return (
    hasBetween(scrolls, time, time + DEAD.scrollSeconds) ||
    hasBetween(selections, time - DEAD.reactionSeconds, time + DEAD.reactionSeconds) ||
    hasBetween(inputs, time, soon) ||
    // With the press of the button the focus comes to what is clicked, before the click; later it is the page's doing.
    hasBetween(focus, time + HALF_A_MILLISECOND, soon) ||
    window.next('request', time - DEAD.reactionSeconds) <= soon ||
    window.next('visibility', time - DEAD.windowSeconds) <= soon ||
    isBeatBroken(window.trace.beats, time) ||
    windows.some((other) => other !== window && (other.trace.events[0] ?? -1) >= time) ||
    windows.some((other) => other.next('window', time) <= time + DEAD.leastSeconds)
  );
}

/** What changed at a beat does so no longer, or at another: it was stopped by the click, or set. */
function isBeatBroken(beats: readonly number[], time: number): boolean {
  const at = firstFrom(beats, time);
  const before = beats.slice(firstFrom(beats, time - BEAT_SECONDS), at);
  const after = beats.slice(at - 1, at + 3);
  const longest = (times: readonly number[]) =>
    Math.max(...times.map((value, i) => value - (times[i - 1] ?? value)));
  if (before.length < 3) return false;
  return after.length < 4 || longest(after) > 2 * longest(before);
}

/** Clicks that are one with another: a label's and its field's, a button's and that of the file field it opens. */
function isPartOfAnother(click: TracedClick, { trace }: WindowView): boolean {
  const isNear = (other: TracedClick) => Math.abs(other.time - click.time) <= DEAD.reactionSeconds;
  return trace.clicks.some((other) => other.nodeId !== click.nodeId && isNear(other));
}

function* runsOf({ trace }: WindowView): Generator<ClickRun> {
  let first: TracedClick | null = null;
  for (const [i, click] of trace.clicks.entries()) {
    first ??= click;
    const next = trace.clicks[i + 1];
    if (next?.nodeId === click.nodeId && next.time - click.time < DEAD.windowSeconds) continue;
    const typed = nextFrom(trace.inputs, click.time + DEAD.windowSeconds);
    const scrolled = nextFrom(trace.scrolls, click.time + DEAD.scrollSeconds);
    yield { first, last: click, next: Math.min(next?.time ?? Infinity, typed, scrolled) };
    first = null;
  }
}

function isMain({ detail }: EntryNote<'click'>): boolean {
  return detail.button !== 'right';
}
