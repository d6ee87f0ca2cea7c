import type { ConsoleDetail, EntryDetails } from '../entry.ts';

/** The text of an error that was logged: what it is called, what it says, and then where it was thrown. */
const LOGGED = /^(?:Uncaught )?([\w$.]*(?:Error|Exception))(?:: ([^]*?))?\n([^]*)$/;
const LONGEST = 20_000;
/** A line of a stack, as Chromium and as Firefox and Safari write it. */
const FRAME = /^\s*(at\s.+|[^\s@]*@.+:\d+)$/;

/** What recorders note of an error that nobody caught: as Chromium calls it, and as Firefox and Safari do. */
const UNCAUGHT = /^Uncaught (?:\(in promise\) ?)?(?:([\w$.]*(?:Error|Exception))(?:: |$))?([^]*)$/;
const UNCAUGHT_ELSEWHERE = /^([\w$.]*Error): ([^]*)$/;

/**
 * The error in a line of the console; null where there is none. It is among what was logged, with its own stack, or
 * nobody caught it: rrweb notes what the browser says of it, with the stack of the error in place of that of the call.
 */
export function loggedError(detail: ConsoleDetail): EntryDetails['error'] | null {
  return errorAmong(detail.values) ?? uncaught(detail);
}

function errorAmong(values: readonly unknown[]): EntryDetails['error'] | null {
  for (const value of values) {
    // What is longer was not thrown, and would take long to search.
    if (typeof value !== 'string' || value.length > LONGEST) continue;
    const [, name, message = '', rest = ''] = LOGGED.exec(value) ?? [];
    const lines = rest.split('\n');
    if (name === undefined || !lines.some((line) => FRAME.test(line))) continue;
    const stack = lines.map((line) => line.trim()).filter(Boolean);
    return { name, message, stack, by: 'console' };
  }
  return null;
}

function uncaught({ values, text, stack }: ConsoleDetail): EntryDetails['error'] | null {
  const elsewhere = values.length === 1 && stack.length > 0 ? UNCAUGHT_ELSEWHERE.exec(text) : null;
  const [told, name = '', message = ''] = UNCAUGHT.exec(text) ?? elsewhere ?? [];
  return told === undefined ? null : { name, message, stack, by: 'console' };
}
