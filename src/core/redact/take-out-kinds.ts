import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import { ADDRESS_TAGS, CONFIG_TAGS } from '../rrweb/custom-tags.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import { isLineOrRequest, isSentryConfig, sentryContent } from '../rrweb/sentry-events.ts';
import type { RedactKind } from './rules.ts';

/** PostHog's and rrweb's fields of both sides, and Sentry's of one. */
const BODIES = ['requestBody', 'responseBody', 'body'];
const HEADERS = ['requestHeaders', 'responseHeaders', 'headers'];

/**
 * Takes out what is of kinds that are to be removed. Edits the event, which must be the caller's own.
 *
 * @param onTaken told of each event, or request of which something was taken
 * @returns false when nothing of the event is to be left
 */
export function takeOutKinds(
  { type, data: given }: Fields,
  kinds: ReadonlySet<RedactKind>,
  onTaken: (kind: RedactKind) => void,
): boolean {
  if (kinds.size === 0) return true;
  const data = asRecord(given);
  const own = ownKinds(Number(type), data).filter((kind) => kinds.has(kind));
  if (own[0]) {
    onTaken(own[0]);
    return false;
  }
  for (const request of requestsIn(Number(type), data)) {
    const sides = [request, request['request'], request['response']].filter(isRecord);
    const take = (names: readonly string[], kind: RedactKind) => {
      const taken = kinds.has(kind) ? sides.filter((side) => takeFields(side, names)) : [];
      if (taken.length > 0) onTaken(kind);
    };
    take(BODIES, 'network-bodies');
    take(HEADERS, 'network-headers');
  }
  return true;
}

/** What an event counts as: it goes with each of these. */
function ownKinds(type: number, data: Fields): readonly RedactKind[] {
  switch (kindOf(type, data)) {
    case 'console':
    case 'log':
      return ['console'];
    case 'network':
      return ['network'];
    case 'plugin':
    case 'annotation':
    case 'fullScreen':
      return ['custom'];
    case 'custom':
      return kindsOfCustom(data);
    default:
      return [];
  }
}

function kindsOfCustom(data: Fields): readonly RedactKind[] {
  if (ADDRESS_TAGS.has(data['tag'])) return [];
  if (CONFIG_TAGS.has(data['tag']) || isSentryConfig(data)) return ['config'];
  const content = sentryContent(data);
  if (!content) return ['custom'];
  return isLineOrRequest(data) ? [content] : [content, 'custom'];
}

/** PostHog and rrweb write lists of requests, Sentry one in a span or crumb. */
function requestsIn(type: number, data: Fields): readonly Record<string, unknown>[] {
  const payload = asRecord(data['payload']);
  if (kindOf(type, data) === 'network') return asArray(payload['requests']).filter(isRecord);
  return sentryContent(data) === 'network' && isRecord(payload['data']) ? [payload['data']] : [];
}

function takeFields(side: Record<string, unknown>, names: readonly string[]): boolean {
  const present = names.filter((name) => name in side);
  for (const name of present) Reflect.deleteProperty(side, name);
  return present.length > 0;
}
