import { isErrorStatus } from './numbers.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { RequestDetail, RequestMessage } from './request.ts';

/** Milliseconds: a wrapper reads the clock before the browser sends, and waits for the body it is to record. */
const NEAR = 50;

/** Milliseconds: where a page began is reckoned anew for each entry, from two clocks. */
const SAME = 5;

/** So many requests to one address at one time are compared: a page that sends more sends them on purpose. */
const MOST = 20;

/** A request of the list, and whether a wrapper and an entry of the browser have become one there. */
interface Known {
  readonly index: number;
  isBoth: boolean;
}

/**
 * The requests of a window, each once, in the order in which they were sent. One was recorded twice where both the
 * browser's timing entry and the wrapper of fetch or XMLHttpRequest were, or where the recorder started again and told
 * of the first requests again. The two become one with the data of both. Two calls of a page are two requests, however
 * near they are.
 *
 * @param requests of one window; other fields of theirs are kept from the one that comes first
 */
export function mergeRequests<T extends RecordedRequest>(requests: readonly T[]): T[] {
  const sorted = [...requests].sort((a, b) => a.at - b.at);
  const merged: T[] = [];
  const byAddress = new Map<string, Known[]>();
  for (const request of sorted) {
    const known = byAddress.get(request.detail.url) ?? [];
    const isTwinOf = ({ index, isBoth }: Known): boolean =>
      merged[index] !== undefined && isTwin(merged[index], request, isBoth);
    const twin =
      known.find((other) => !other.isBoth && isTwinOf(other)) ??
      known.find((other) => other.isBoth && isTwinOf(other));
    const first = twin && merged[twin.index];
    if (twin && first) {
      twin.isBoth ||= isWrapped(first) !== isWrapped(request);
      merged[twin.index] = joined(first, request);
    } else {
      const recent = known.filter(({ index }) => request.at - (merged[index]?.at ?? 0) <= NEAR);
      byAddress.set(request.detail.url, [...recent.slice(-MOST), { index: merged.length, isBoth: false }]);
      merged.push(request);
    }
  }
  return merged.sort((a, b) => a.at - b.at);
}

/** @param isBoth the first has been merged from a wrapper and an entry: another entry must tell of the same again */
function isTwin(first: RecordedRequest, second: RecordedRequest, isBoth: boolean): boolean {
  const [a, b] = [first.detail, second.detail];
  const apart = Math.abs(second.at - first.at);
  if (!agree(a.type, b.type, 'other') || !agree(a.status, b.status, null)) return false;
  if (isWrapped(first) && isWrapped(second)) return apart === 0 && isTimed(a) && isDeepEqual(a, b);
  if (isBoth || isWrapped(first) === isWrapped(second)) return apart <= SAME && isAsLong(a, b);
  return apart <= (isTimed(a) && isTimed(b) ? SAME : NEAR);
}

/** Only wrappers know the method. */
function isWrapped({ detail }: RecordedRequest): boolean {
  return detail.method !== '';
}

function isTimed({ phases }: RequestDetail): boolean {
  return phases.length > 0;
}

function isAsLong(a: RequestDetail, b: RequestDetail): boolean {
  return a.duration === null || b.duration === null || Math.abs(a.duration - b.duration) * 1000 <= 1;
}

function isDeepEqual(a: RequestDetail, b: RequestDetail): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** True where two agree, or one of them does not say. */
function agree<V>(a: V, b: V, unknown: V): boolean {
  return a === b || a === unknown || b === unknown;
}

function joined<T extends RecordedRequest>(first: T, second: T): T {
  const [wrapped, other] = isWrapped(second) && !isWrapped(first) ? [second, first] : [first, second];
  const [timed, untimed] =
    isTimed(wrapped.detail) || !isTimed(other.detail) ? [wrapped, other] : [other, wrapped];
  const [a, b] = [wrapped.detail, other.detail];
  const [t, u] = [timed.detail, untimed.detail];
  const status = a.status ?? b.status;
  const error = a.error || b.error;
  return {
    ...first,
    at: timed.at,
    detail: {
      method: a.method || b.method,
      url: a.url,
      status,
      type: a.type === 'other' ? b.type : a.type,
      // The wrapper got no answer that it could read, but the browser did.
      failed: status === null ? a.failed || b.failed : isErrorStatus(status) || error !== '',
      error,
      cached: t.cached || u.cached,
      duration: t.duration ?? u.duration,
      phases: t.phases,
      sizes: {
        transferred: t.sizes.transferred ?? u.sizes.transferred,
        encoded: t.sizes.encoded ?? u.sizes.encoded,
        decoded: t.sizes.decoded ?? u.sizes.decoded,
      },
      protocol: t.protocol || u.protocol,
      request: joinedMessage(a.request, b.request),
      response: joinedMessage(a.response, b.response),
    },
  };
}

function joinedMessage(a: RequestMessage, b: RequestMessage): RequestMessage {
  return {
    headers: a.headers.length > 0 ? a.headers : b.headers,
    body: a.body ?? b.body,
    redacted: [...new Set([...a.redacted, ...b.redacted])],
  };
}
