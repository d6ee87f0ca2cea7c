import { asAmount, asRecord, asText, type Fields } from '../../json.ts';
import { messageOf } from './messages.ts';
import { asStatus, isErrorStatus } from './numbers.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { typeOf } from './request-type.ts';
import { isCached, timingSizes } from './resource-timing.ts';

/** Spans of these are requests; `navigation.push` is a page that a script put in place, and others measure. */
const OPERATIONS = /^(?:resource\.(.+)|navigation\.(?:navigate|reload|back_forward|prerender))$/;

/** Requests of a script, whose status is known when an answer came. */
const ASKED_BY_SCRIPT: ReadonlySet<string> = new Set(['resource.fetch', 'resource.xhr', 'resource.http']);

/** Moments before this are written in seconds: it is 1973 in milliseconds. */
const FIRST_MILLISECOND = 1e11;

/**
 * The request of a span that Sentry keeps in a custom event `performanceSpan`; null for a span of something else.
 *
 * - `{ op, description, startTimestamp, endTimestamp, data }`: times in Unix seconds, `description` is the address.
 * - Of `resource.fetch`, `resource.xhr`: `data` is `{ method, statusCode, request, response }`, each direction `{ size,
 *   headers, body, _meta }`; a body of JSON is kept as a value. Older: `requestBodySize`, `responseBodySize`.
 * - Of `resource.http` (apps): `{ method, statusCode, requestBodySize, responseBodySize }`, on iOS `bodySize`, `query`.
 * - Of other resources and of pages: `{ size, statusCode, encodedBodySize, decodedBodySize }`, `size` as transferred.
 *
 * Source: getsentry/sentry-javascript: packages/replay-internal/src/util/createPerformanceEntries.ts,
 * …/util/createPerformanceSpans.ts, …/coreHandlers/util/networkUtils.ts, …/types/performance.ts;
 * getsentry/sentry-java: DefaultReplayBreadcrumbConverter.kt; getsentry/sentry-cocoa: SentrySRDefaultBreadcrumbConverter.swift
 *
 * @param time Unix milliseconds, of the event
 */
export function spanRequest(payload: unknown, time: number): RecordedRequest | null {
  const { op, description, startTimestamp, endTimestamp, data } = asRecord(payload);
  const operation = asText(op);
  const [matched, initiator = 'navigation'] = OPERATIONS.exec(operation) ?? [];
  if (matched === undefined) return null;
  const start = toMilliseconds(startTimestamp);
  const end = toMilliseconds(endTimestamp);
  const url = addressOf(asText(description), asRecord(data));
  const isScripted = ASKED_BY_SCRIPT.has(operation);
  return {
    at: start ?? time,
    detail: {
      ...dataOf(asRecord(data), url, isScripted),
      url,
      type: typeOf(url, initiator, {}),
      // iOS does not know when an answer ended, and writes the start again.
      duration: start !== null && end !== null && end > start ? (end - start) / 1000 : null,
    },
  };
}

type SpanData = Omit<RecordedRequest['detail'], 'url' | 'type' | 'duration'>;

function dataOf(data: Fields, url: string, isScripted: boolean): SpanData {
  const request = asRecord(data['request']);
  const response = asRecord(data['response']);
  const status = asStatus(data['statusCode']) ?? asStatus(Number(data['statusCode']));
  const entry = { ...data, transferSize: data['size'] };
  const body = asAmount(response['size']) ?? asAmount(data['responseBodySize']) ?? asAmount(data['bodySize']);
  const sizes = timingSizes(entry);
  return {
    method: asText(data['method']).toUpperCase(),
    status,
    failed: isErrorStatus(status) || (isScripted && status === null),
    error: asText(data['error']),
    cached: isCached(entry, status),
    phases: [],
    sizes: { ...sizes, encoded: sizes.encoded ?? body },
    protocol: '',
    request: messageOf(request['headers'], request['body'], url),
    response: messageOf(response['headers'], response['body']),
  };
}

/** iOS keeps what follows the path apart from it. */
function addressOf(url: string, { query, fragment }: Fields): string {
  return `${url}${asText(query) && `?${asText(query)}`}${asText(fragment) && `#${asText(fragment)}`}`;
}

function toMilliseconds(value: unknown): number | null {
  const time = asAmount(value);
  if (time === null || time === 0) return null;
  return time < FIRST_MILLISECOND ? time * 1000 : time;
}
