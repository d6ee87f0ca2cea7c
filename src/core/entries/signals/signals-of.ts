import type { EntryNote } from '../entry.ts';
import { clickAnswers } from './click-answers.ts';
import { errorClicks, failedRequestClicks, slowRequestClicks } from './click-outcomes.ts';
import { formsGivenUp } from './form-given-up.ts';
import { freezes } from './freeze.ts';
import { quickBacks } from './quick-back.ts';
import { rageClicks } from './rage-click.ts';
import type { FindSignals } from './rule.ts';
import { scrollThrashes } from './scroll-thrash.ts';
import type { Trace } from './session-trace.ts';
import { sessionView } from './session-view.ts';
import type { SignalRule } from './signal.ts';

const FINDERS: readonly FindSignals[] = [
  rageClicks,
  clickAnswers,
  errorClicks,
  failedRequestClicks,
  slowRequestClicks,
  scrollThrashes,
  formsGivenUp,
  quickBacks,
  freezes,
];

type Signal = EntryNote<'signal'>;

/** Rules that say why a page answered late. */
const REASONS: ReadonlySet<SignalRule> = new Set(['slow-request-click', 'freeze']);

/**
 * What entries and the stream of events together hint at, by time.
 *
 * @param entries of all kinds but signals
 * @param trace of the same events
 */
export function signalsOf(entries: readonly EntryNote[], trace: Trace): Signal[] {
  const session = sessionView(entries, trace);
  const signals = FINDERS.flatMap((find) => [...find(session)]);
  return signals.filter((signal) => !isExplained(signal, signals)).sort((a, b) => a.time - b.time);
}

/** That a page took its time is said once: by what kept it waiting, where that is known. */
function isExplained({ detail: { rule, from } }: Signal, signals: readonly Signal[]): boolean {
  if (rule !== 'slow-response') return false;
  return signals.some(
    ({ detail }) => REASONS.has(detail.rule) && from.some((id) => detail.from.includes(id)),
  );
}
