import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../../src/index.ts';
import { controlsOf, eventually, next, recordingOf, seek, shadowOf, within } from '../player-harness.ts';

const RECORDING = recordingOf([
  [500, 'one'],
  [1500, 'two'],
  [2500, 'three'],
  [20_000, 'end'],
]);
const CHAPTERS = [
  { time: 0, title: 'Cart' },
  { time: 1.2, title: '<img src=x> & pay' },
  { time: 10, title: 'Done' },
];

async function opened(width = 800): Promise<PortableReplayElement> {
  const element = await fixture<PortableReplayElement>(
    html`<portable-replay style="display: block; height: 460px"></portable-replay>`,
  );
  element.style.width = `${width}px`;
  await element.load(RECORDING);
  return element;
}

function withCaptions(element: PortableReplayElement, label = 'English'): void {
  const track = element.addTextTrack('captions', label, 'en');
  track.addCue(new VTTCue(1, 3, '<v Ann>Now <b>Pay</b> &lt;script&gt;'));
  track.mode = 'disabled';
}

const captionsOn = (element: PortableReplayElement) =>
  [...shadowOf(element).querySelectorAll('[part="captions"] p')].map(({ textContent }) => textContent);
const focusStage = (element: PortableReplayElement) =>
  shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
const menuOf = (element: PortableReplayElement, tag: string) =>
  within(within(controlsOf(element), tag), 'replay-menu');
const sliderOf = (element: PortableReplayElement) =>
  within(within(controlsOf(element), 'replay-time-range'), '[role="slider"]');

/** The browser tells of an open list a little later; only then are its keys heard. */
async function openByKey(menu: HTMLElement): Promise<void> {
  within(menu, 'button').focus();
  await sendKeys({ press: 'Enter' });
  await eventually(() => menu.shadowRoot!.activeElement?.matches('.item'));
}

async function settled(element: PortableReplayElement): Promise<void> {
  await element.updateComplete;
  const bar = controlsOf(element);
  await bar.updateComplete;
  for (const tag of ['replay-time-range', 'replay-chapter-menu', 'replay-captions-menu'] as const)
    await bar.shadowRoot!.querySelector(tag)!.updateComplete;
}

