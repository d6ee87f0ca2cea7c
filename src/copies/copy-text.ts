/**
 * Puts a text into the clipboard; false where the page may not, as in some frames.
 *
 * @param text one that is still being made, too: many browsers let a page copy only for a moment after a press
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    if (typeof text === 'string' || !('ClipboardItem' in globalThis))
      await navigator.clipboard.writeText(await text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return true;
  } catch {
    return false;
  }
}
