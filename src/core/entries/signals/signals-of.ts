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

/**
 * What entries and the stream of events together hint at, by time.
 *
 * @param entries of all kinds but signals
 * @param trace of the same events
 */
export function signalsOf(entries: readonly EntryNote[], trace: Trace): EntryNote<'signal'>[] {
  const session = sessionView(entries, trace);
  return FINDERS.flatMap((find) => [...find(session)]).sort((a, b) => a.time - b.time);
}
