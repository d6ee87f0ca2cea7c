import type { Fields } from '../core/json.ts';
import { EmbedError, type EmbedRequest, PROTOCOL } from './protocol.ts';
import { ownField } from './read-fields.ts';

/** The longest address, in characters. */
const MAX_ADDRESS = 100_000;
const MAX_NAME = 100;

/**
 * What a message of the page around asks for.
 *
 * @throws EmbedError for what is not known
 */
export function readRequest(fields: Fields): EmbedRequest {
  if (ownField(fields, 'portableReplay') !== PROTOCOL)
    throw new EmbedError('unsupported-version', `This embed speaks version ${PROTOCOL} of the protocol.`);
  const type = ownField(fields, 'type');
  switch (type) {
    case 'load':
      return { type, source: sourceIn(fields) };
    case 'play':
    case 'pause':
      return { type };
    case 'seek':
      return { type, time: timeIn(fields) };
    case 'set':
      return { type, name: nameIn(fields), value: ownField(fields, 'value') };
    case 'get':
      return { type, name: nameIn(fields) };
    default:
      throw new EmbedError('unknown-type', 'The types are load, play, pause, seek, set and get.');
  }
}

function sourceIn(fields: Fields): string | Blob {
  const src = ownField(fields, 'src');
  const blob = ownField(fields, 'blob');
  if (blob instanceof Blob && src === undefined) return blob;
  if (typeof src === 'string' && src !== '' && src.length <= MAX_ADDRESS && blob === undefined) return src;
  throw new EmbedError('invalid-value', '"load" needs either "src", an address, or "blob", a Blob.');
}

function timeIn(fields: Fields): number {
  const time = ownField(fields, 'time');
  if (typeof time === 'number' && Number.isFinite(time)) return time;
  throw new EmbedError('invalid-value', '"seek" needs "time", a number of seconds.');
}

function nameIn(fields: Fields): string {
  const name = ownField(fields, 'name');
  if (typeof name === 'string' && name.length <= MAX_NAME) return name;
  throw new EmbedError('unknown-name', '"name" has to be one of the names that can be set or got.');
}
