import type { EntryNote } from '../entry.ts';
import { type FindSignals, signal } from './rule.ts';
import { SIGNAL_RULES } from './rules.ts';
import type { WindowView } from './session-view.ts';
import { type Visit, visitsOf } from './visits.ts';

const { leastFields, sendingSeconds } = SIGNAL_RULES['form-given-up'].limits;

/** Fields of which two are hardly ever filled in but for a form to be sent. */
const TYPED: ReadonlySet<string> = new Set(
  'text email tel url password number date datetime-local month time week textarea'.split(' '),
);

/** Fields were filled in, and the page was left without sending them. */
export const formsGivenUp: FindSignals = function* ({ windows }) {
  for (const window of windows) {
    for (const visit of visitsOf(window)) {
      // How the last page was left is not in the recording.
      if (visit.end === Infinity) continue;
      const inputs = window.between('input', visit.start, visit.end).filter(isTyped);
      const fields = new Set(inputs.map(({ target }) => target?.nodeId)).size;
      const last = inputs.at(-1);
      if (!last || fields < leastFields || isSent(last.end ?? last.time, visit, window)) continue;
      yield signal('form-given-up', {
        windowId: window.id,
        time: visit.end,
        target: last.target,
        from: [...inputs],
        measured: { fields, seconds: visit.end - (last.end ?? last.time) },
      });
    }
  }
};

function isTyped({ detail, target }: EntryNote<'input'>): boolean {
  return target !== undefined && TYPED.has(detail.type) && detail.value !== '';
}

/**
 * What was filled in went somewhere: by a button, by a request, or by the return key, after which another page comes
 * soon. When in doubt it did.
 */
function isSent(filledAt: number, { end }: Visit, window: WindowView): boolean {
  const clicks = window.between('click', filledAt, end);
  const leaving = clicks.at(-1);
  if (clicks.some(({ target }) => target?.role !== 'link')) return true;
  if (!leaving) return end - filledAt <= sendingSeconds;
  return window.between('request', filledAt, leaving.time).some(({ detail }) => detail.type !== 'navigation');
}
