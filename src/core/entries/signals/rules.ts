import type { EntryLevel } from '../entry.ts';
import type { SignalRule } from './signal.ts';

interface Rule {
  readonly level: EntryLevel;
  /** What is measured is held against these: counts, seconds and CSS pixels, as their names say. */
  readonly limits: Readonly<Record<string, number>>;
}

/**
 * All rules, with their limits. Where others publish theirs, these are the same: rage clicks and what answers a click are
 * PostHog's (posthog-js: extensions/rageclick.ts, entrypoints/dead-clicks-autocapture.ts), slow and dead clicks in two
 * steps are Sentry's (sentry-javascript: packages/replay-internal). demo/docs/signals.md explains each of them.
 */
export const SIGNAL_RULES = {
  'rage-click': {
    level: 'warning',
    limits: { leastClicks: 3, withinSeconds: 1, withinPixels: 30 },
  },
  'dead-click': {
    level: 'warning',
    limits: {
      leastSeconds: 7,
      leastSecondsBeforeNext: 2.5,
      reactionSeconds: 0.1,
      scrollSeconds: 0.3,
      windowSeconds: 1,
    },
  },
  'error-click': {
    level: 'error',
    limits: { withinSeconds: 1, repeatSeconds: 30 },
  },
  'failed-request-click': {
    level: 'error',
    limits: { withinSeconds: 0.5, repeatSeconds: 30 },
  },
  'slow-request-click': {
    level: 'warning',
    limits: { leastSeconds: 3, withinSeconds: 0.5, repeatSeconds: 30 },
  },
  'scroll-thrash': {
    level: 'info',
    limits: { leastTurns: 4, withinSeconds: 10, leastPixels: 500 },
  },
  'form-given-up': {
    level: 'info',
    limits: { leastFields: 2, sendingSeconds: 2 },
  },
  'quick-back': {
    level: 'info',
    limits: { mostSeconds: 5, leastSeconds: 0.5 },
  },
  'slow-response': {
    level: 'warning',
    limits: { leastSeconds: 2.5, mostSeconds: 7, stillSeconds: 0.3 },
  },
  'freeze': {
    level: 'warning',
    limits: { leastSeconds: 2, mostSeconds: 60 },
  },
} as const satisfies Readonly<Record<SignalRule, Rule>>;

/** How long recorders wait at most before they hand over where the pointer has been. Source: rrweb, initMoveObserver */
export const POINTER_BATCH_SECONDS = 0.5;
