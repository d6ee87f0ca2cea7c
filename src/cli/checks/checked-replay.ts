import type { CheckedPage, CheckedReplay } from '../../core/index.ts';
import { parseTime } from '../../core/parse-time.ts';
import { formatClock } from '../../locale/clock.ts';
import type { Moment, PlayedRecording } from '../browser/played-recording.ts';

/** A recording as scripts of checks have it. */
export function checkedReplay(replay: PlayedRecording): CheckedReplay {
  return {
    recording: replay.info,
    at: (time, { windowId } = {}) => checkedPage(replay, { time: secondsOf(time), windowId }),
    entries: (query) => replay.entries(query),
    errors: () => replay.entries({ levels: ['error'] }),
  };
}

function checkedPage(replay: PlayedRecording, moment: Moment): CheckedPage {
  const one = <T>(found: readonly T[], selector: string): T => {
    const [first] = found;
    if (found.length === 1) return first as T;
    const count = found.length === 0 ? 'No element matches' : `${found.length} elements match`;
    const what = found.length === 0 ? '' : `: ${found.map((each) => JSON.stringify(each)).join(', ')}`;
    throw new Error(`${count} ${selector} at ${formatClock(moment.time)}${what}`);
  };
  return {
    text: async (selector) => one(await replay.at(moment, (page) => page.texts(selector)), selector),
    attribute: async (selector, name) =>
      one(await replay.at(moment, (page) => page.attributes(selector, name)), selector),
    count: (selector) => replay.at(moment, (page) => page.count(selector)),
    isVisible: async (selector) => (await replay.at(moment, (page) => page.visible(selector))) > 0,
    aria: () => replay.at(moment, (page) => page.aria()),
    screenshot: () => replay.at(moment, (page) => page.picture()),
  };
}

function secondsOf(time: number | string): number {
  const seconds = typeof time === 'string' ? parseTime(time) : time;
  if (seconds === null || !(seconds >= 0))
    throw new TypeError(`"${time}" is not a time: write seconds, 1:02, 1:02:03 or 1m2s.`);
  return seconds;
}
