import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import type { HiddenSpan } from '../../../src/core/hidden/hidden-things.ts';
import type { MaskKind } from '../../../src/core/rrweb/mask-traces.ts';
import type { RecordingMarker } from '../../../src/core/recording.ts';
import type { ReplaySeekRequestEvent } from '../../../src/events.ts';
import type { ReplayTimeRangeElement } from '../../../src/controls/timeline/replay-time-range.ts';
import { needs } from '../../engine-limits.ts';
import {
  EMPTY,
  find,
  listen,
  PLAYING,
  pointOn,
  SCHEMES,
  type Scheme,
  show,
  textOf,
  WINDOWS,
} from '../harness.ts';

/** 200 px wide below room for the preview: a pixel is a second. */
async function showRange(scheme: Scheme = 'light', currentTime = 62): Promise<ReplayTimeRangeElement> {
  const element = await show<ReplayTimeRangeElement>(
    html`<replay-time-range
      .duration=${200}
      .currentTime=${currentTime}
      .buffered=${PLAYING.buffered}
      .stretches=${PLAYING.stretches}
      .windows=${WINDOWS}
      .windowId=${'second'}
    ></replay-time-range>`,
    { scheme, width: 200 },
  );
  element.parentElement!.style.marginBlockStart = '60px';
  return element;
}

const HOSTILE = '<img src=x onerror=alert(1)>';

const MARKERS: readonly RecordingMarker[] = [
  { time: 30, name: '$pageview' },
  { time: 62.4, name: 'cart opened' },
  { time: 120, name: 'order placed' },
  { time: 121, name: HOSTILE },
  { time: 122, name: '$autocapture' },
  { time: 123, name: 'survey shown' },
  { time: 124, name: 'survey dismissed' },
];

async function showMarkers(
  markers: readonly RecordingMarker[] = MARKERS,
  scheme: Scheme = 'light',
): Promise<ReplayTimeRangeElement> {
  const element = await showRange(scheme);
  element.markers = markers;
  await element.updateComplete;
  return element;
}

/** Where the ticks are, as shares of the track. */
const ticksOf = (element: ReplayTimeRangeElement): number[] =>
  [...(find(element, '.markers path').getAttribute('d') ?? '').matchAll(/M([\d.]+) 0V1/g)].map(([, share]) =>
    Number(share),
  );

const sliderOf = (element: ReplayTimeRangeElement): HTMLElement => find(element, '[role="slider"]');

/** How far an SVG box reaches, in pixels of its element. */
function rightOf(element: ReplayTimeRangeElement, selector: string): number {
  return find(element, selector).getBoundingClientRect().right - element.getBoundingClientRect().left;
}

async function moveTo(element: ReplayTimeRangeElement, share: number): Promise<void> {
  await sendMouse({ type: 'move', position: pointOn(element, share) });
  await element.updateComplete;
}

