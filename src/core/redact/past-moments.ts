import { EventType } from '@rrweb/types';
import { timesOfRequests } from '../rrweb/request-times.ts';
import { asRecord, type Fields, isRecord } from '../json.ts';
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
  const given = data['payload'];
  const payload = asRecord(given);
  if (![...momentsOf(payload), ...momentsOf(data)].every(isIn)) return null;
  const requests = Array.isArray(given) ? (given as unknown[]) : payload['requests'];
  if (event['type'] !== EventType.Plugin || !Array.isArray(requests)) return event;
  const times = timesOfRequests(requests.map(asRecord), timestamp);
  const kept = requests.filter((request, i) => {
    if (!isRecord(request)) return true;
    return isIn(times[i] ?? timestamp) && momentsOf(request).every((at) => at >= range.from);
  });
  return {
    ...event,
    data: { ...data, payload: Array.isArray(given) ? kept : { ...payload, requests: kept } },
  };
}

/** When something says it was logged, asked for or begun, whatever it writes times in; Unix milliseconds. */
function momentsOf({ timestamp, startTimestamp, endTimestamp, timeOrigin, startTime }: Fields): number[] {
  const start = numberOf(timeOrigin) + numberOf(startTime);
  return [timestamp, startTimestamp ?? endTimestamp, start].flatMap((told) => {
    const time = numberOf(told);
    const at = time < FIRST_MILLISECOND ? time * 1000 : time;
    // Others are counted from when their page began.
    return at >= FIRST_MILLISECOND ? [at] : [];
  });
}

function numberOf(time: unknown): number {
  if (typeof time !== 'string') return typeof time === 'number' ? time : NaN;
  return /^[\d.]+$/.test(time) ? Number(time) : Date.parse(time);
}
