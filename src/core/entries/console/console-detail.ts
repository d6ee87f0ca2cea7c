import { asArray, asRecord, asText, type Fields } from '../../json.ts';
import type { ConsoleDetail, EntryLevel } from '../entry.ts';
import { formatLog } from './format-log.ts';
import { loggedValue, shallow } from './logged-value.ts';

/** A line of the console, and how serious it is. */
export interface ConsoleLine {
  readonly detail: ConsoleDetail;
  readonly level: EntryLevel;
}

/** What Sentry and iOS call the levels for which a console has a method of another name. */
const METHODS: Readonly<Record<string, string>> = { warning: 'warn', fatal: 'error' };

const LEVELS: Readonly<Record<string, EntryLevel>> = { error: 'error', assert: 'error', warn: 'warning' };

/**
 * A line of the console as a recorder wrote it. Never throws: a shape that is not known is kept as it was.
 *
 * - rrweb and posthog-js, `rrweb/console@1`: `{ level, trace: string[], payload: string[] }`, see {@link loggedValue}.
 *   rrweb before 1.0 put the same into incremental events (source 11).
 * - PostHog for Android: the same without `trace`, one text `tag: message`; for iOS: `payload` is the text itself.
 * - Sentry, custom event `breadcrumb`: `{ category: 'console', level, message, data: { arguments } }`.
 *
 * Source: PostHog/posthog-js: packages/rrweb/plugins/rrweb-plugin-console-record/src/index.ts;
 * PostHog/posthog-android: PostHogLogCatIntegration.kt; PostHog/posthog-ios: PostHogSessionReplayConsoleLogsPlugin.swift;
 * getsentry/sentry-javascript: packages/replay-internal/src/coreHandlers/handleBreadcrumbs.ts
 *
 * @param payload of the event; of one of source 11 its `data`
 */
export function consoleDetail(payload: unknown): ConsoleLine {
  const fields = asRecord(payload);
  if (isConsoleBreadcrumb(fields)) return sentryLine(fields);
  const { level, payload: logged, trace } = fields;
  if (!Array.isArray(logged) && typeof logged !== 'string') return unknownLine(payload);
  const read = Array.isArray(logged) ? logged.map(loggedValue) : [{ values: [logged], truncated: false }];
  return line(
    asText(level),
    read.flatMap(({ values }) => values),
    asArray(trace).filter((frame) => typeof frame === 'string'),
    read.some(({ truncated }) => truncated),
  );
}

/** True for the payload of a custom event `breadcrumb` in which Sentry keeps a line of the console. */
export function isConsoleBreadcrumb(payload: unknown): boolean {
  return asRecord(payload)['category'] === 'console';
}

function sentryLine({ level, message, data }: Fields): ConsoleLine {
  const { arguments: logged, _meta: meta } = asRecord(data);
  const values = Array.isArray(logged) && logged.length > 0 ? logged : [message ?? ''];
  return line(
    asText(level),
    values.map((value) => shallow(value, value)),
    [],
    asArray(asRecord(meta)['warnings']).length > 0,
  );
}

function line(
  level: string,
  values: readonly unknown[],
  stack: readonly string[],
  truncated: boolean,
): ConsoleLine {
  const method = METHODS[level] ?? (level || 'log');
  const failed = method !== 'assert' || values[0] !== true;
  return {
    detail: { method, values, text: textOf(method, values), stack, truncated, unknown: false },
    level: failed ? (LEVELS[method] ?? 'info') : 'info',
  };
}

/** rrweb records what an assertion was about as its first argument, PostHog's fork leaves it out. */
function textOf(method: string, values: readonly unknown[]): string {
  const isTold = method === 'assert' && typeof values[0] === 'boolean';
  return formatLog(isTold ? values.slice(1) : values);
}

function unknownLine(payload: unknown): ConsoleLine {
  const value = shallow(payload, payload);
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return {
    detail: { method: 'log', values: [value], text, stack: [], truncated: false, unknown: true },
    level: 'info',
  };
}
