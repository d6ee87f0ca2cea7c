import type { EntryNote } from '../entry.ts';
import { type FindSignals, signal } from './rule.ts';
import { SIGNAL_RULES } from './rules.ts';
import type { WindowView } from './session-view.ts';
import type { SignalRule } from './signal.ts';

type Outcome = EntryNote<'error' | 'console' | 'request'>;
type OutcomeRule = Extract<SignalRule, 'error-click' | 'failed-request-click' | 'slow-request-click'>;

/** Requests come a moment before the click where pages act on the press already, and where clocks differ a little. */
const EARLY_SECONDS = 0.1;
/** Requests that a script sends, or that lead to another page; pictures and the like are not what was clicked for. */
const ASKED_TYPES: ReadonlySet<string> = new Set(['', 'fetch', 'xmlhttprequest', 'xhr', 'navigation']);
const CALLED_OFF = /abort|cancel/i;

/** Errors right after a click. */
export const errorClicks: FindSignals = function* ({ windows }) {
  for (const window of windows) {
    const errors = window.of('error');
    const told = new Set(errors.map(({ time }) => time));
    // Errors that were logged are entries besides their lines.
    const lines = window.of('console').filter(({ level, time }) => level === 'error' && !told.has(time));
    for (const { click, outcomes } of outcomesOf('error-click', [...errors, ...lines], window)) {
      const seconds = outcomeSeconds(click, outcomes);
      yield outcomeSignal('error-click', click, outcomes, { errors: outcomes.length, seconds });
    }
  }
};

/** Requests that a click sent and that failed. */
export const failedRequestClicks: FindSignals = function* ({ windows }) {
  for (const window of windows) {
    const failed = window
      .of('request')
      .filter(({ detail }) => detail.failed && !CALLED_OFF.test(detail.error));
    for (const { click, outcomes } of outcomesOf('failed-request-click', failed.filter(isAsked), window)) {
      const status = outcomes.find((entry) => entry.kind === 'request')?.detail.status ?? 0;
      const measured = { requests: outcomes.length, status, seconds: outcomeSeconds(click, outcomes) };
      yield outcomeSignal('failed-request-click', click, outcomes, measured);
    }
  }
};

/** Requests that a click sent and that took long. */
export const slowRequestClicks: FindSignals = function* ({ windows }) {
  const { leastSeconds } = SIGNAL_RULES['slow-request-click'].limits;
  for (const window of windows) {
    const slow = window
      .of('request')
      .filter(
        ({ detail }) => !detail.failed && (detail.duration ?? 0) >= leastSeconds && isAsked({ detail }),
      );
    for (const { click, outcomes } of outcomesOf('slow-request-click', slow, window)) {
      const seconds = Math.max(
        ...outcomes.map((entry) => (entry.kind === 'request' ? (entry.detail.duration ?? 0) : 0)),
      );
      yield outcomeSignal('slow-request-click', click, outcomes, { requests: outcomes.length, seconds });
    }
  }
};

function isAsked({ detail }: Pick<EntryNote<'request'>, 'detail'>): boolean {
  return ASKED_TYPES.has(detail.type.toLowerCase());
}

interface ClickOutcomes {
  readonly click: EntryNote<'click'>;
  readonly outcomes: readonly Outcome[];
}

/**
 * What came right after clicks. What has come by itself before, such as from a request that is sent again and again,
 * is not a click's; what comes again within a while after a click is still that click's.
 */
function outcomesOf(
  rule: OutcomeRule,
  outcomes: readonly Outcome[],
  window: WindowView,
): readonly ClickOutcomes[] {
  const { withinSeconds, repeatSeconds } = SIGNAL_RULES[rule].limits;
  const byClick = new Map<EntryNote<'click'>, Outcome[]>();
  const known = new Map<string, { byItself: boolean; clickedAt: number }>();
  for (const outcome of [...outcomes].sort((a, b) => a.time - b.time)) {
    const { time } = outcome;
    const click = window.lastBefore('click', time + EARLY_SECONDS);
    const isAfter = click && click.detail.button !== 'right' && time - click.time <= withinSeconds;
    const key = nameOf(outcome);
    const before = known.get(key) ?? { byItself: false, clickedAt: -Infinity };
    known.set(key, before);
    if (!isAfter) {
      before.byItself ||= time - before.clickedAt > repeatSeconds;
    } else if (!before.byItself) {
      before.clickedAt = time;
      byClick.set(click, [...(byClick.get(click) ?? []), outcome]);
    }
  }
  return [...byClick].map(([click, outcomes]) => ({ click, outcomes }));
}

/** By what an outcome is known again. */
function nameOf({ kind, detail }: Outcome): string {
  switch (kind) {
    case 'error':
      return `${detail.name} ${detail.message}`;
    case 'console':
      return detail.text;
    case 'request':
      return `${detail.method} ${detail.url.replace(/[?#].*$/s, '')}`;
  }
}

function outcomeSeconds(click: EntryNote, [first]: readonly Outcome[]): number {
  return Math.max(0, (first?.time ?? click.time) - click.time);
}

function outcomeSignal(
  rule: OutcomeRule,
  click: EntryNote<'click'>,
  outcomes: readonly Outcome[],
  measured: Readonly<Record<string, number>>,
) {
  const { windowId, time, target } = click;
  return signal(rule, { windowId, time, target, from: [click, ...outcomes], measured });
}
