import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import type { PortableReplayElement } from '../../../src/index.ts';
import { click, find, pointOn } from '../../controls/harness.ts';
import {
  controlsOf,
  eventually,
  pageOf,
  player,
  recordingOf,
  seek,
  shadowOf,
  within,
  wordsOf,
} from '../../player-harness.ts';
import { type HeardCopies, hearCopies } from '../../clipboard.ts';
import { addressOf } from '../../recordings.ts';
import {
  choose,
  countOf,
  linesOf,
  lineWith,
  lineWords,
  openTranscript,
  panelOf,
  press,
  stretchesOf,
  takeOut,
  type,
  wordsOn,
} from './transcript-harness.ts';

const CHECKOUT = addressOf('checkout.jsonl');
const HOSTILE = '<img src=x onerror=alert(1)>';
const tall = html`<portable-replay style="width: 780px; height: 580px"></portable-replay>`;

type Detail = 'brief' | 'normal' | 'full';

const linesIn = async (element: PortableReplayElement, detail: Detail) =>
  (await element.transcript({ detail })).trim().split('\n');

const showPage = (element: PortableReplayElement) => within(panelOf(element), '#tab-page').click();

/** Runs something that saves a file, and tells what was saved. */
async function saved(save: () => void): Promise<{ name: string; text: string }> {
  const clicked = new Promise<HTMLAnchorElement>((resolve) => {
    HTMLAnchorElement.prototype.click = function click() {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      resolve(this);
    };
  });
  save();
  const { href, download } = await clicked;
  return { name: download, text: await (await fetch(href)).text() };
}

/** Images in an element and in all that it is made of. */
function imagesIn(element: Element): number {
  const inner = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  return inner.reduce((count, one) => count + (one.localName === 'img' ? 1 : 0) + imagesIn(one), 0);
}

