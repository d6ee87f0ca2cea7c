import type { Fields } from '../core/json.ts';
import { nextPaint } from './next-paint.ts';

/** For so many frames of the browser a size is waited for that may never come: nobody may be looking. */
const MAX_FRAMES = 5;

/**
 * Shows the frame of a page before that is built, in its size. Until the next frame of the browser WebKit lays out what is
 * in it as if it had no room: by then a page would change, as it says for narrow screens, and scroll back.
 *
 * @param viewport what a Meta event holds, CSS pixels
 */
export async function openFrame(frame: HTMLIFrameElement, { width, height }: Fields): Promise<void> {
  frame.style.display = 'inherit';
  frame.width = String(width);
  frame.height = String(height);
  const hasRoom = () => frame.contentWindow?.innerWidth === frame.clientWidth;
  for (let frames = 0; frames < MAX_FRAMES && !hasRoom(); frames++) await nextPaint();
}
