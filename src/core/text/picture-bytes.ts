/** Base64 of the first bytes of a file; whole groups. */
const HEAD = 64;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** No text has these. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/** True for base64 of bytes that are no text, as those of a picture are from the first on. */
export function isBytes(base64: string): boolean {
  const head = base64.slice(0, HEAD);
  if (!BASE64.test(head)) return false;
  try {
    const bytes = Uint8Array.from(atob(head), (c) => c.charCodeAt(0));
    return CONTROL.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }));
  } catch {
    return true;
  }
}
