import { asAmount, type Fields } from '../../json.ts';
import type { RequestDetail, RequestPhase } from './request.ts';

/** Phases and the two marks between which each lasts; of a request that did not go through it both are equal or 0. */
const BEFORE: readonly Mark[] = [['redirect', 'redirectStart', 'redirectEnd']];
const AFTER: readonly Mark[] = [
  ['dns', 'domainLookupStart', 'domainLookupEnd'],
  ['connect', 'connectStart', 'connectEnd'],
  ['wait', 'requestStart', 'responseStart'],
  ['receive', 'responseStart', 'responseEnd'],
];

type Mark = readonly [phase: RequestPhase, from: string, to: string];
type Phase = RequestDetail['phases'][number];

/**
 * How long a request was in which phase, by the marks of its resource timing entry; together they last as long as the
 * request. Those of a request to another site, which that site did not open to the page (`Timing-Allow-Origin`), are 0:
 * nothing is known of its phases. A connection that was there already takes no time. When a request was sent completely
 * is not among the marks, so that `send` is part of `wait`. What is left is `blocked`: it waited for its turn.
 * Source: https://www.w3.org/TR/resource-timing/#timing-process
 */
export function timingPhases(entry: Fields): RequestDetail['phases'] {
  if (mark(entry, 'requestStart') === 0) return [];
  const before = BEFORE.flatMap((phase) => lengths(entry, phase));
  const after = AFTER.flatMap((phase) => lengths(entry, phase));
  const known = [...before, ...after].reduce((sum, { seconds }) => sum + seconds, 0);
  const rest = (timingDuration(entry) ?? 0) - known;
  const blocked: Phase[] = rest > LEAST ? [{ name: 'blocked', seconds: rest }] : [];
  return [...before, ...blocked, ...after];
}

/** Seconds; less is what rounding leaves. */
const LEAST = 0.0005;

function mark(entry: Fields, name: string): number {
  return asAmount(entry[name]) ?? 0;
}

/** A secure connection has two phases, one after the other. */
function lengths(entry: Fields, [name, from, to]: Mark): Phase[] {
  const start = mark(entry, from);
  const end = mark(entry, to);
  if (start === 0 || end <= start) return [];
  const secure = name === 'connect' ? mark(entry, 'secureConnectionStart') : 0;
  if (secure < start || secure > end) return [{ name, seconds: (end - start) / 1000 }];
  return [
    ...(secure > start ? [{ name, seconds: (secure - start) / 1000 }] : []),
    ...(end > secure ? [{ name: 'ssl' as const, seconds: (end - secure) / 1000 }] : []),
  ];
}

/**
 * Seconds from sending a request to the end of its answer; null where the entry does not say. The `duration` of a
 * page's own entry is not that: it ends when the page has loaded.
 */
export function timingDuration(entry: Fields): number | null {
  const { entryType, startTime, duration, responseEnd, endTime } = entry;
  const start = asAmount(startTime);
  const end = asAmount(responseEnd) ?? asAmount(endTime);
  const measured = entryType === 'navigation' ? null : asAmount(duration);
  const between = start !== null && end !== null && end > 0 && end >= start ? end - start : null;
  const milliseconds = measured ?? between;
  return milliseconds === null ? null : milliseconds / 1000;
}

/** Bytes of an answer. Where all three are 0 the site did not open them to the page: nothing is known of them. */
export function timingSizes(entry: Fields): RequestDetail['sizes'] {
  const transferred = asAmount(entry['transferSize']);
  const encoded = asAmount(entry['encodedBodySize']);
  const decoded = asAmount(entry['decodedBodySize']);
  const isClosed = transferred === 0 && encoded === 0 && decoded === 0;
  return isClosed ? { transferred: null, encoded: null, decoded: null } : { transferred, encoded, decoded };
}

/**
 * True where the body of an answer did not come over the network, or was confirmed to be as it was (304): less was
 * transferred than the body has. PostHog's apps write a size of 0 for what came from a cache.
 * Source: https://developer.mozilla.org/docs/Web/API/PerformanceResourceTiming/transferSize
 */
export function isCached(entry: Fields, status: number | null): boolean {
  if (entry['deliveryType'] === 'cache' || status === 304) return true;
  const { transferred, encoded, decoded } = timingSizes(entry);
  if (transferred === null) return false;
  const body = encoded ?? decoded;
  return body === null ? transferred === 0 : transferred < body;
}
