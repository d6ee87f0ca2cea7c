import type { Fields } from '../../json.ts';
import { consoleDetail, isConsoleBreadcrumb } from '../console/console-detail.ts';
import { loggedError } from '../console/logged-error.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

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
    const error = level === 'error' ? loggedError(detail) : null;
    if (error) this.#window.add('error', at, error, { level });
  }
}

/** True for the data of a custom event in which Sentry keeps a line of the console. */
export function isSentryLine({ tag, payload }: Fields): boolean {
  return tag === 'breadcrumb' && isConsoleBreadcrumb(payload);
}
