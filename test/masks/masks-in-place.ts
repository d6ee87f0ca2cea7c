import type { PortableReplayElement } from '../../src/index.ts';
import { eventually, pageOf, within } from '../player-harness.ts';

/** Waits until the box that marks the first hidden element of the page lies where that is. */
export async function expectMasksInPlace(element: PortableReplayElement): Promise<void> {
  const page = pageOf(element);
  const hidden = page.querySelector('.ph-no-capture')!;
  const frame = page.defaultView!.frameElement as HTMLIFrameElement;
  await eventually(() => {
    const outer = frame.getBoundingClientRect();
    const scale = outer.width / frame.offsetWidth;
    const own = hidden.getBoundingClientRect();
    const [left, top] = [outer.left + own.left * scale, outer.top + own.top * scale];
    const layer = within(element, 'replay-mask-layer').shadowRoot!;
    return [...layer.querySelectorAll('.mask:not([hidden])')].some((mask) => {
      const box = mask.getBoundingClientRect();
      return Math.abs(box.left - left) < 2 && Math.abs(box.top - top) < 2;
    });
  }, 'no mask in its place');
}
