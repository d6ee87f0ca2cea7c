import { hasBetween } from './ascending.ts';
import { type FindSignals, signal } from './rule.ts';
import { SIGNAL_RULES } from './rules.ts';
import { visitsOf } from './visits.ts';

const { leastSeconds, mostSeconds } = SIGNAL_RULES['quick-back'].limits;

/** To another page and back at once: it was not what was looked for. */
export const quickBacks: FindSignals = function* ({ windows }) {
  for (const window of windows) {
    const visits = visitsOf(window);
    for (const [i, there] of visits.entries()) {
      const [before, after] = [visits[i - 1], visits[i + 1]];
      const seconds = there.end - there.start;
      // Faster than anybody could look: pages that lead on by themselves.
      if (!before || before.path !== after?.path || seconds < leastSeconds || seconds > mostSeconds) continue;
      // Whoever fills in and sends something has done what they came for.
      const isUsed =
        hasBetween(window.trace.inputs, there.start, there.end) ||
        window.between('request', there.start, there.end).some(({ detail }) => isSending(detail.method));
      if (isUsed) continue;
      yield signal('quick-back', {
        windowId: window.id,
        time: there.start,
        end: there.end,
        from: [before.page, there.page, after.page],
        measured: { seconds },
      });
    }
  }
};

function isSending(method: string): boolean {
  return !['', 'GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase());
}
