/** What posthog-js puts behind what it cut, and in place of the arguments it left out. */
const CUT = '...[truncated]';

/** What rrweb puts behind the stack of an error that was logged. */
const END_OF_ERROR = '\nEnd of stack for Error object';

/** No recorder goes deeper (rrweb stops at 4, Sentry at 7), and copying to another thread must not fail. */
const DEEPEST = 100;

/** An argument as it was recorded, read. */
export interface LoggedValue {
  /** Missing where there is only a mark that arguments were left out. */
  readonly values: readonly unknown[];
  readonly truncated: boolean;
}

/**
 * Reads an argument of a console's method as the recorder packed it: JSON of the value, in which `undefined`,
 * functions, symbols of circles (`[Circular ~]`), elements and big integers are texts already, dates are ISO 8601, and
 * errors their stack. Text that is no JSON is itself: cut JSON, lines of Android's log.
 * Source: PostHog/posthog-js: packages/rrweb/plugins/rrweb-plugin-console-record/src/stringify.ts,
 * packages/browser/src/extensions/replay/external/sessionrecording-utils.ts (cuts)
 */
export function loggedValue(recorded: unknown): LoggedValue {
  if (recorded === CUT) return { values: [], truncated: true };
  if (typeof recorded !== 'string') return { values: [shallow(recorded, recorded)], truncated: false };
  const truncated = recorded.endsWith(CUT);
  return { values: [truncated ? recorded : parsed(recorded)], truncated };
}

/** The text of a logged error without rrweb's mark; any other text as it is. */
function withoutMark(text: string): string {
  return text.endsWith(END_OF_ERROR) ? text.slice(0, -END_OF_ERROR.length) : text;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text, (_key, part: unknown) =>
      typeof part === 'string' ? withoutMark(part) : part,
    );
    return shallow(value, text);
  } catch {
    return text;
  }
}

/** The value, or what stands for it where it is nested so deeply that nobody logged it. */
export function shallow(value: unknown, instead: unknown): unknown {
  if (!isDeeper(value, DEEPEST)) return value;
  return typeof instead === 'string' ? instead : '[nested too deeply]';
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeper(part, depth - 1));
}
