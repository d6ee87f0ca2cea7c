import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ReplayLoopRangeElement } from '../../../src/controls/timeline/replay-loop-range.ts';
import type { ReplayTimeRangeElement } from '../../../src/controls/timeline/replay-time-range.ts';
import { find, listen, pointOn, SCHEMES, type Scheme, show } from '../harness.ts';
import { handleRequests } from '../../../src/requests.ts';

/** 200 px wide: a pixel is a second. What is asked for is carried out. */
async function showLoop(scheme: Scheme = 'light') {
  const timeline = await show<ReplayTimeRangeElement>(
    html`<replay-time-range
      .duration=${200}
      .currentTime=${62}
      .loopRange=${{ start: 50, end: 100 }}
    ></replay-time-range>`,
    { scheme, width: 200 },
  );
  const loop = find(timeline, 'replay-loop-range');
  await loop.updateComplete;
  handleRequests(timeline, { 'replay-loop-request': ({ range }) => (timeline.loopRange = range) });
  return { timeline, loop };
}

const handleOf = (loop: ReplayLoopRangeElement, edge: 'start' | 'end') => find(loop, `.${edge}`);

describe('replay-loop-range', () => {
  afterEach(() => resetMouse());

  it('is nothing while there is no range', async () => {
    const timeline = await show<ReplayTimeRangeElement>(
      html`<replay-time-range .duration=${200}></replay-time-range>`,
    );
    expect(find(timeline, 'replay-loop-range').shadowRoot!.childElementCount).to.equal(0);
  });

  it('lies where the range is, with a handle beside either end', async () => {
    const { timeline, loop } = await showLoop();
    const { left } = timeline.getBoundingClientRect();
    const band = find(loop, '.band rect').getBoundingClientRect();
    expect([band.left - left, band.right - left]).to.deep.equal([50, 100]);
    expect(handleOf(loop, 'start').getBoundingClientRect().right - left).to.be.closeTo(50, 0.5);
    expect(handleOf(loop, 'end').getBoundingClientRect().left - left).to.be.closeTo(100, 0.5);
  });

  it('says what its handles are, and where', async () => {
    const { loop } = await showLoop();
    const [start, end] = [handleOf(loop, 'start'), handleOf(loop, 'end')];
    expect([start.role, start.ariaLabel, end.role, end.ariaLabel]).to.deep.equal([
      'slider',
      'Start of the loop',
      'slider',
      'End of the loop',
    ]);
    expect(start.ariaValueText).to.equal('50 seconds of 3 minutes 20 seconds');
    expect([start.ariaValueMin, start.ariaValueNow, start.ariaValueMax]).to.deep.equal(['0', '50', '100']);
    expect([end.ariaValueMin, end.ariaValueNow, end.ariaValueMax]).to.deep.equal(['50', '100', '200']);
  });

  const keys: readonly [edge: 'start' | 'end', key: string, start: number, end: number][] = [
    ['start', 'ArrowRight', 51, 100],
    ['start', 'ArrowLeft', 49, 100],
    ['start', 'Shift+ArrowRight', 50.1, 100],
    ['start', 'PageUp', 60, 100],
    ['start', 'Home', 0, 100],
    ['start', 'End', 99.9, 100],
    ['end', 'ArrowUp', 50, 101],
    ['end', 'ArrowDown', 50, 99],
    ['end', 'PageDown', 50, 90],
    ['end', 'Home', 50, 50.1],
    ['end', 'End', 50, 200],
  ];
  for (const [edge, key, start, end] of keys) {
    it(`has its ${edge} moved by ${key}`, async () => {
      const { timeline, loop } = await showLoop();
      const sought = listen(timeline, 'replay-seek-request');
      handleOf(loop, edge).focus();
      await sendKeys({ press: key });
      expect(timeline.loopRange!.start).to.be.closeTo(start, 1e-9);
      expect(timeline.loopRange!.end).to.be.closeTo(end, 1e-9);
      expect(sought).to.be.empty;
    });
  }

  it('is dragged by its handles, which do not pass each other, and nothing is sought', async () => {
    const { timeline, loop } = await showLoop();
    const sought = listen(timeline, 'replay-seek-request');
    const { left } = timeline.getBoundingClientRect();
    const [, y] = pointOn(timeline);
    const drag = async (edge: 'start' | 'end', to: number) => {
      await sendMouse({ type: 'move', position: pointOn(handleOf(loop, edge)) });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [left + to, y] });
      await sendMouse({ type: 'up' });
      await timeline.updateComplete;
      await loop.updateComplete;
    };
    await drag('end', 150);
    expect(timeline.loopRange).to.deep.equal({ start: 50, end: 150 });
    await drag('start', 20);
    expect(timeline.loopRange).to.deep.equal({ start: 20, end: 150 });
    await drag('start', 180);
    expect(timeline.loopRange!.start).to.be.closeTo(149.9, 1e-9);
    expect(sought).to.be.empty;
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}`, async () => {
      const { timeline, loop } = await showLoop(scheme);
      await expect(timeline).to.be.accessible();
      handleOf(loop, 'end').focus();
      await expect(timeline).to.be.accessible();
    });
  }
});
