import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { english } from '../../src/locale/en/index.ts';
import type { ReplayTimeDisplayElement } from '../../src/controls/replay-time-display.ts';
import type { TimeSpan } from '../../src/session/session-state.ts';
import { ELAPSED, type ClockState } from '../../src/locale/wall-clock.ts';
import { click, find, listen, SCHEMES, show, textOf } from './harness.ts';

const STARTED_AT = new Date(2026, 2, 4, 5, 6, 7);

/** What is seen, without what is only read aloud. */
const seenOf = (element: Element): string => textOf(find(element, '[aria-hidden="true"]'));
const heardOf = (element: Element): string => textOf(find(element, '.visually-hidden'));

describe('replay-time-display', () => {
  it('shows time and length in digits and reads them in words', async () => {
    const element = await show<ReplayTimeDisplayElement>(
      html`<replay-time-display .currentTime=${62.4} .duration=${184}></replay-time-display>`,
    );
    expect(seenOf(element)).to.equal('1:02 / 3:04');
    expect(heardOf(element)).to.equal('1 minute 2 seconds of 3 minutes 4 seconds');
    expect(element.shadowRoot!.querySelector('button')).to.be.null;
  });

  it('shows zero without a recording, of which nothing is read', async () => {
    const element = await show<ReplayTimeDisplayElement>(html`<replay-time-display></replay-time-display>`);
    expect(seenOf(element)).to.equal('0:00 / 0:00');
    expect(element.shadowRoot!.querySelector('.visually-hidden')).to.be.null;
  });

  it('has hours in both once the length has', async () => {
    const element = await show<ReplayTimeDisplayElement>(
      html`<replay-time-display .currentTime=${62} .duration=${3723}></replay-time-display>`,
    );
    expect(seenOf(element)).to.equal('0:01:02 / 1:02:03');
  });

  /** At 1:02 of 3:04. */
  async function showMoment(clock: ClockState = ELAPSED, loop: TimeSpan | null = null) {
    return show<ReplayTimeDisplayElement>(
      html`<replay-time-display
        .currentTime=${62}
        .duration=${184}
        .startedAt=${STARTED_AT}
        .clock=${clock}
        .loopRange=${loop}
      ></replay-time-display>`,
    );
  }

  /** The clock of a zone, or that of the user. */
  const clockOf = (kind: ClockState['kind'], timeZone?: string): ClockState => ({
    kind,
    wall: { startedAt: STARTED_AT, timeZone, hasDays: false },
    recordedZone: 'Asia/Tokyo',
  });

  const menuOf = (element: ReplayTimeDisplayElement) => find(element, 'replay-menu');
  const buttonOf = (element: ReplayTimeDisplayElement) => find(menuOf(element), 'button');

  async function choose(element: ReplayTimeDisplayElement, label: string): Promise<void> {
    await click(buttonOf(element));
    const items = [...menuOf(element).shadowRoot!.querySelectorAll<HTMLElement>('.item')];
    await click(items.find((item) => textOf(item) === label)!);
  }

  const itemsOf = (element: ReplayTimeDisplayElement) =>
    [...menuOf(element).shadowRoot!.querySelectorAll('.item')].map((item) => textOf(item));

  it('shows the time that has gone by on a button that reads it in words', async () => {
    const element = await showMoment();
    expect(seenOf(element)).to.equal('1:02 / 3:04');
    expect(heardOf(element)).to.equal('1 minute 2 seconds of 3 minutes 4 seconds');
  });

  it('shows the time of day in each zone, which it names', async () => {
    const { format } = english;
    const moment = new Date(STARTED_AT.getTime() + 62_000);
    for (const [kind, zone] of [['local'], ['recorded', 'Asia/Tokyo'], ['utc', 'UTC']] as const) {
      const element = await showMoment(clockOf(kind, zone));
      const name = format.zone(moment, zone);
      const time = format.timeOfDay(moment, zone);
      expect(seenOf(element)).to.equal(`${format.day(moment, zone)}, ${time} ${name}`);
      expect(heardOf(element)).to.equal(`${format.date(moment, zone)}, ${time} ${name}`);
    }
    expect(format.zone(moment, 'UTC')).to.equal('UTC');
    expect(format.zone(moment, 'Asia/Tokyo')).to.equal('GMT+9');
  });

  it('asks for the clock that is chosen, and has that of the recording only where it is known', async () => {
    const element = await showMoment();
    const asked = listen(element, 'replay-clock-request');
    const local = `Your time (${english.format.zone(STARTED_AT)})`;
    expect(itemsOf(element).slice(0, 3)).to.deep.equal(['Elapsed time', local, 'UTC']);
    await choose(element, local);
    element.clock = clockOf('local');
    await element.updateComplete;
    const recorded = 'Time of the recording (Asia/Tokyo)';
    expect(itemsOf(element).slice(0, 4)).to.deep.equal(['Elapsed time', local, recorded, 'UTC']);
    await choose(element, recorded);
    await choose(element, 'UTC');
    await choose(element, 'Elapsed time');
    expect(asked.map(({ kind }) => kind)).to.deep.equal(['local', 'recorded', 'utc', 'elapsed']);
  });

  it('starts, ends and stops a loop', async () => {
    const element = await showMoment();
    const asked = listen(element, 'replay-loop-request');
    expect(itemsOf(element)).not.to.include('Stop looping');
    await choose(element, 'Loop from here');
    await choose(element, 'Loop to here');
    element.loopRange = { start: 10, end: 100 };
    await element.updateComplete;
    await choose(element, 'Loop from here');
    await choose(element, 'Loop to here');
    await choose(element, 'Stop looping');
    expect(asked.map(({ range }) => range)).to.deep.equal([
      { start: 62, end: 184 },
      { start: 0, end: 62 },
      { start: 62, end: 100 },
      { start: 10, end: 62 },
      null,
    ]);
  });

  for (const scheme of SCHEMES) {
    it(`is accessible in ${scheme}`, async () => {
      const plain = await show(
        html`<replay-time-display .currentTime=${62} .duration=${184}></replay-time-display>`,
        { scheme },
      );
      await expect(plain).to.be.accessible();
      const element = await show<ReplayTimeDisplayElement>(
        html`<replay-time-display .duration=${184} .startedAt=${STARTED_AT}></replay-time-display>`,
        { scheme },
      );
      await expect(element).to.be.accessible();
      await click(buttonOf(element));
      await expect(element).to.be.accessible();
      element.clock = clockOf('utc', 'UTC');
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }
});
