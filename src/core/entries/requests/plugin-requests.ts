import { asRecord, asText, isRecord, type Fields } from '../../json.ts';
import { timesOfRequests } from '../../rrweb/request-times.ts';
import { messageOf } from './messages.ts';
import { asStatus, isErrorStatus } from './numbers.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { typeOf } from './request-type.ts';
import { isCached, timingDuration, timingPhases, timingSizes } from './resource-timing.ts';

/** Entries of other kinds tell of no request: `serverTiming` says more of the one before it, `paint` is none. */
const ENTRY_TYPES: ReadonlySet<unknown> = new Set(['resource', 'navigation', undefined, null, '']);

/**
 * The requests of an `rrweb/network@1` event; null where it is of no shape that is known.
 *
 * - PostHog for the web: the fields of the browser's resource timing or navigation timing entry (times in milliseconds
 *   from `timeOrigin`), `startTime` and `endTime` rounded, `timestamp` (Unix ms, sent), and, where it wraps fetch and
 *   XMLHttpRequest, `method`, `status`, headers and bodies. Where the browser has no entry, `name` and times alone.
 * - PostHog for apps: `name`, `method`, `responseStatus`, `timestamp`, `duration`, `transferSize`. A status of -1 on iOS
 *   stands for no answer.
 * - rrweb's own plugin: `startTime` and `endTime` rounded, without `timeOrigin`; of a request that the browser has no
 *   entry for, no times.
 *
 * Source: PostHog/posthog-js: packages/browser/src/extensions/replay/external/network-plugin.ts;
 * PostHog/posthog-android: PostHogOkHttpInterceptor.kt; PostHog/posthog-ios: PostHogSessionReplayNetworkPlugin.swift;
 * rrweb-io/rrweb: packages/plugins/rrweb-plugin-network-record/src/index.ts
 *
 * @param time Unix milliseconds, of the event
 */
export function pluginRequests(payload: unknown, time: number): RecordedRequest[] | null {
  const requests = asRecord(payload)['requests'];
  if (!Array.isArray(requests) || !requests.every(isRecord)) return null;
  const entries = requests.filter(({ entryType }) => ENTRY_TYPES.has(entryType));
  const times = timesOfRequests(entries, time);
  return entries.map((entry, i) => ({ at: times[i] ?? time, detail: detailOf(entry) }));
}

function detailOf(entry: Fields): RecordedRequest['detail'] {
  const { requestHeaders, requestBody, responseHeaders, responseBody } = entry;
  const url = asText(entry['name']);
  const method = asText(entry['method']).toUpperCase();
  const status = asStatus(entry['status']) ?? asStatus(entry['responseStatus']);
  const type = typeOf(url, asText(entry['initiatorType']) || asText(entry['entryType']), entry);
  const error = asText(entry['error']);
  return {
    method,
    url,
    status,
    type,
    failed: isErrorStatus(status) || error !== '' || (status === null && hasNoAnswer(entry, method, type)),
    error,
    cached: isCached(entry, status),
    duration: timingDuration(entry),
    phases: timingPhases(entry),
    sizes: timingSizes(entry),
    protocol: asText(entry['nextHopProtocol']),
    request: messageOf(requestHeaders, requestBody, url),
    response: messageOf(responseHeaders, responseBody),
  };
}

/**
 * True for a request that was wrapped, so that its status would be known, and got none: refused, cut off, aborted.
 * Browsers' entries alone do not say: of many answers of other sites they hide the status. So does fetch of what it
 * may not read (`no-cors`), but then its headers or body, empty, are recorded. XMLHttpRequest tells those always.
 */
function hasNoAnswer({ responseHeaders, responseBody }: Fields, method: string, type: string): boolean {
  if (method === '') return false;
  return type === 'xmlhttprequest' || (responseHeaders === undefined && responseBody === undefined);
}
