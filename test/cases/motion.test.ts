import { expect } from '@open-wc/testing';
import { MOTIONS, type MotionCase } from '../../fixtures/cases/motion.mjs';
import type { PortableReplayElement } from '../../src/index.ts';
import { eventually, pageOf, player, seek } from '../player-harness.ts';

/** What happens within a frame of the page is seen at once: 16 ms of a second. */
const FRAME = 0.017;
const MOMENTS = [0.5, 2.5, 3.4, 3.8, 4.75, 6.3, 11];

describe('what moves by its styles', function () {
  this.timeout(60_000);
  for (const motion of MOTIONS) {
    describe(motion.name, () => {
      it('is where it was then after a seek, forward, back and a little further', async () => {
        const element = await player([...motion.events()]);
        for (const at of [...MOMENTS, ...MOMENTS.toReversed(), 11, 3.4, 0.5, 6.3])
          await expectAt(element, at, motion);
      });

      it('is where it was then after a seek on a page built for it', async () => {
        for (const at of MOMENTS) {
          const element = await player([...motion.events()]);
          await expectAt(element, at, motion);
          // A player far below the others would let go of its page.
          element.remove();
        }
      });

      for (const rate of [1, 4]) {
        it(`goes on from there at ${rate}×, and is held`, async () => {
          const element = await player([...motion.events()]);
          element.idle = 'keep';
          element.playbackRate = rate;
          for (const [from, to] of [
            [2.8, 3.3],
            [3.6, 4.9],
          ] as const) {
            await seek(element, from);
            await element.play();
            await eventually(() => element.currentTime >= to);
            element.pause();
            const at = element.currentTime;
            const held = opacities(element, motion);
            expectNear(held, motion, at);
            await new Promise((resolve) => setTimeout(resolve, 100));
            expect(opacities(element, motion)).to.deep.equal(held);
            await seek(element, 0.1);
            await seek(element, at);
            expect(rounded(opacities(element, motion)), `a seek to ${at} s`).to.deep.equal(rounded(held));
          }
        });
      }
    });
  }
});

async function expectAt(element: PortableReplayElement, at: number, motion: MotionCase): Promise<void> {
  await seek(element, at);
  expectNear(opacities(element, motion), motion, at);
}

function expectNear(found: Record<string, number>, { opacity }: MotionCase, at: number): void {
  for (const [selector, right] of Object.entries(opacity)) {
    // What goes on without end comes from its last frame to its first.
    const distance = Math.abs((found[selector] ?? NaN) - right(at));
    const isNear = distance <= FRAME || (selector === '.ever' && 1 - distance <= FRAME);
    expect(isNear, `${selector} at ${at} s: ${found[selector]}, not ${right(at)}`).to.equal(true);
  }
}

/** By selector; 0 for what is not there. */
function opacities(element: PortableReplayElement, { opacity }: MotionCase): Record<string, number> {
  return Object.fromEntries(
    Object.keys(opacity).map((selector) => [selector, opacityOf(pageOf(element), selector)]),
  );
}

function opacityOf(page: Document, selector: string): number {
  const [outer = '', inner] = selector.split(' >>> ');
  const [path = '', pseudo] = (inner ?? outer).split('::');
  const host = inner === undefined ? null : page.querySelector(outer);
  const tree = host ? (host.shadowRoot ?? (host as HTMLIFrameElement).contentDocument) : inner ? null : page;
  const target = tree?.querySelector(path);
  const view = target?.ownerDocument.defaultView;
  if (!target || !view || target.getClientRects().length === 0) return 0;
  return Number(view.getComputedStyle(target, pseudo && `::${pseudo}`).opacity);
}

/** Computed styles have six digits; a clock of milliseconds has fewer. */
function rounded(values: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.toFixed(4)]));
}