describe('the transcript', function () {
  this.timeout(30_000);

  it('tells the session line by line, in the words of transcript()', async () => {
    const element = await player(CHECKOUT, tall);
    await openTranscript(element);
    const told = await linesIn(element, 'normal');
    expect(countOf(element)).to.equal(`${told.length} lines`);
    const shown = linesOf(element).map(lineWords);
    expect(shown.length).to.be.above(3);
    expect(told.slice(0, shown.length)).to.deep.equal(shown);
  });

  it('tells more or less', async () => {
    const element = await player(CHECKOUT, tall);
    await openTranscript(element);
    const counts: number[] = [];
    for (const detail of ['brief', 'normal', 'full'] as const) {
      choose(element, '[aria-label="Level of detail"]', detail);
      const { length } = await linesIn(element, detail);
      counts.push(length);
      await eventually(() => countOf(element) === `${length} lines`, detail);
    }
    expect(counts).to.deep.equal([...new Set(counts)].sort((a, b) => a - b));
  });

  it('follows playback, and lets go when the reader scrolls', async () => {
    const element = await player(CHECKOUT, tall);
    await openTranscript(element);
    choose(element, '[aria-label="Level of detail"]', 'full');
    await seek(element, element.duration);
    const current = () => linesOf(element).find((line) => line.ariaCurrent === 'time');
    const told = await linesIn(element, 'full');
    await eventually(() => current() && wordsOn(current()!).includes(told.at(-1)!.slice(5)), 'the last line');
    const list = within(panelOf(element), 'replay-transcript-list');
    const box = list.getBoundingClientRect();
    const { top, bottom } = current()!.getBoundingClientRect();
    expect(top >= box.top && bottom <= box.bottom, 'it is in sight').to.equal(true);
    const follow = within(panelOf(element), '.bar > .chip');
    expect(follow.ariaPressed).to.equal('true');
    within(list, '.scroller').dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
    await eventually(() => follow.ariaPressed === 'false');
    const { scrollTop } = within(list, '.scroller');
    expect(scrollTop, 'there is something to scroll').to.be.above(0);
    await seek(element, 0);
    await element.updateComplete;
    expect(within(list, '.scroller').scrollTop).to.equal(scrollTop);
  });

  it('goes to just before a line that is clicked', async () => {
    const element = await player(CHECKOUT, tall);
    await openTranscript(element);
    const { entries } = await element.entries({ kinds: ['click'] });
    const { time, title } = entries[0]!;
    await click(lineWith(element, title)!);
    await eventually(() => !element.seeking && Math.abs(element.currentTime - (time - 0.1)) < 0.01);
    expect(lineWith(element, title)!.ariaSelected).to.equal('true');
  });

  it('is searched by keyboard alone: key, slash and a word, Enter and back', async () => {
    const element = await player(CHECKOUT, tall);
    shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
    await sendKeys({ press: 'w' });
    await eventually(() => linesOf(element).length > 0, 'no lines');
    const told = (await linesIn(element, 'normal')).filter((line) => line.includes('/api/'));
    expect(told.length).to.be.above(1);
    await sendKeys({ press: '/' });
    await sendKeys({ type: '/API/' });
    await eventually(() => countOf(element) === `${told.length} matches`, 'not counted');
    const marks = () => linesOf(element).flatMap((line) => [...line.querySelectorAll('mark')]);
    // Before all is typed, less is marked in as many lines.
    await eventually(
      () => marks().length > 0 && marks().every((mark) => wordsOn(mark) === '/api/'),
      'not marked',
    );
    const selected = () => linesOf(element).find((line) => line.ariaSelected === 'true');
    for (const [keys, at] of [
      ['Enter', 0],
      ['Enter', 1],
      ['Shift+Enter', 0],
      ['Shift+Enter', told.length - 1],
    ] as const) {
      await sendKeys({ press: keys });
      await eventually(() => countOf(element) === `${at + 1} of ${told.length}`, `${keys} to ${at}`);
      await eventually(() => selected() && told[at] === lineWords(selected()!), told[at]);
    }
    const { entries } = await element.entries({ kinds: ['request'], search: '/api/' });
    expect(entries.some(({ time }) => Math.abs(time - 0.1 - element.currentTime) < 0.01)).to.equal(true);
  });

  for (const [format, suffix] of [
    ['text', 'txt'],
    ['markdown', 'md'],
    ['vtt', 'vtt'],
    ['json', 'json'],
  ] as const)
    it(`is saved as ${format}, with what was seen where that is chosen`, async () => {
      const element = await player(CHECKOUT, tall);
      await openTranscript(element);
      choose(element, '[aria-label="Level of detail"]', 'brief');
      for (const seen of [false, true]) {
        const box = within(panelOf(element), 'input[type="checkbox"]') as HTMLInputElement;
        if (box.checked !== seen) box.click();
        const file = await saved(() => takeOut(panelOf(element), format, 'Save'));
        expect(file.text).to.equal(await element.transcript({ format, detail: 'brief', seen }));
        expect(file.name).to.match(new RegExp(`-transcript\\.${suffix}$`));
        await eventually(() => !wordsOf(panelOf(element)).includes('Making the copy'));
      }
    });

  describe('copied', () => {
    let heard: HeardCopies;
    beforeEach(() => void (heard = hearCopies()));
    afterEach(() => heard.stop());

    it('is on the clipboard, and says so', async () => {
      const element = await player(CHECKOUT, tall);
      await openTranscript(element);
      takeOut(panelOf(element), 'text', 'Copy');
      await eventually(() => wordsOf(panelOf(element)).includes('Copied.'));
      expect(heard.copied).to.deep.equal([await element.transcript()]);
    });

    it('says where the browser does not allow it', async () => {
      const element = await player(CHECKOUT, tall);
      await openTranscript(element);
      heard.isAllowed = false;
      takeOut(panelOf(element), 'text', 'Copy');
      await eventually(() => wordsOf(panelOf(element)).includes('did not allow copying'));
    });

    it('can be stopped while it is being made', async () => {
      const element = await player(CHECKOUT, tall);
      await openTranscript(element);
      const button = (name: string) =>
        [...panelOf(element).shadowRoot!.querySelectorAll('button')].find((one) => wordsOf(one) === name);
      // One that takes as long as it takes to look at the panel.
      element.transcript = (_options, job) => {
        job!.onProgress!(0.25);
        return new Promise((_, reject) => {
          job!.signal!.addEventListener('abort', () => reject(job!.signal!.reason as Error));
        });
      };
      takeOut(panelOf(element), 'text', 'Copy');
      await eventually(() => button('Stop'), 'no way to stop');
      const progress = within(panelOf(element), 'progress') as HTMLProgressElement;
      expect([progress.ariaLabel, progress.value]).to.deep.equal(['Making the copy…', 0.25]);
      await expect(element).to.be.accessible();
      button('Stop')!.click();
      await eventually(() => !button('Stop'), 'it is stopped');
      expect(wordsOf(panelOf(element))).not.to.contain('Making the copy');
      Reflect.deleteProperty(element, 'transcript');
      (within(panelOf(element), 'input[type="checkbox"]') as HTMLInputElement).click();
      takeOut(panelOf(element), 'markdown', 'Copy');
      await eventually(() => wordsOf(panelOf(element)).includes('Copied.'));
      expect(heard.copied).to.deep.equal([await element.transcript({ format: 'markdown', seen: true })]);
    });
  });

  it('keeps texts of a recording text', async () => {
    const recording = [
      ...recordingOf([[500, HOSTILE]]),
      { type: 5, timestamp: 1400, data: { tag: HOSTILE, payload: { title: HOSTILE } } },
      { type: 4, timestamp: 1500, data: { href: `https://x.test/${HOSTILE}`, width: 640, height: 480 } },
    ];
    const element = await player(recording, tall);
    await openTranscript(element);
    await eventually(() => lineWith(element, HOSTILE), 'not shown');
    type(element, '<IMG');
    await eventually(() => countOf(element).includes('match'));
    expect(imagesIn(panelOf(element))).to.equal(0);
    showPage(element);
    await element.updateComplete;
    type(element, HOSTILE);
    await eventually(() => stretchesOf(element).length === 1, 'not found on the page');
    type(element, `${HOSTILE}!`);
    await eventually(() => wordsOf(panelOf(element)).includes(`“${HOSTILE}!” was never on the page.`));
    expect(imagesIn(panelOf(element))).to.equal(0);
  });

  it('finds when a text was on the page, and goes there', async () => {
    const element = await player(CHECKOUT, tall);
    await openTranscript(element);
    showPage(element);
    await element.updateComplete;
    const spans = await element.search('payment failed');
    expect(spans.length).to.be.above(0);
    expect(pageOf(element).body.textContent).not.to.contain('Payment failed');
    type(element, 'payment failed');
    await eventually(() => stretchesOf(element).length === spans.length, 'not listed');
    expect(countOf(element)).to.equal(
      spans.length === 1 ? '1 stretch of time' : `${spans.length} stretches of time`,
    );
    await click(stretchesOf(element)[0]!);
    await eventually(() => !element.seeking && Math.abs(element.currentTime - spans[0]!.start) < 0.01);
    expect(pageOf(element).body.textContent).to.contain('Payment failed');
    expect(stretchesOf(element)[0]!.ariaCurrent).to.equal('true');
  });

  it('shows on the timeline when it was, for as long as the panel is open', async () => {
    const element = await player(CHECKOUT, tall);
    const range = find(controlsOf(element), 'replay-time-range');
    const lane = () => range.shadowRoot!.querySelector('.found');
    const drawn = () => [...(lane()?.querySelectorAll('rect:not(.rest)') ?? [])];
    await openTranscript(element);
    expect(lane()).to.be.null;
    showPage(element);
    await element.updateComplete;
    type(element, 'payment failed');
    await eventually(() => drawn().length > 0, 'nothing on the timeline');
    const spans = await element.search('payment failed');
    const { left, width } = range.getBoundingClientRect();
    expect(drawn()).to.have.length(spans.length);
    const first = drawn()[0]!.getBoundingClientRect();
    expect((first.left - left) / width).to.be.closeTo(spans[0]!.start / element.duration, 0.005);
    expect((first.right - left) / width).to.be.closeTo(spans[0]!.end / element.duration, 0.005);
    // Before the timeline is pointed at: axe waits for frames that go, and previews are built in one.
    await expect(element).to.be.accessible();
    const [x, y] = pointOn(range, (spans[0]!.start + spans[0]!.end) / 2 / element.duration);
    await sendMouse({ type: 'move', position: [x, y] });
    await eventually(() => wordsOf(within(range, '.preview')).includes('On the page: “payment failed”'));
    // Not by a reset, which lifts the middle button, too: where there is a selection, Linux pastes it then.
    await sendMouse({ type: 'move', position: [0, 0] });
    type(element, 'nothing like it');
    await eventually(() => drawn().length === 0);
    expect(lane()).not.to.be.null;
    element.panel = null;
    await eventually(() => !lane());
  });

  it('goes from stretch to stretch by Enter, and around the end', async () => {
    const changes = [
      [500, 'here'],
      [1000, 'gone'],
      [1500, 'here'],
      [2000, 'gone'],
    ] as const;
    const element = await player(recordingOf(changes), tall);
    await openTranscript(element);
    showPage(element);
    await element.updateComplete;
    type(element, 'here');
    // At once: the step waits for the answer.
    press(element, 'Enter');
    await eventually(() => stretchesOf(element).length === 2, 'not listed');
    await eventually(() => !element.seeking && Math.abs(element.currentTime - 0.5) < 0.01, 'the first');
    for (const [shift, time] of [
      [false, 1.5],
      [false, 0.5],
      [true, 1.5],
    ] as const) {
      press(element, 'Enter', shift);
      await eventually(() => !element.seeking && Math.abs(element.currentTime - time) < 0.01, `${time}`);
      expect(pageOf(element).querySelector('h1')!.textContent).to.equal('here');
    }
  });

  it('forgets what was searched for when another recording comes', async () => {
    const element = await player(CHECKOUT, tall);
    await openTranscript(element);
    type(element, 'checkout');
    await eventually(() => countOf(element).includes('match'));
    await element.load(recordingOf([[500, 'other']]));
    await openTranscript(element);
    expect((within(panelOf(element), 'input[type="search"]') as HTMLInputElement).value).to.equal('');
    const told = await linesIn(element, 'normal');
    expect(linesOf(element).length).to.equal(told.length);
  });

  for (const scheme of ['light', 'dark'])
    for (const width of [320, 780])
      it(`is accessible, ${scheme} and ${width} px wide`, async () => {
        const element = await player(
          CHECKOUT,
          html`<portable-replay style="width: ${width}px; color-scheme: ${scheme}"></portable-replay>`,
        );
        await openTranscript(element);
        const check = async (what: string) => {
          await element.updateComplete;
          await expect(element, what).to.be.accessible();
          expect(panelOf(element).scrollWidth, what).to.be.at.most(panelOf(element).clientWidth);
        };
        type(element, 'checkout');
        await eventually(() => countOf(element).includes('match'));
        linesOf(element)[0]!.click();
        await check('words');
        showPage(element);
        await check('page');
        type(element, 'pay');
        await eventually(() => stretchesOf(element).length > 0);
        stretchesOf(element)[0]!.click();
        await check('found');
        type(element, 'nothing like it');
        await eventually(() => wordsOf(panelOf(element)).includes('was never on the page'));
        await check('nothing found');
      });
});
