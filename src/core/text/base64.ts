/**
 * The text in a run of base64, of which both alphabets are known; null when it holds no text. Runs of fewer than 16
 * characters are words.
 *
 * @param isText true when it is known to be text: bytes that are no UTF-8 are then replaced
 */
export function textOfBase64(run: string, isText = false): string | null {
  if (run.length < 16) return null;
  try {
    const bytes = Uint8Array.from(atob(run.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: !isText }).decode(bytes);
  } catch {
    return null;
  }
}
