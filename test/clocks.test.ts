import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { english } from '../src/locale/en/index.ts';
import type { PortableReplayElement } from '../src/index.ts';
import { listOf, openInspector, rowsOf, wordsOn } from './panels/inspector/inspector-harness.ts';
import { controlsOf, eventually, player, within, wordsOf } from './player-harness.ts';
import { addressOf, bytesOf } from './recordings.ts';

/** Our own export, with a person of whom PostHog knows where they were. */
async function fromTokyo(): Promise<object> {
  const parsed = JSON.parse(new TextDecoder().decode(await bytesOf('checkout.v2.json'))) as {
    data: { person: { properties: Record<string, unknown> } };
  };
  parsed.data.person.properties['$geoip_time_zone'] = 'Asia/Tokyo';
  return parsed;
}

const displayOf = (element: PortableReplayElement) => within(controlsOf(element), 'replay-time-display');
const clocksOf = (element: PortableReplayElement) => [
  ...within(displayOf(element), 'replay-menu').shadowRoot!.querySelectorAll<HTMLElement>(
    '[role="menuitemradio"]',
  ),
];

async function choose(element: PortableReplayElement, label: string): Promise<void> {
  const item = () => clocksOf(element).find((one) => one.textContent.trim() === label);
  await eventually(item, `no “${label}”`);
  item()!.click();
  await element.updateComplete;
}

/** The moment of a time of the recording, as a zone tells it. */
function told(element: PortableReplayElement, seconds: number, timeZone?: string): string {
  const moment = new Date(element.recording!.startedAt.getTime() + seconds * 1000);
  return english.format.timeOfDay(moment, timeZone);
}

describe('clocks', () => {
  afterEach(() => resetMouse());

  it('tell moments in the display, in lists and at the pointer alike', async () => {
    const element = await player(await fromTokyo());
    const list = await openInspector(element);
    const { entries } = await element.entries({ limit: 3 });
    const firstRows = () => rowsOf(list).slice(0, 3).map(wordsOn);
    expect(firstRows()[0]).to.match(/^0:0\d /);
    const zones = [
      ['UTC', 'UTC', 'UTC'],
      ['Time of the recording (Asia/Tokyo)', 'Asia/Tokyo', 'GMT+9'],
    ] as const;
    for (const [label, zone, name] of zones) {
      await choose(element, label);
      await eventually(() => firstRows()[0]?.startsWith(told(element, entries[0]!.time, zone)));
      firstRows().forEach((row, i) => {
        expect(row.startsWith(`${told(element, entries[i]!.time, zone)} `), row).to.equal(true);
      });
      expect(wordsOf(displayOf(element))).to.contain(`${told(element, 0, zone)} ${name}`);
      const timeline = within(controlsOf(element), 'replay-time-range');
      const { left, top, width, height } = timeline.getBoundingClientRect();
      const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      await sendMouse({ type: 'move', position });
      const shown = () => timeline.shadowRoot!.querySelector('.preview')?.textContent ?? '';
      const time = ((position[0] - left) / width) * element.duration;
      await eventually(() => shown().includes(`${told(element, time, zone)} ${name}`), shown());
    }
    await choose(element, 'Elapsed time');
    await eventually(() => /^0:0\d /.test(firstRows()[0]!));
    expect(listOf(element)).to.equal(list);
  });

  it('have that of the recording only where the file says where it was made', async () => {
    const element = await player(addressOf('checkout.v2.json'));
    await eventually(() => clocksOf(element).length > 0);
    const labels = clocksOf(element).map((item) => item.textContent.trim());
    expect(labels).to.deep.equal([
      'Elapsed time',
      `Your time (${english.format.zone(element.recording!.startedAt)})`,
      'UTC',
    ]);
    await element.load(await fromTokyo());
    await choose(element, 'Time of the recording (Asia/Tokyo)');
    await eventually(() => wordsOf(displayOf(element)).includes('GMT+9'));
    await element.load(addressOf('checkout.v2.json'));
    await element.updateComplete;
    expect(wordsOf(displayOf(element))).to.contain('0:00 / ');
  });
});
