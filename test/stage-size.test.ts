import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { expectMasksInPlace } from './masks/masks-in-place.ts';
import { eventually, pageOf, player, seek, shadowOf } from './player-harness.ts';
import { addressOf } from './recordings.ts';

type Player = Awaited<ReturnType<typeof player>>;

const stageOf = (element: Player) => shadowOf(element).querySelector<HTMLElement>('.stage')!;

const frameOf = (element: Player) => pageOf(element).defaultView!.frameElement as HTMLIFrameElement;

const boxOf = (element: Player) => frameOf(element).getBoundingClientRect();

/** How large the page is shown. */
const scaleOf = (element: Player) => boxOf(element).width / frameOf(element).offsetWidth;

const settled = () => new Promise(requestAnimationFrame);

async function small(): Promise<Player> {
  const element = await player(addressOf('checkout.v2.json'));
  await seek(element, 8);
  stageOf(element).focus();
  return element;
}

describe('the size of the page on the stage', () => {
  afterEach(() => resetMouse());

  it('is all of it, its full width, or its own, in turn', async () => {
    const element = await small();
    const stage = stageOf(element).getBoundingClientRect();
    expect(boxOf(element).height).to.be.at.most(stage.height + 0.5);
    await sendKeys({ press: 'z' });
    await eventually(() => Math.abs(boxOf(element).width - stage.width) < 1, 'not as wide');
    expect(boxOf(element).top, 'begins with the top').to.be.closeTo(stage.top, 1);
    await expectMasksInPlace(element);
    await sendKeys({ press: 'z' });
    await eventually(() => Math.abs(scaleOf(element) - 1) < 0.001, 'not its own size');
    await sendKeys({ press: 'z' });
    await eventually(() => boxOf(element).height <= stage.height + 0.5, 'not all of it');
  });

  it('can be larger than the stage, and is dragged then, without playing', async () => {
    const element = await small();
    await sendKeys({ press: 'z' });
    await sendKeys({ press: 'z' });
    await eventually(() => Math.abs(scaleOf(element) - 1) < 0.001);
    const before = boxOf(element);
    const stage = stageOf(element).getBoundingClientRect();
    const at = (x: number, y: number): [number, number] => [
      Math.round(stage.left + stage.width / 2 + x),
      Math.round(stage.top + stage.height / 2 + y),
    ];
    await sendMouse({ type: 'move', position: at(0, 0) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(-20, -20) });
    await sendMouse({ type: 'move', position: at(-60, -50) });
    await sendMouse({ type: 'up' });
    await settled();
    expect(boxOf(element).left).to.be.closeTo(before.left - 60, 2);
    expect(boxOf(element).top).to.be.closeTo(before.top - 50, 2);
    expect(element.paused).to.be.true;
    await expectMasksInPlace(element);
    await sendMouse({ type: 'move', position: at(0, 0) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(20, 20) });
    await sendMouse({ type: 'move', position: at(stage.width / 2 - 40, stage.height / 2 - 40) });
    await sendMouse({ type: 'up' });
    await settled();
    expect(boxOf(element).left, 'past its edge').to.be.closeTo(stage.left, 1);
    expect(boxOf(element).top, 'past its edge').to.be.closeTo(stage.top, 1);
    await sendMouse({ type: 'click', position: at(0, 0) });
    await eventually(() => !element.paused, 'a click does not play');
  });

  it('grows with Ctrl and the wheel around the pointer, and scrolls with the wheel', async () => {
    const element = await small();
    const stage = stageOf(element);
    const { left, top, width, height } = stage.getBoundingClientRect();
    const turn = (init: WheelEventInit) => {
      const [clientX, clientY] = [left + width / 4, top + height / 4];
      const event = new WheelEvent('wheel', { clientX, clientY, bubbles: true, cancelable: true, ...init });
      stage.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(turn({ deltaY: 50 }), 'the page around does not scroll').to.be.false;
    const [before, scale] = [boxOf(element), scaleOf(element)];
    expect(turn({ deltaY: -100, ctrlKey: true })).to.be.true;
    await settled();
    expect(scaleOf(element)).to.be.closeTo(scale * 2, 0.01);
    const point = left + width / 4;
    expect(boxOf(element).left).to.be.closeTo(point - (point - before.left) * 2, 1);
    const y = boxOf(element).top;
    expect(turn({ deltaY: 30 })).to.be.true;
    await settled();
    expect(boxOf(element).top).to.be.closeTo(y - 30, 1);
    await expectMasksInPlace(element);
    expect(turn({ deltaY: -5000 }), 'up to its edge').to.be.true;
    expect(turn({ deltaY: -30 }), 'the page around scrolls at an edge').to.be.false;
    expect(turn({ deltaX: 10, deltaY: -30 }), 'sideways there is more').to.be.true;
    expect(turn({ deltaY: 30 }), 'back from the edge').to.be.true;
    const largest = Array.from({ length: 5 }, () => turn({ deltaY: -100, ctrlKey: true }));
    expect(largest, 'the page around does not zoom').to.deep.equal(largest.map(() => true));
  });
});
