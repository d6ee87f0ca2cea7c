import type { Fields } from '../core/json.ts';
import type { RequestId } from './protocol.ts';

const MAX_ID_LENGTH = 64;

/** The fields of a message of this protocol, of any version; null for what other scripts post. */
export function messageFields(data: unknown): Fields | null {
  if (typeof data !== 'object' || data === null) return null;
  return Object.hasOwn(data, 'portableReplay') ? (data as Fields) : null;
}

/** A field of the message itself; undefined for one that it only inherits. */
export function ownField(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The id of a message; null for one that has none, or none that could be sent back. */
export function idOf(fields: Fields): RequestId | null {
  const id = ownField(fields, 'id');
  if (typeof id === 'number') return Number.isFinite(id) ? id : null;
  return typeof id === 'string' && id.length <= MAX_ID_LENGTH ? id : null;
}
