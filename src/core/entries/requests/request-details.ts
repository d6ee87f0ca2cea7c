import { asRecord } from '../../json.ts';
import { pluginRequests } from './plugin-requests.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { spanRequest } from './span-request.ts';

/** rrweb's and PostHog's, for the web and for apps. */
const NETWORK_PLUGIN = 'rrweb/network@1';

/** Sentry's, for the web and for apps. */
const SPAN_TAG = 'performanceSpan';

/**
 * The requests that an event tells of, in the order in which they were recorded; none for an event that tells of
 * none; null for one that tells of requests in no shape that is known. Never throws. What a recorder noted twice is in
 * there twice: see `mergeRequests`.
 *
 * @param data of a plugin event or a custom event, which may be anything
 * @param time Unix milliseconds, of the event
 */
export function requestDetails(data: unknown, time: number): readonly RecordedRequest[] | null {
  const { plugin, tag, payload } = asRecord(data);
  if (plugin === NETWORK_PLUGIN) return pluginRequests(payload, time);
  if (tag !== SPAN_TAG) return [];
  if (typeof asRecord(payload)['op'] !== 'string') return null;
  const request = spanRequest(payload, time);
  return request ? [request] : [];
}
