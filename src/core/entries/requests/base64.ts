/** Types whose bodies are no text. */
const BINARY =
  /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:octet-stream|pdf|zip|gzip|wasm|protobuf|x-protobuf|grpc))/i;

const DATA_ADDRESS = /^data:[^,]*;base64,/i;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * How many bytes a body holds in base64; null where it is none. Base64 looks like any long word: it is taken for that
 * where the body is a `data:` address, or where its type is one of no text.
 */
export function base64Size(body: string, type: string): number | null {
  const [head] = DATA_ADDRESS.exec(body) ?? [];
  if (head === undefined && !BINARY.test(type)) return null;
  const digits = body.slice(head?.length ?? 0).replace(/\s+/g, '');
  if (digits.length % 4 === 1 || !BASE64.test(digits)) return null;
  return Math.floor((digits.replace(/=+$/, '').length * 3) / 4);
}
