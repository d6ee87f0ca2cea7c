/**
 * Puts a text into the clipboard; false where the page may not, as in some frames.
 *
 * @param text one that is still being made, too: many browsers let a page copy only for a moment after a press
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  const { clipboard } = navigator;
  try {
    if (typeof text === 'string') await clipboard.writeText(text);
    else if ('ClipboardItem' in globalThis)
      await clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    else await clipboard.writeText(await text);
    return true;
  } catch {
    return false;
  }
}
