import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import { ADDRESS_TAGS, CONFIG_TAGS } from '../rrweb/custom-tags.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import type { RedactKind } from './rules.ts';

const BODIES = ['requestBody', 'responseBody'];
const HEADERS = ['requestHeaders', 'responseHeaders'];

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
  const own = ownKind(Number(type), data);
  if (own && kinds.has(own)) {
    onTaken(own);
    return false;
  }
  if (own !== 'network') return true;
  for (const request of asArray(asRecord(data['payload'])['requests'])) {
    if (!isRecord(request)) continue;
    if (kinds.has('network-bodies') && takeFields(request, BODIES)) onTaken('network-bodies');
    if (kinds.has('network-headers') && takeFields(request, HEADERS)) onTaken('network-headers');
  }
  return true;
}

function ownKind(type: number, data: Fields): RedactKind | null {
  switch (kindOf(type, data)) {
    case 'console':
    case 'log':
      return 'console';
    case 'network':
      return 'network';
    case 'plugin':
    case 'annotation':
    case 'fullScreen':
      return 'custom';
    case 'custom':
      if (ADDRESS_TAGS.has(data['tag'])) return null;
      return CONFIG_TAGS.has(data['tag']) ? 'config' : 'custom';
    default:
      return null;
  }
}

function takeFields(request: Record<string, unknown>, names: readonly string[]): boolean {
  const present = names.filter((name) => name in request);
  for (const name of present) Reflect.deleteProperty(request, name);
  return present.length > 0;
}
