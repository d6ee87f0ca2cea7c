import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { eventually, player, recordingOf, seek, shadowOf, within, wordsOf } from './player-harness.ts';

/** Two minutes in which nothing was done, between a second and another one. */
const gap = () => {
  const click = (at: number) => ({
    type: 3,
    timestamp: 1000 + at,
    data: { source: 2, type: 2, id: 5, x: 5, y: 5 },
  });
  const events = [
    ...recordingOf([[121_000, 'late']]),
    click(500),
    click(1000),
    click(121_000),
    click(122_000),
  ];
  return events.sort((a, b) => a.timestamp - b.timestamp);
};

const noticeOf = (element: PortableReplayElement) => shadowOf(element).querySelector('.notice.brief');
const toldBy = (element: PortableReplayElement) =>
  [...shadowOf(element).querySelectorAll('.stage > [role="status"]')].map((one) => one.textContent).join();

describe('what is skipped', function () {
  this.timeout(30_000);

  it('is told where it happens, and aloud, and goes away by itself', async () => {
    const element = await player(gap());
    expect(noticeOf(element)).to.be.null;
    await element.play();
    await eventually(() => noticeOf(element), 'nothing is told');
    expect(noticeOf(element)!.textContent.trim()).to.match(/^Skipped 1:5\d$|^Skipped 2:00$/);
    expect(toldBy(element)).to.match(/^Skipped (1 minute 5\d seconds|2 minutes) without activity$/);
    await expect(element).to.be.accessible();
    element.pause();
    await eventually(() => noticeOf(element) === null, 'it stays');
    expect(toldBy(element)).to.equal('');
  });

  it('is told no more once somebody goes elsewhere', async () => {
    const element = await player(gap());
    await element.play();
    await eventually(() => noticeOf(element));
    element.pause();
    await seek(element, 0.2);
    await element.updateComplete;
    expect(noticeOf(element)).to.be.null;
  });

  it('is not told where idle time is played', async () => {
    const element = await player(gap());
    element.idle = 'keep';
    element.playbackRate = 100;
    await element.play();
    await eventually(() => element.currentTime > 100);
    expect(noticeOf(element)).to.be.null;
  });

  it('leaves a length that is active, beside the whole', async () => {
    const element = await player(gap());
    element.panel = 'about';
    await element.updateComplete;
    const panel = shadowOf(element).querySelector('replay-about-panel')!;
    await eventually(() => wordsOf(panel).includes('Length'));
    expect(wordsOf(panel)).to.match(/Length 2 minutes 2 seconds, \d+ seconds? of it active/);
    element.panel = 'inspector';
    await element.updateComplete;
    const inspector = within(element, 'replay-inspector-panel');
    within(inspector, '#tab-session').click();
    await eventually(() => inspector.shadowRoot!.querySelector('replay-session-facts'));
    const facts = within(inspector, 'replay-session-facts');
    await eventually(() => /2 minutes 2 seconds, \d+ seconds? of it active/.test(wordsOf(facts)));
  });
});
