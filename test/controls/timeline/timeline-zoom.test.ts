import { expect } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ReplayTimeRangeElement } from '../../../src/controls/timeline/replay-time-range.ts';
import type { ReplayTimelineBrushElement } from '../../../src/controls/timeline/replay-timeline-brush.ts';
import { needs } from '../../engine-limits.ts';
import { find, listen, pointOn, SCHEMES, type Scheme, show, textOf, WINDOWS } from '../harness.ts';

const MARKS = [100, 500, 510, 900].map((time) => ({
  time,
  end: time,
  windowId: '',
  count: 1,
  isError: time === 510,
  names: [{ time, name: `happened at ${time}` }],
}));

/** 200 px wide; 1000 s long, at 500 s. */
async function showRange(scheme: Scheme = 'light', width = 200): Promise<ReplayTimeRangeElement> {
  const element = await show<ReplayTimeRangeElement>(
    html`<replay-time-range
      .duration=${1000}
      .currentTime=${500}
      .marks=${MARKS}
      .buffered=${[{ start: 0, end: 1000 }]}
      .stretches=${[
        { start: 0, end: 480, windowId: 'first', isActive: true },
        { start: 480, end: 1000, windowId: 'second', isActive: true },
      ]}
      .windows=${WINDOWS}
      .hiddenSpans=${[{ kind: 'text', windowId: 'second', start: 490, end: 495 }]}
    ></replay-time-range>`,
    { scheme, width },
  );
  element.parentElement!.style.marginBlockStart = '80px';
  return element;
}

const sliderOf = (element: ReplayTimeRangeElement): HTMLElement => find(element, '[role="slider"]');
const brushOf = (element: ReplayTimeRangeElement) =>
  element.shadowRoot!.querySelector<ReplayTimelineBrushElement>('replay-timeline-brush');
const viewOf = ({ scale }: ReplayTimeRangeElement) => [scale.start, scale.end].map(Math.round);
const toldBy = (element: ReplayTimeRangeElement) => textOf(find(element, '[role="status"]'));

async function press(element: ReplayTimeRangeElement, ...keys: readonly string[]): Promise<void> {
  sliderOf(element).focus();
  for (const key of keys) await sendKeys({ press: key });
  await element.updateComplete;
}

/** Turns the wheel at a place of the bar. */
async function turn(
  element: ReplayTimeRangeElement,
  share: number,
  how: WheelEventInit,
): Promise<WheelEvent> {
  const [clientX, clientY] = pointOn(element, share);
  const event = new WheelEvent('wheel', {
    ...{ clientX, clientY, bubbles: true, composed: true, cancelable: true },
    ...how,
  });
  sliderOf(element).dispatchEvent(event);
  await element.updateComplete;
  return event;
}

