const BASE64 = /^[\w+/-]+$/;
const UTF8 = new TextDecoder();

/**
 * The text in a run of base64, of which both alphabets are known; null when it holds no text. Runs of fewer than 16
 * characters are words. Nothing is thrown on the way: most runs are none, and each error takes as long as many runs.
 *
 * @param isText true when it is known to be text: bytes that are no UTF-8 are then replaced
 */
export function textOfBase64(run: string, isText = false): string | null {
  const given = run.replace(/={1,2}$/, '');
  if (run.length < 16 || given.length % 4 === 1 || !BASE64.test(given)) return null;
  const bytes = Uint8Array.from(atob(given.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = UTF8.decode(bytes);
  return isText || !text.includes('\ufffd') ? text : null;
}
