import { expect } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { drawableMarks, marksNear } from '../../../src/controls/timeline/timeline-marks.ts';
import { TimelineScale } from '../../../src/controls/timeline/timeline-scale.ts';
import type { ReplayTimeRangeElement } from '../../../src/controls/timeline/replay-time-range.ts';
import type { TimelineMark } from '../../../src/session/session-state.ts';
import { needs } from '../../engine-limits.ts';
import { find, pointOn, SCHEMES, show, textOf } from '../harness.ts';
import { openInspector, panelOf } from '../../panels/inspector/inspector-harness.ts';
import { controlsOf, eventually, player, within } from '../../player-harness.ts';
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

describe('drawableMarks', () => {
  const close = [10, 11, 12, 30].map((time) => mark(time, [`at ${time}`]));
  const drawn = (marks: readonly TimelineMark[], scale: TimelineScale) =>
    drawableMarks(marks, scale).map(({ time, end, count, isError, names }) => [
      time,
      end,
      count,
      isError,
      names.map(({ name }) => name).join(),
    ]);

  it('are one where they are too close to each other, errors apart', () => {
    const marks = [...close, mark(11.5, ['failed'], { isError: true })].sort((a, b) => a.time - b.time);
    expect(drawn(marks, new TimelineScale(1000))).to.deep.equal([
      [10, 12, 3, false, 'at 10,at 11,at 12'],
      [11.5, 11.5, 1, true, 'failed'],
      [30, 30, 1, false, 'at 30'],
    ]);
  });

  it('come apart when one looks closer, and are those in view', () => {
    const scale = new TimelineScale(1000, [], { length: 20, time: 9, share: 0 });
    expect(drawn(close, scale)).to.deep.equal(
      [10, 11, 12].map((time) => [time, time, 1, false, `at ${time}`]),
    );
  });

  it('are no more than there is room for', () => {
    const many = Array.from({ length: 4000 }, (_, i) => mark(i / 4, ['one']));
    const marks = drawableMarks(many, new TimelineScale(1000));
    expect(marks).to.have.length.within(100, 121);
    expect(marks.reduce((sum, { count }) => sum + count, 0)).to.equal(4000);
    expect(Math.max(...marks.map(({ names }) => names.length))).to.equal(3);
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

  it('are seen with forced colours', async function () {
    await emulateMedia({ forcedColors: 'active' });
    needs(this, 'forced colours');
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

  it('are of the kinds that are chosen in the inspector, while that is open', async () => {
    const element = await player(addressOf('checkout.jsonl'));
    const range = find(controlsOf(element), 'replay-time-range');
    const namesOn = () => (range.marks ?? []).flatMap(({ names }) => names.map(({ name }) => name));
    await eventually(() => namesOn().includes('clicked "Pay" (button)'));
    const usual = namesOn();
    await openInspector(element);
    expect(namesOn()).to.deep.equal(usual);
    const chips = [...within(panelOf(element), '.chips').querySelectorAll<HTMLElement>('.chip')];
    chips.find((chip) => textOf(chip).startsWith('Request'))!.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => !namesOn().includes('clicked "Pay" (button)') && namesOn().length > 0);
    expect(namesOn()).to.include('POST /api/pay 500');
    const { entries } = await element.entries({ kinds: ['request'] });
    expect(namesOn().every((name) => entries.some(({ title }) => title === name))).to.be.true;
    element.panel = null;
    await eventually(() => namesOn().length === usual.length);
    expect(namesOn()).to.deep.equal(usual);
  });
});