describe('replay-time-range', () => {
  afterEach(() => resetMouse());

  it('tells the position in words and numbers', async () => {
    const slider = sliderOf(await showRange());
    expect(slider.ariaLabel).to.equal('Timeline');
    expect(slider.ariaValueText).to.equal('1 minute 2 seconds of 3 minutes 20 seconds');
    expect([slider.ariaValueMin, slider.ariaValueNow, slider.ariaValueMax]).to.deep.equal(['0', '62', '200']);
    expect(slider.ariaOrientation).to.equal('horizontal');
  });

  it('draws what was played up to the position and what was read beyond it', async () => {
    const element = await showRange();
    expect(rightOf(element, '.played')).to.be.closeTo(62, 1);
    expect(rightOf(element, '.buffered')).to.be.closeTo(130, 1);
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}`, async () => {
      const element = await showRange(scheme);
      await expect(element).to.be.accessible();
      await moveTo(element, 0.6);
      await expect(element).to.be.accessible();
    });
  }

  describe('keys', () => {
    const cases: readonly [key: string, from: number, to: number][] = [
      ['ArrowRight', 62, 67],
      ['ArrowLeft', 62, 57],
      ['ArrowUp', 62, 67],
      ['ArrowDown', 62, 57],
      ['Shift+ArrowRight', 62, 63],
      ['Shift+ArrowLeft', 62, 61],
      ['PageUp', 62, 82],
      ['PageDown', 62, 42],
      ['Home', 62, 0],
      ['End', 62, 200],
      ['ArrowLeft', 2, 0],
      ['PageUp', 190, 200],
    ];
    for (const [key, from, to] of cases) {
      it(`goes from ${from} s to ${to} s with ${key}`, async () => {
        const element = await showRange('light', from);
        sliderOf(element).focus();
        const asked = oneEvent<ReplaySeekRequestEvent>(element, 'replay-seek-request');
        await sendKeys({ press: key });
        expect((await asked).time).to.equal(to);
      });
    }

    it('leaves others to the player and the browser', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-seek-request');
      sliderOf(element).focus();
      await sendKeys({ press: 'k' });
      await sendKeys({ press: 'Control+ArrowRight' });
      expect(asked).to.be.empty;
    });
  });

  describe('pointer', () => {
    it('seeks where it is pressed, and along the way while it is dragged', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-seek-request');
      await moveTo(element, 0.25);
      expect(asked).to.be.empty;
      await sendMouse({ type: 'down' });
      expect(asked.at(-1)?.time).to.equal(50);
      await moveTo(element, 0.5);
      await moveTo(element, 0.75);
      await sendMouse({ type: 'up' });
      expect(asked.at(-1)?.time).to.equal(150);
      const dragged = asked.length;
      await moveTo(element, 0.1);
      expect(asked).to.have.length(dragged);
    });

    it('shows the dragged position until it is let go, then the one of the player', async () => {
      const element = await showRange();
      await moveTo(element, 0.25);
      await sendMouse({ type: 'down' });
      await moveTo(element, 0.75);
      expect(sliderOf(element).ariaValueText).to.equal('2 minutes 30 seconds of 3 minutes 20 seconds');
      expect(rightOf(element, '.played')).to.be.closeTo(150, 1);
      await sendMouse({ type: 'up' });
      await element.updateComplete;
      expect(rightOf(element, '.played')).to.be.closeTo(62, 1);
    });

    it('does not lose a last move that is let go within the same frame', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-seek-request');
      await moveTo(element, 0.25);
      await sendMouse({ type: 'down' });
      const [clientX] = pointOn(element, 0.75);
      element.dispatchEvent(new PointerEvent('pointermove', { clientX }));
      element.dispatchEvent(new PointerEvent('pointerup', { clientX }));
      expect(asked.at(-1)?.time).to.equal(150);
      await sendMouse({ type: 'up' });
    });

    it('keeps hold of a drag that leaves the bar, and stops at its ends', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-seek-request');
      await moveTo(element, 0.25);
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [600, 400] });
      await sendMouse({ type: 'up' });
      expect(asked.at(-1)?.time).to.equal(200);
    });

    it('leaves the other buttons alone', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-seek-request');
      await moveTo(element, 0.25);
      await sendMouse({ type: 'down', button: 'middle' });
      await sendMouse({ type: 'up', button: 'middle' });
      expect(asked).to.be.empty;
    });

    it('takes a finger that moves along the bar, not one that scrolls the page', async () => {
      expect(getComputedStyle(await showRange()).touchAction).to.equal('pan-y');
    });

    it('names the moment under it', async () => {
      const element = await showRange();
      const preview = (): string => textOf(find(element, '.preview'));
      await moveTo(element, 0.25);
      expect(preview()).to.equal('0:50 Window 2');
      await moveTo(element, 0.6);
      expect(preview()).to.equal('2:00 Window 1 · Idle');
      await sendMouse({ type: 'move', position: [600, 400] });
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('.preview')).to.be.null;
    });

    it('asks for a picture of the moment under the mouse, and for none when it has gone', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-preview-request');
      await moveTo(element, 0.25);
      await moveTo(element, 0.6);
      await sendMouse({ type: 'move', position: [600, 400] });
      await element.updateComplete;
      expect(asked.map(({ time }) => time)).to.deep.equal([50, 120, null]);
    });

    it('asks for a picture under a finger only once that drags', async () => {
      const element = await showRange();
      const asked = listen(element, 'replay-preview-request');
      const [x, clientY] = pointOn(element, 0);
      const touch = async (type: string, share: number) => {
        const clientX = x + share * 200;
        element.dispatchEvent(
          new PointerEvent(type, { clientX, clientY, pointerType: 'touch', isPrimary: true, pointerId: 1 }),
        );
        await element.updateComplete;
      };
      // A made-up finger cannot be captured.
      element.setPointerCapture = () => undefined;
      await touch('pointerdown', 0.25);
      await touch('pointerup', 0.25);
      await touch('lostpointercapture', 0.25);
      await touch('pointerleave', 0.25);
      expect(asked).to.be.empty;
      await touch('pointerdown', 0.25);
      await touch('pointermove', 0.5);
      expect(asked.map(({ time }) => time)).to.deep.equal([100]);
      await touch('pointerup', 0.5);
      await touch('pointerleave', 0.5);
      expect(asked.map(({ time }) => time)).to.deep.equal([100, null]);
    });

    it('shows that a picture is of another moment', async () => {
      const element = await showRange();
      const isLate = () => find(element, '.picture').classList.contains('late');
      await moveTo(element, 0.25);
      element.previewedTime = 50;
      await element.updateComplete;
      expect(isLate()).to.equal(false);
      await moveTo(element, 0.3);
      expect(isLate()).to.equal(true);
    });

    it('keeps the preview within the bar', async () => {
      const element = await showRange();
      await moveTo(element, 0.01);
      const bar = element.getBoundingClientRect();
      expect(find(element, '.preview').getBoundingClientRect().left).to.be.at.least(bar.left);
      await moveTo(element, 0.99);
      expect(find(element, '.preview').getBoundingClientRect().right).to.be.at.most(bar.right + 0.5);
    });
  });

  it('draws one colour for each window, and none for a single one', async () => {
    const element = await showRange();
    expect(element.shadowRoot!.querySelectorAll('.windows g')).to.have.length(2);
    expect(element.shadowRoot!.querySelectorAll('.windows .on-screen')).to.have.length(1);
    element.windows = WINDOWS.slice(0, 1);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.windows')).to.be.null;
  });

  describe('markers', () => {
    const textsOf = (element: ReplayTimeRangeElement): string[] =>
      [...find(element, '.preview').children].map((line) => textOf(line)).slice(1);

    it('draws a tick for each, above the track', async () => {
      const element = await showMarkers();
      expect(ticksOf(element)).to.deep.equal([0.15, 0.312, 0.6, 0.605, 0.61, 0.615, 0.62]);
      const ticks = find(element, '.markers').getBoundingClientRect();
      expect(ticks.top).to.be.at.least(element.getBoundingClientRect().top);
      await moveTo(element, 0.9);
      expect(ticks.bottom).to.be.at.most(find(element, '.track').getBoundingClientRect().top);
    });

    it('draws none where there are none, or none on the track', async () => {
      const element = await showRange();
      expect(element.shadowRoot!.querySelector('.markers')).to.be.null;
      element.markers = [
        { time: -5, name: 'before' },
        { time: 205, name: 'after' },
      ];
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('.markers')).to.be.null;
      element.duration = 210;
      await element.updateComplete;
      expect(ticksOf(element)).to.have.length(1);
    });

    it('stays light with hundreds of thousands, and draws them anew only when they change', async () => {
      const many = Array.from({ length: 400_000 }, (_, index) => ({ time: index / 2000, name: 'tick' }));
      const element = await showMarkers(many);
      expect(element.shadowRoot!.querySelectorAll('.markers *')).to.have.length(1);
      expect(ticksOf(element)).to.have.length.within(900, 1001);
      const changes: MutationRecord[] = [];
      new MutationObserver((records) => changes.push(...records)).observe(find(element, '.markers'), {
        attributes: true,
        childList: true,
        subtree: true,
      });
      element.currentTime = 70;
      await moveTo(element, 0.5);
      await nextFrame();
      expect(changes).to.be.empty;
      expect(textsOf(element)).to.deep.equal(['tick', 'tick', 'tick', 'and 23,998 more']);
      element.duration = 300;
      await element.updateComplete;
      await nextFrame();
      expect(changes).not.to.be.empty;
    });

    it('names what the pointer is near to', async () => {
      const element = await showMarkers();
      await moveTo(element, 0.17);
      expect(textsOf(element)).to.deep.equal(['$pageview']);
      await moveTo(element, 0.19);
      expect(textsOf(element)).to.be.empty;
    });

    it('names three, as the text they are, and counts the others', async () => {
      const element = await showMarkers();
      await moveTo(element, 0.605);
      expect(textsOf(element)).to.deep.equal(['order placed', HOSTILE, '$autocapture', 'and 2 more']);
      expect(element.shadowRoot!.querySelector('img')).to.be.null;
    });

    it('names them while it is dragged too', async () => {
      const element = await showMarkers();
      await moveTo(element, 0.5);
      await sendMouse({ type: 'down' });
      await moveTo(element, 0.14);
      expect(textsOf(element)).to.deep.equal(['$pageview']);
      await sendMouse({ type: 'up' });
    });

    it('keeps the preview within the bar, however long a name is', async () => {
      const element = await showMarkers([{ time: 100, name: 'a long name '.repeat(1000) }]);
      await moveTo(element, 0.51);
      const [bar, preview] = [element, find(element, '.preview')].map((box) => box.getBoundingClientRect());
      expect(preview!.left).to.be.at.least(bar!.left);
      expect(preview!.right).to.be.at.most(bar!.right + 0.5);
      expect(preview!.height).to.be.below(60);
    });

    const positions: readonly [time: number, words: string][] = [
      [62, '1 minute 2 seconds of 3 minutes 20 seconds, cart opened'],
      [62.8, '1 minute 2 seconds of 3 minutes 20 seconds, cart opened'],
      [63, '1 minute 3 seconds of 3 minutes 20 seconds'],
      [121.9, '2 minutes 1 second of 3 minutes 20 seconds, $autocapture'],
    ];
    for (const [time, words] of positions) {
      it(`says “${words}” at ${time} s`, async () => {
        const element = await showMarkers();
        element.currentTime = time;
        await element.updateComplete;
        expect(sliderOf(element).ariaValueText).to.equal(words);
      });
    }

    for (const scheme of SCHEMES) {
      it(`is accessible with them in ${scheme}`, async () => {
        const element = await showMarkers(MARKERS, scheme);
        await moveTo(element, 0.605);
        await expect(element).to.be.accessible();
      });
    }

    it('can be seen in forced colours', async function () {
      await emulateMedia({ forcedColors: 'active' });
      needs(this, 'forced colours');
      const element = await showMarkers();
      const colour = getComputedStyle(find(element, '.markers path')).stroke;
      expect(colour).to.equal(getComputedStyle(find(element, '.buffered')).fill);
      await emulateMedia({ forcedColors: 'none' });
    });
  });

  it('is thick where something was done and thin where nothing was', async () => {
    const element = await showRange();
    const { clipPath } = getComputedStyle(find(element, '.track'));
    const points = [...clipPath.matchAll(/([\d.]+)% ([\d.]+)%/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const full = points.filter(([, y]) => y === 0).map(([x]) => x);
    expect(full.filter((_, i) => i % 2 === 0)).to.deep.equal([0, 70]);
    expect(points.filter(([, y]) => y === 100)).to.have.length(full.length);
    expect(points.at(-1)).to.deep.equal([0, 68]);
  });

  it('stays light with thousands of stretches', async () => {
    const element = await showRange();
    element.stretches = Array.from({ length: 20_000 }, (_, index) => ({
      start: index / 100,
      end: (index + 1) / 100,
      windowId: index % 3 === 0 ? 'first' : 'second',
      isActive: index % 2 === 0,
    }));
    await element.updateComplete;
    expect(element.shadowRoot!.querySelectorAll('rect').length).to.be.below(3100);
  });

  it('is all zeros and takes nothing for a recording without length', async () => {
    const element = await show<ReplayTimeRangeElement>(
      html`<replay-time-range .stretches=${EMPTY.stretches} disabled></replay-time-range>`,
    );
    const asked = listen(element, 'replay-seek-request');
    expect(element.shadowRoot!.innerHTML).not.to.include('NaN');
    const { ariaDisabled, ariaValueMax, ariaValueNow, ariaValueText } = sliderOf(element);
    expect([ariaDisabled, ariaValueMax, ariaValueNow]).to.deep.equal(['true', '0', '0']);
    expect(ariaValueText).to.be.null;
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement).to.be.null;
    await moveTo(element, 0.5);
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    expect(asked).to.be.empty;
    await expect(element).to.be.accessible();
  });

  it('has no NaN when it is not disabled either', async () => {
    const element = await show<ReplayTimeRangeElement>(
      html`<replay-time-range
        .stretches=${[{ start: 0, end: 0, windowId: 'first', isActive: true }]}
        .buffered=${[{ start: 0, end: 0 }]}
      ></replay-time-range>`,
    );
    const asked = listen(element, 'replay-seek-request');
    await moveTo(element, 0.5);
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'up' });
    expect(element.shadowRoot!.innerHTML).not.to.include('NaN');
    expect(asked.map(({ time }) => time)).to.deep.equal([0]);
  });

  describe('what is hidden', () => {
    const span = (kind: MaskKind, windowId: string, start: number, end: number) => ({
      kind,
      windowId,
      start,
      end,
    });

    async function showHidden(spans: readonly HiddenSpan[]): Promise<ReplayTimeRangeElement> {
      const element = await showRange();
      element.hiddenSpans = spans;
      await element.updateComplete;
      return element;
    }

    /** Where the line is, and how high. */
    const linesOf = (element: ReplayTimeRangeElement) =>
      [
        ...(find(element, '.hidden path').getAttribute('d') ?? '').matchAll(
          /M([\d.]+) 1V([\d.]+)H([\d.]+)V1Z/g,
        ),
      ].map(([, from, top, to]) => [(Number(from) * 1000) / 5, (Number(to) * 1000) / 5, 1 - Number(top)]);

    it('is a line while a window is shown in which something is', async () => {
      const spans = [
        span('text', 'first', 10, 60),
        span('input', 'first', 20, 30),
        span('blocked', 'second', 80, 90),
        span('network', 'first', 150, 150),
      ];
      const element = await showHidden(spans);
      // The first window is left at 40 s; a moment is as wide as can be seen. It is higher where there are more kinds.
      expect(linesOf(element)).to.deep.equal([
        [10, 20, 0.25],
        [20, 30, 0.5],
        [30, 40, 0.25],
        [80, 90, 0.25],
        [150, 150.2, 0.25],
      ]);
      await expect(element).to.be.accessible();
      const words = find(element, `#${sliderOf(element).getAttribute('aria-describedby')}`);
      expect(textOf(words)).to.equal('Something is hidden for 40 seconds of the recording');
    });

    it('is as high as there are kinds on average, and never leaves out what is short', async () => {
      // Texts all the time; inputs most of it, in stretches much shorter than a pixel.
      const inputs = Array.from({ length: 400 }, (_, i) =>
        span('input', 'second', 80 + i / 40, 80.02 + i / 40),
      );
      const blocked = [span('blocked', 'second', 95, 95.001)];
      const element = await showHidden([...blocked, ...inputs, span('text', 'second', 60, 90)]);
      expect(linesOf(element)).to.deep.equal([
        [60, 80, 0.25],
        [80, 90, 0.5],
        [95, 95.2, 0.25],
      ]);
    });

    it('is no higher than its room, however many kinds there are', async () => {
      const kinds = ['text', 'input', 'blocked', 'network', 'canvas'] as const;
      const element = await showHidden(kinds.map((kind) => span(kind, 'second', 60, 80)));
      expect(linesOf(element)).to.deep.equal([[60, 80, 1]]);
    });

    it('is named at the pointer', async () => {
      const element = await showHidden([span('text', 'first', 10, 30), span('input', 'first', 20, 30)]);
      await moveTo(element, 0.125);
      expect(textOf(find(element, '.preview'))).to.include('Hidden: masked texts, masked inputs');
      await moveTo(element, 0.3);
      expect(textOf(find(element, '.preview'))).not.to.include('Hidden');
    });

    it('leaves no line where there is nothing', async () => {
      const element = await showHidden([span('text', 'third', 10, 30)]);
      expect(element.shadowRoot!.querySelector('.hidden')).to.be.null;
      expect(sliderOf(element).hasAttribute('aria-describedby')).to.be.false;
    });
  });
});
