import { expect } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { marksNear } from '../../../src/controls/timeline/timeline-marks.ts';
import type { ReplayTimeRangeElement } from '../../../src/controls/timeline/replay-time-range.ts';
import type { TimelineMark } from '../../../src/session/session-state.ts';
import { find, pointOn, SCHEMES, show, textOf } from '../harness.ts';
import { controlsOf, eventually, player } from '../../player-harness.ts';
import { addressOf } from '../../recordings.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

const mark = (time: number, names: readonly string[], more: Partial<TimelineMark> = {}): TimelineMark => ({
  time,
  end: time + names.length - 1,
  windowId: '',
  count: names.length,
  isError: false,
  names: names.map((name, i) => ({ time: time + i, name })),
  ...more,
});

const MARKS = [
  mark(30, ['opened /cart']),
  mark(120, ['clicked "Pay"', HOSTILE, 'event: paid'], { count: 7 }),
  mark(124, ['POST /api/pay 500'], { isError: true }),
];

async function showMarks(
  marks: readonly TimelineMark[] | null,
  scheme: (typeof SCHEMES)[number] = 'light',
): Promise<ReplayTimeRangeElement> {
  const element = await show<ReplayTimeRangeElement>(
    html`<replay-time-range
      .duration=${200}
      .currentTime=${30.4}
      .markers=${[{ time: 80, name: '$pageview' }]}
      .marks=${marks}
    ></replay-time-range>`,
    { scheme, width: 200 },
  );
  element.parentElement!.style.marginBlockStart = '80px';
  return element;
}

async function moveTo(element: ReplayTimeRangeElement, share: number): Promise<void> {
  await sendMouse({ type: 'move', position: pointOn(element, share) });
  await element.updateComplete;
}

const namesIn = (element: ReplayTimeRangeElement): string[] =>
  [...find(element, '.preview').children].map((line) => textOf(line)).slice(1);
const ticksOf = (element: ReplayTimeRangeElement) =>
  find(element, '.markers path').getAttribute('d')?.match(/M/g)?.length;

describe('marksNear', () => {
  it('names the nearest, by time, and counts the rest of the marks within reach', () => {
    const { nearest, more } = marksNear(MARKS, 121, { start: 119, end: 123 }, 2);
    expect(nearest.map(({ name }) => name)).to.deep.equal(['clicked "Pay"', HOSTILE]);
    expect(more).to.equal(5);
    expect(marksNear(MARKS, 60, { start: 58, end: 62 }, 2)).to.deep.equal({ nearest: [], more: 0 });
  });
});

describe('marks on the timeline', () => {
  afterEach(() => resetMouse());

  it('are ticks, and for errors triangles above the track; no tick is drawn twice', async () => {
    const element = await showMarks(MARKS);
    expect(ticksOf(element)).to.equal(2);
    const triangles = element.shadowRoot!.querySelectorAll('.errors .error');
    expect(triangles).to.have.length(1);
    const { left, right, bottom, width } = triangles[0]!.getBoundingClientRect();
    expect((left + right) / 2 - element.getBoundingClientRect().left).to.be.closeTo(124, 0.6);
    expect(width).to.be.within(7, 10);
    await moveTo(element, 0.9);
    expect(bottom).to.be.at.most(find(element, '.track').getBoundingClientRect().top);
    expect(element.shadowRoot!.querySelector('[style]:not(.track):not(.pointed)')).to.be.null;
  });

  it('stand in for analytics events once they are known', async () => {
    const element = await showMarks(null);
    expect(ticksOf(element)).to.equal(1);
    element.marks = [];
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.markers')).to.be.null;
  });

  it('are named at the pointer, as the text they are, errors with their triangle', async () => {
    const element = await showMarks(MARKS);
    await moveTo(element, 0.61);
    expect(namesIn(element)).to.deep.equal([HOSTILE, 'event: paid', 'POST /api/pay 500', 'and 5 more']);
    expect(element.shadowRoot!.querySelector('img')).to.be.null;
    expect(element.shadowRoot!.querySelectorAll('.preview .flag')).to.have.length(1);
    await moveTo(element, 0.3);
    expect(namesIn(element)).to.be.empty;
  });

  it('are told with the position', async () => {
    const element = await showMarks(MARKS);
    const slider = find(element, '[role="slider"]');
    expect(slider.ariaValueText).to.equal('30 seconds of 3 minutes 20 seconds, opened /cart');
  });

  for (const scheme of SCHEMES) {
    it(`are accessible in ${scheme}`, async () => {
      const element = await showMarks(MARKS, scheme);
      await moveTo(element, 0.61);
      await expect(element).to.be.accessible();
    });
  }

  it('are seen with forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      const element = await showMarks(MARKS);
      const fill = getComputedStyle(element.shadowRoot!.querySelector('.errors .error')!).fill;
      expect(fill).to.equal(getComputedStyle(find(element, '.markers path')).stroke);
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });

  it('come with a recording once it is read', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    const range = find(controlsOf(element), 'replay-time-range');
    await eventually(() => range.shadowRoot!.querySelector('.errors .error'));
    const { marks } = range;
    expect(marks!.filter(({ isError }) => isError).map(({ time }) => time)).to.include.members([
      5.66, 12.317,
    ]);
    expect(marks!.flatMap(({ names }) => names.map(({ name }) => name))).to.include('clicked "Pay" (button)');
    await expect(element).to.be.accessible();
  });
});