describe('captions', () => {
  it('lie over the page as text while they are shown, and let clicks through', async () => {
    const element = await opened();
    withCaptions(element);
    await seek(element, 2);
    expect(captionsOn(element)).to.deep.equal([]);
    element.textTracks[0]!.mode = 'showing';
    await element.updateComplete;
    expect(captionsOn(element)).to.deep.equal(['Now Pay <script>']);
    const { left, top, width, height } = shadowOf(element)
      .querySelector('[part="captions"] p')!
      .getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
    expect(element.paused).to.be.false;
    element.pause();
    await seek(element, 3.5);
    await element.updateComplete;
    expect(captionsOn(element)).to.deep.equal([]);
  });

  it('are chosen in a menu that is there only with captions, and by key', async () => {
    const element = await opened();
    await seek(element, 2);
    await settled(element);
    expect(within(controlsOf(element), 'replay-captions-menu').offsetWidth).to.equal(0);
    withCaptions(element);
    withCaptions(element, 'More');
    await settled(element);
    const menu = menuOf(element, 'replay-captions-menu');
    await openByKey(menu);
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect([...element.textTracks].map(({ mode }) => mode)).to.deep.equal(['disabled', 'showing']);
    expect(within(menu, 'button').ariaLabel).to.equal('Captions: More');
    focusStage(element);
    await sendKeys({ press: 'c' });
    await settled(element);
    expect(captionsOn(element)).to.deep.equal([]);
    expect(within(menu, 'button').ariaLabel).to.equal('Captions: Off');
    await sendKeys({ press: 'c' });
    await settled(element);
    expect(element.textTracks[1]!.mode).to.equal('showing');
    expect(captionsOn(element)).to.have.length(1);
  });

  it('grow with the size of text that the user wants', async () => {
    const size = async () => {
      const element = await opened();
      withCaptions(element);
      element.textTracks[0]!.mode = 'showing';
      await seek(element, 2);
      await element.updateComplete;
      return parseFloat(getComputedStyle(shadowOf(element).querySelector('[part="captions"]')!).fontSize);
    };
    const before = await size();
    // Browsers set it before there is a page; shadow trees that are there already keep theirs in WebKit.
    document.documentElement.style.fontSize = '32px';
    try {
      expect(await size()).to.equal(before * 2);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });
});

describe('chapters', () => {
  it('are gaps in the timeline, and their titles are read and shown with the time', async () => {
    const element = await opened();
    element.chapters = CHAPTERS;
    await seek(element, 2);
    await settled(element);
    expect(sliderOf(element).ariaValueText).to.equal('2 seconds of 20 seconds, <img src=x> & pay');
    const range = within(controlsOf(element), 'replay-time-range');
    expect(within(range, '[part="chapters"] path').getAttribute('d')).to.equal('M0.06000 0V1M0.50000 0V1');
    const { left, width, top, height } = range.getBoundingClientRect();
    await sendMouse({
      type: 'move',
      position: [Math.round(left + width * 0.75), Math.round(top + height / 2)],
    });
    await eventually(
      () => range.shadowRoot!.querySelector('[part="preview"] .chapter')?.textContent === 'Done',
    );
  });

  it('are listed in a menu that leads to each', async () => {
    const element = await opened();
    element.chapters = CHAPTERS;
    await seek(element, 2);
    await settled(element);
    const menu = menuOf(element, 'replay-chapter-menu');
    expect(within(menu, 'button').ariaLabel).to.equal('Chapter: <img src=x> & pay');
    await openByKey(menu);
    const items = [...menu.shadowRoot!.querySelectorAll('.item')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(items).to.deep.equal(['0:00 Cart', '0:01 <img src=x> & pay', '0:10 Done']);
    const seeked = next(element, 'seeked');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await seeked;
    expect(element.currentTime).to.equal(10);
  });

  it('are accessible in an open menu', async () => {
    const element = await opened();
    element.chapters = CHAPTERS;
    await settled(element);
    within(menuOf(element, 'replay-chapter-menu'), 'button').click();
    await expect(element).to.be.accessible();
  });

  it('are reached by keys', async () => {
    const element = await opened();
    element.chapters = CHAPTERS;
    focusStage(element);
    const times: number[] = [];
    for (const key of [']', ']', '[', '[']) {
      const seeked = next(element, 'seeked');
      await sendKeys({ press: key });
      await seeked;
      times.push(element.currentTime);
    }
    expect(times).to.deep.equal([1.2, 10, 1.2, 0]);
  });

  it('pause playback at the start of each, say so, and go on by button and key', async () => {
    const element = await opened();
    element.idle = 'skip';
    element.chapters = CHAPTERS;
    element.pauseAtChapters = true;
    expect(element.hasAttribute('pause-at-chapters')).to.be.false;
    await element.updateComplete;
    expect(element.hasAttribute('pause-at-chapters')).to.be.true;
    const paused = next(element, 'pause');
    await element.play();
    await paused;
    expect(element.currentTime).to.be.closeTo(1.2, 0.001);
    await element.updateComplete;
    const notice = () => shadowOf(element).querySelector('.notice[role="status"]');
    expect(notice()!.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Paused at the chapter “<img src=x> & pay”. Go on',
    );
    await expect(element).to.be.accessible();
    const again = next(element, 'pause');
    notice()!.querySelector('button')!.click();
    await eventually(() => !notice());
    await again;
    // What is idle until then is jumped over, but not the chapter in it.
    expect(element.currentTime).to.be.closeTo(10, 0.001);
    await element.updateComplete;
    expect(notice()!.textContent).to.contain('Done');
    const playing = next(element, 'playing');
    await sendKeys({ press: 'k' });
    await playing;
    element.pause();
    await element.updateComplete;
    expect(notice()).to.equal(null);
  });

  it('do not pause a seek, nor playback without the attribute', async () => {
    const element = await opened();
    element.idle = 'keep';
    element.chapters = CHAPTERS;
    await element.play();
    await eventually(() => element.currentTime > 1.4);
    expect(element.paused).to.be.false;
    element.pauseAtChapters = true;
    await seek(element, 10);
    expect(element.paused).to.be.false;
    await eventually(() => element.currentTime > 10.05);
    expect(element.paused).to.be.false;
  });

  it('are accessible with captions in a narrow player', async () => {
    const element = await opened(320);
    element.chapters = CHAPTERS;
    withCaptions(element);
    element.toggleCaptions();
    await seek(element, 2);
    await settled(element);
    await expect(element).to.be.accessible();
    const bar = controlsOf(element).getBoundingClientRect();
    expect(
      within(controlsOf(element), 'replay-fullscreen-button').getBoundingClientRect().right,
    ).to.be.at.most(bar.right);
  });
});
