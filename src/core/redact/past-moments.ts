import { EventType } from '@rrweb/types';
import { timesOfRequests } from '../rrweb/request-times.ts';
import { asRecord, type Fields, isRecord } from '../json.ts';
import { sentryContent } from '../rrweb/sentry-events.ts';
import type { KeptRange } from './kept-range.ts';

/** Moments before this are written in seconds: it is 1973 in milliseconds. */
const FIRST_MILLISECOND = 1e11;

/**
 * What is left of an event in a stretch that tells of moments outside of it: where a pointer was, when a request was made
 * or a line was logged. Null for nothing.
 */
export function withinRange(event: Fields, range: KeptRange): Fields | null {
  const data = asRecord(event['data']);
  const timestamp = Number(event['timestamp']);
  const isIn = (at: number) => at >= range.from && at <= range.to;
  if (Array.isArray(data['positions'])) {
    const positions = data['positions'].filter((position) => {
      const { timeOffset } = asRecord(position);
      return typeof timeOffset !== 'number' || isIn(timestamp + timeOffset);
    });
    return { ...event, data: { ...data, positions } };
  }
  const payload = asRecord(data['payload']);
  if (event['type'] === EventType.Custom && sentryContent(data)) {
    const { timestamp: loggedAt, startTimestamp } = payload;
    return [loggedAt, startTimestamp].every((time) => typeof time !== 'number' || isIn(toMilliseconds(time)))
      ? event
      : null;
  }
  const { requests } = payload;
  if (!Array.isArray(requests)) return event;
  const times = timesOfRequests(requests.map(asRecord), timestamp);
  const kept = requests.filter((request, i) => !isRecord(request) || isIn(times[i] ?? timestamp));
  return { ...event, data: { ...data, payload: { ...payload, requests: kept } } };
}

function toMilliseconds(time: number): number {
  return time < FIRST_MILLISECOND ? time * 1000 : time;
}
