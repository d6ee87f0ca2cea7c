import { asArray, asRecord, asText } from '../json.ts';

/** An image in its data; that of an SVG image may be its text. */
const IMAGE_DATA = /^data:image\/[a-z0-9.+-]+(;[a-z0-9=.-]+)*,/i;
const TYPE = /^image\/[a-z0-9.+-]+$/i;
const BASE64 = /^[a-z0-9+/]+=*$/i;

/**
 * The picture that a recorded value stands for, as a data URL; null where the recording does not hold it. Recorders
 * write images by their address, other canvases as images, and bitmaps with their file in them.
 */
export function pictureOf(value: unknown): string | null {
  const { rr_type: type, src, args } = asRecord(value);
  if (type === 'HTMLImageElement') return IMAGE_DATA.test(asText(src)) ? asText(src) : null;
  if (type !== 'ImageBitmap') return null;
  const [of] = asArray(args);
  const { rr_type: kind, data, type: mime } = asRecord(of);
  if (kind !== 'Blob') return pictureOf(of);
  const base64 = asText(asRecord(asArray(data)[0])['base64']);
  return TYPE.test(asText(mime)) && BASE64.test(base64) ? `data:${asText(mime)};base64,${base64}` : null;
}

/** True for what stands for something that no recorder writes down: colours of a gradient, a film, a path. */
function isLost(value: unknown): boolean {
  const { rr_type: type, index, src } = asRecord(value);
  if (type === 'CanvasPattern') return false;
  return index !== undefined || (src !== undefined && pictureOf(value) === null);
}

const LATIN = new TextDecoder('latin1');

/** False for the JSON of a canvas event that holds all that its calls need; true says nothing. */
export function mayLackValues(bytes: Uint8Array): boolean {
  return /"(index|src)"/.test(LATIN.decode(bytes));
}

/** How many of the calls in the data of a canvas event have to be left out, or lack something. */
export function countUndrawable(data: unknown): number {
  const { commands } = asRecord(data);
  const calls = Array.isArray(commands) ? (commands as unknown[]) : [data];
  return calls.filter((call) => asArray(asRecord(call)['args']).some(isLost)).length;
}