describe('zoom of the timeline', () => {
  afterEach(() => resetMouse());

  describe('by keys', () => {
    it('comes closer with + and =, around the position, and goes back with −', async () => {
      const element = await showRange();
      await press(element, '+', '=');
      expect(viewOf(element)).to.deep.equal([278, 722]);
      expect(toldBy(element)).to.equal('4:37 to 12:02 in view');
      await press(element, '-');
      expect(viewOf(element)).to.deep.equal([167, 833]);
      await press(element, '-');
      expect(viewOf(element)).to.deep.equal([0, 1000]);
      expect(toldBy(element)).to.equal('The whole recording is in view');
    });

    it('shows all of it with 0, which leads to the start as everywhere while it does', async () => {
      const element = await showRange();
      const keys: KeyboardEvent[] = [];
      element.addEventListener('keydown', (event) => keys.push(event));
      await press(element, '+', '0');
      expect(viewOf(element)).to.deep.equal([0, 1000]);
      await press(element, '0');
      expect(keys.map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([true, true, false]);
    });

    it('says which keys there are, and of how much the position is one', async () => {
      const element = await showRange();
      await press(element, '+', '+');
      const slider = sliderOf(element);
      expect(slider.getAttribute('aria-keyshortcuts')).to.equal('Plus - 0');
      expect([slider.ariaValueMin, slider.ariaValueNow, slider.ariaValueMax]).to.deep.equal([
        '0',
        '500',
        '1000',
      ]);
    });

    it('leaves the zoom of the page to the browser', async () => {
      const element = await showRange();
      const event = new KeyboardEvent('keydown', {
        key: '+',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      });
      sliderOf(element).dispatchEvent(event);
      expect(event.defaultPrevented).to.be.false;
      expect(element.scale.isWhole).to.be.true;
    });

    it('lets Page Up and Page Down go by a tenth of what is in view', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-seek-request');
      await press(element, '+', '+', 'PageUp');
      expect(asked.at(-1)?.time).to.be.closeTo(544.4, 0.1);
    });

    it('does nothing without a recording', async () => {
      const element = await show<ReplayTimeRangeElement>(
        html`<replay-time-range disabled></replay-time-range>`,
      );
      await turn(element, 0.5, { deltaY: -100, ctrlKey: true });
      expect(brushOf(element)).to.be.null;
    });
  });

  describe('by the wheel', () => {
    for (const modifier of ['ctrlKey', 'metaKey'] as const) {
      it(`comes closer around the pointer with ${modifier}, and goes back`, async () => {
        const element = await showRange();
        const event = await turn(element, 0.25, { deltaY: -100, [modifier]: true });
        expect(event.defaultPrevented).to.be.true;
        expect(element.scale.shareOf(250)).to.be.closeTo(0.25, 1e-9);
        expect(element.scale.length).to.be.closeTo(707, 1);
        await turn(element, 0.25, { deltaY: 300, [modifier]: true });
        expect(element.scale.isWhole).to.be.true;
      });
    }

    it('comes closer little by little with two fingers on a trackpad', async () => {
      const element = await showRange();
      await turn(element, 0.5, { deltaY: -2, ctrlKey: true });
      expect(element.scale.length).to.be.closeTo(973, 1);
    });

    it('moves along sideways while it is zoomed, and is the page’s otherwise', async () => {
      const element = await showRange();
      expect((await turn(element, 0.5, { deltaX: 50 })).defaultPrevented).to.be.false;
      await press(element, '+', '+');
      expect((await turn(element, 0.5, { deltaX: 50, deltaY: 5 })).defaultPrevented).to.be.true;
      expect(viewOf(element)).to.deep.equal([389, 833]);
      expect((await turn(element, 0.5, { deltaX: 5, deltaY: 50 })).defaultPrevented).to.be.false;
    });
  });

  describe('what is drawn', () => {
    it('is what is in view', async () => {
      const element = await showRange();
      await press(element, '+', '+', '+', '+', '+', '+');
      const seen = viewOf(element);
      expect(seen).to.deep.equal([456, 544]);
      const places = [...(find(element, '.markers path').getAttribute('d') ?? '').matchAll(/M([\d.]+)/g)];
      expect(places.map(([, share]) => Math.round(element.scale.timeAt(Number(share))))).to.deep.equal([500]);
      expect(element.shadowRoot!.querySelectorAll('.error')).to.have.length(1);
      const [from, to] = [480, 544].map((time) => Math.round(element.scale.shareOf(time) * 200));
      const { left } = element.getBoundingClientRect();
      const second = find(element, '.windows .window-1').getBoundingClientRect();
      expect([second.left - left, second.right - left].map(Math.round)).to.deep.equal([from, to]);
    });

    it('has a knob only while the position is in view', async () => {
      const element = await showRange();
      await press(element, '+', '+');
      expect(element.shadowRoot!.querySelector('.thumb')).not.to.be.null;
      await turn(element, 0.5, { deltaX: -200 });
      expect(element.shadowRoot!.querySelector('.thumb')).to.be.null;
      expect(find(element, '.played').getBoundingClientRect().width).to.equal(200);
    });

    it('is named and gone to by the pointer as it is drawn', async () => {
      const element = await showRange();
      await press(element, '+', '+', '+', '+', '+', '+');
      const asked = listen(element, 'replay-seek-request');
      await sendMouse({ type: 'move', position: pointOn(element, element.scale.shareOf(510), 0.3) });
      await element.updateComplete;
      expect(textOf(find(element, '.preview'))).to.equal('8:30 Window 2 happened at 510');
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'up' });
      expect(asked.at(-1)?.time).to.be.closeTo(510, 0.5);
    });
  });

  describe('brush', () => {
    it('is there while it is zoomed, and says what is in view', async () => {
      const element = await showRange();
      expect(brushOf(element)).to.be.null;
      await press(element, '+', '+');
      const brush = brushOf(element)!;
      expect(brush.ariaValueText).to.equal('4:37 to 12:02 in view');
      expect(brush.ariaValueNow).to.equal('50');
      const seen = find(brush, '.seen').getBoundingClientRect();
      const { left } = element.getBoundingClientRect();
      expect([seen.left - left, seen.right - left].map(Math.round)).to.deep.equal([56, 144]);
      expect(brush.getBoundingClientRect().top).to.be.at.least(
        sliderOf(element).getBoundingClientRect().bottom,
      );
    });

    it('moves what is in view when it is dragged, and seeks nowhere', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-seek-request');
      await press(element, '+', '+');
      await sendMouse({ type: 'move', position: pointOn(brushOf(element)!, 0.6) });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: pointOn(brushOf(element)!, 0.7) });
      await element.updateComplete;
      expect(viewOf(element)).to.deep.equal([378, 822]);
      await sendMouse({ type: 'move', position: pointOn(brushOf(element)!, 3) });
      await sendMouse({ type: 'up' });
      await element.updateComplete;
      expect(viewOf(element)).to.deep.equal([556, 1000]);
      await sendMouse({ type: 'move', position: pointOn(brushOf(element)!, 0.2) });
      await element.updateComplete;
      expect(viewOf(element)).to.deep.equal([556, 1000]);
      expect(asked).to.be.empty;
      expect(element.shadowRoot!.querySelector('.preview')).to.be.null;
    });

    it('goes where it is pressed', async () => {
      const element = await showRange();
      await press(element, '+', '+', '+', '+');
      await sendMouse({ type: 'click', position: pointOn(brushOf(element)!, 0.8) });
      await element.updateComplete;
      expect(viewOf(element)).to.deep.equal([701, 899]);
    });

    const keys: readonly [key: string, view: readonly number[]][] = [
      ['ArrowRight', [322, 767]],
      ['ArrowLeft', [233, 678]],
      ['PageDown', [556, 1000]],
      ['PageUp', [0, 444]],
      ['End', [556, 1000]],
      ['Home', [0, 444]],
    ];
    for (const [key, view] of keys) {
      it(`moves with ${key}`, async () => {
        const element = await showRange();
        await press(element, '+', '+');
        brushOf(element)!.focus();
        await sendKeys({ press: key });
        await element.updateComplete;
        expect(viewOf(element)).to.deep.equal(view);
      });
    }

    it('can be seen in forced colours', async function () {
      await emulateMedia({ forcedColors: 'active' });
      needs(this, 'forced colours');
      const element = await showRange();
      await press(element, '+', '+');
      const fill = (selector: string) => getComputedStyle(find(brushOf(element)!, selector)).fill;
      expect(new Set(['.rest', '.seen', '.position'].map(fill)).size).to.equal(3);
      await emulateMedia({ forcedColors: 'none' });
    });
  });

  describe('follows the position', () => {
    async function goTo(element: ReplayTimeRangeElement, time: number, seeking = false): Promise<void> {
      Object.assign(element, { currentTime: time, seeking });
      await element.updateComplete;
    }

    it('when it leaves what is in view', async () => {
      const element = await showRange();
      await press(element, '+', '+', '+', '+');
      await goTo(element, 590);
      expect(viewOf(element)).to.deep.equal([401, 599]);
      await goTo(element, 601);
      expect(element.scale.shareOf(601)).to.be.closeTo(0.15, 1e-9);
      await goTo(element, 300);
      expect(element.scale.shareOf(300)).to.be.closeTo(0.85, 1e-9);
    });

    it('not while the reader looks elsewhere, until it jumps', async () => {
      const element = await showRange();
      await press(element, '+', '+');
      await turn(element, 0.5, { deltaX: -200 });
      const elsewhere = viewOf(element);
      await goTo(element, 510);
      expect(viewOf(element)).to.deep.equal(elsewhere);
      await goTo(element, 510, true);
      expect(viewOf(element)).to.deep.equal(elsewhere);
      await goTo(element, 900, true);
      expect(element.scale.contains(900)).to.be.true;
    });
  });

  it('ends with the recording, and stays when that grows', async () => {
    const element = await showRange();
    await press(element, '+', '+');
    element.duration = 2000;
    await element.updateComplete;
    expect(viewOf(element)).to.deep.equal([278, 722]);
    element.duration = 0;
    await element.updateComplete;
    element.duration = 300;
    await element.updateComplete;
    expect(viewOf(element)).to.deep.equal([0, 300]);
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}`, async () => {
      const element = await showRange(scheme, 320);
      await press(element, '+', '+');
      await expect(element).to.be.accessible();
      brushOf(element)!.focus();
      await expect(element).to.be.accessible();
    });
  }
});

describe('narrow idle time', () => {
  async function showIdle(narrowIdle: boolean): Promise<ReplayTimeRangeElement> {
    const element = await show<ReplayTimeRangeElement>(
      html`<replay-time-range
        .duration=${1000}
        .stretches=${[
          { start: 0, end: 50, windowId: 'first', isActive: true },
          { start: 50, end: 950, windowId: 'first', isActive: false },
          { start: 950, end: 1000, windowId: 'first', isActive: true },
        ]}
        ?narrow-idle=${narrowIdle}
      ></replay-time-range>`,
      { width: 500 },
    );
    element.parentElement!.style.marginBlockStart = '60px';
    return element;
  }

  /** Where the bar is thick. */
  const thickIn = (element: ReplayTimeRangeElement) =>
    [...getComputedStyle(find(element, '.track')).clipPath.matchAll(/([\d.]+)% 0%/g)].map(([, x]) =>
      Math.round(Number(x) * 5),
    );

  it('leaves the room to what was done', async () => {
    expect(thickIn(await showIdle(false))).to.deep.equal([0, 25, 475, 500]);
    expect(thickIn(await showIdle(true))).to.deep.equal([0, 248, 252, 500]);
  });

  it('seeks to what is drawn at the pointer', async () => {
    const element = await showIdle(true);
    const asked = listen(element, 'replay-seek-request');
    await sendMouse({ type: 'click', position: pointOn(element, 0.25) });
    expect(asked.at(-1)?.time).to.be.closeTo(25.2, 0.2);
    await sendMouse({ type: 'click', position: pointOn(element, 0.75) });
    expect(asked.at(-1)?.time).to.be.closeTo(974.8, 0.2);
    await sendMouse({ type: 'move', position: pointOn(element, 0.75, 0.4) });
    await element.updateComplete;
    expect(textOf(find(element, '.preview'))).to.equal('16:14');
    await resetMouse();
  });
});
