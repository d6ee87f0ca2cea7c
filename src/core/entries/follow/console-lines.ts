import type { Fields } from '../../json.ts';
import { consoleDetail, isConsoleBreadcrumb } from '../console/console-detail.ts';
import type { ConsoleDetail, EntryDetails } from '../entry.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** The text of an error that was logged: what it is called, what it says, and then where it was thrown. */
const LOGGED_ERROR = /^(?:Uncaught )?([\w$.]*(?:Error|Exception))(?:: ([^]*?))?\n([^]*)$/;
const LONGEST_ERROR = 20_000;
/** A line of a stack, as Chromium and as Firefox and Safari write it. */
const FRAME = /^\s*(at\s.+|[^\s@]*@.+:\d+)$/;

/** Lines of the console, and the errors that were logged. */
export class ConsoleLines implements EntryFinder {
  readonly #window: WindowContext;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (kind === 'console' || (kind === 'custom' && isSentryLine(data))) this.#add(at, data['payload']);
    // rrweb before 1.0.
    else if (kind === 'log') this.#add(at, data);
  }

  #add(at: number, payload: unknown): void {
    const { detail, level } = consoleDetail(payload);
    this.#window.add('console', at, detail, { level });
    const error = level === 'error' ? errorIn(detail) : null;
    if (error) this.#window.add('error', at, error, { level });
  }
}

/** True for the data of a custom event in which Sentry keeps a line of the console. */
export function isSentryLine({ tag, payload }: Fields): boolean {
  return tag === 'breadcrumb' && isConsoleBreadcrumb(payload);
}

/** The error object among what was logged; null where there is none. */
function errorIn({ values }: ConsoleDetail): EntryDetails['error'] | null {
  for (const value of values) {
    // What is longer was not thrown, and would take long to search.
    if (typeof value !== 'string' || value.length > LONGEST_ERROR) continue;
    const [, name, message = '', rest = ''] = LOGGED_ERROR.exec(value) ?? [];
    const lines = rest.split('\n');
    if (name === undefined || !lines.some((line) => FRAME.test(line))) continue;
    const stack = lines.map((line) => line.trim()).filter(Boolean);
    return { name, message, stack, by: 'console' };
  }
  return null;
}
