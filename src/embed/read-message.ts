import { asNumber, asText, type Fields } from '../core/json.ts';
import {
  EMBED_EVENTS,
  type EmbedErrorCode,
  type EmbedMessage,
  EMPTY_STATE,
  type EmbedState,
  PROTOCOL,
} from './protocol.ts';
import { idOf, messageFields, ownField } from './read-fields.ts';

/** What an embed says; null for what is no message of this version. */
export function readMessage(data: unknown): EmbedMessage | null {
  const fields = messageFields(data);
  if (fields === null || ownField(fields, 'portableReplay') !== PROTOCOL) return null;
  const id = idOf(fields);
  switch (ownField(fields, 'type')) {
    case 'ready':
      return { type: 'ready', version: asText(ownField(fields, 'version')) };
    case 'state':
      return { type: 'state', ...stateIn(fields) };
    case 'event': {
      const name = EMBED_EVENTS.find((known) => known === ownField(fields, 'name'));
      return name ? { type: 'event', name, detail: ownField(fields, 'detail') ?? null } : null;
    }
    case 'result':
      return id === null ? null : { type: 'result', id, value: ownField(fields, 'value') ?? null };
    case 'error': {
      const code = (asText(ownField(fields, 'code')) || 'failed') as EmbedErrorCode;
      return { type: 'error', id, code, message: asText(ownField(fields, 'message')) };
    }
    case 'resize': {
      const height = asNumber(ownField(fields, 'height'));
      return height > 0 && Number.isFinite(height) ? { type: 'resize', height } : null;
    }
    default:
      return null;
  }
}

/** Of each name the value that is of its type. */
function stateIn(fields: Fields): EmbedState {
  const entries = Object.entries(EMPTY_STATE).map(([name, empty]) => {
    const value = ownField(fields, name);
    const isCode = name === 'error' && typeof value === 'string';
    return [name, isCode || typeof value === typeof empty ? value : empty] as const;
  });
  return Object.fromEntries(entries) as unknown as EmbedState;
}
