import { expect, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../src/index.ts';
import { needs } from './engine-limits.ts';
import { expectMasksInPlace } from './masks/masks-in-place.ts';
import {
  controlsOf,
  eventually,
  player,
  recordingOf,
  seek,
  shadowOf,
  textOn,
  within,
} from './player-harness.ts';
import { addressOf } from './recordings.ts';

const partOf = (element: PortableReplayElement, part: string) =>
  shadowOf(element).querySelector<HTMLElement>(`[part~="${part}"]`)!;
const frameOf = (element: PortableReplayElement) =>
  shadowOf(element).querySelector<HTMLIFrameElement>('.page:not(.standby) iframe')!;
const NOT_LOADED = 'The recorded page was not loaded when this was printed.';

/** Of each panel, texts that a paragraph from right to left would turn round: a size, a count, an end of a sentence. */
const READ_FROM_LEFT: readonly (readonly [panel: string, texts: readonly RegExp[]])[] = [
  ['about', [/^[\d.]+ kB$/, /^[\d:]+ – [\d:]+$/, /^https?:.*\/$/]],
  ['inspector', [/^\d+ entries$/, /^\d+:\d\d$/]],
  ['transcript', [/^\d+ lines$/]],
  ['privacy', [/^Only its size was recorded\.$/]],
  ['share', [/^One per line\. Removed everywhere\.$/]],
];

/** Texts of an element and of all in it that match, as they are told. */
function shownTexts(root: Element | ShadowRoot, text: RegExp): Text[] {
  return [...root.childNodes, ...((root as Element).shadowRoot?.childNodes ?? [])].flatMap((node) => {
    if (node instanceof Text) return text.test(node.data.trim()) && lettersOf(node).length > 0 ? [node] : [];
    return node instanceof Element ? shownTexts(node, text) : [];
  });
}

/** Where the characters of a text are. */
function lettersOf(text: Text): DOMRect[] {
  const range = document.createRange();
  return [...text.data].flatMap((letter, i) => {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const box = range.getBoundingClientRect();
    return letter.trim() === '' || box.width === 0 ? [] : [box];
  });
}

/** What is printed in place of the page that is not there. */
function paperNoteOf(element: PortableReplayElement): string[] {
  const note = shadowOf(element).querySelector('.paper-note');
  return note?.checkVisibility() ? [...note.children].map(({ textContent }) => textContent) : [];
}

describe('the page around a player', () => {
  it('is not moved while a recording loads, plays and ends', async () => {
    const element = await player(undefined, html`<portable-replay style="width: 640px"></portable-replay>`);
    const below = document.createElement('p');
    element.after(below);
    const tops = new Set<number>();
    const note = () => tops.add(below.getBoundingClientRect().top);
    note();
    const observer = new ResizeObserver(note);
    observer.observe(element);
    for (const type of ['loadstart', 'loadedmetadata', 'loadeddata', 'canplaythrough', 'seeked', 'error']) {
      element.addEventListener(type, () => void element.updateComplete.then(note));
    }
    await element.load(addressOf('two-tabs.v2.json'));
    await seek(element, element.duration);
    await eventually(() => element.ended);
    await element.load(new Blob(['hello'])).catch(() => undefined);
    await element.updateComplete;
    await controlsOf(element).updateComplete;
    note();
    observer.disconnect();
    expect([...tops]).to.have.length(1);
    const stage = partOf(element, 'stage').getBoundingClientRect();
    expect(stage.width / stage.height).to.be.closeTo(16 / 9, 0.01);
  });

  describe('on paper', () => {
    before(async function () {
      await emulateMedia({ media: 'print' }).catch(() => undefined);
      needs(this, 'paper');
    });
    after(() => emulateMedia({ media: 'screen' }).catch(() => undefined));

    it('has the frame that is on the stage, whole at any width, without controls', async () => {
      const element = await player(
        recordingOf([[1000, 'one']]),
        html`<portable-replay style="width: 900px"></portable-replay>`,
      );
      await seek(element, 1);
      expect(textOn(element, 'h1')).to.equal('one');
      element.style.width = '420px';
      // Right away: nobody who is told of a size has been told.
      const [frame, stage] = [frameOf(element), partOf(element, 'stage')].map((one) =>
        one.getBoundingClientRect(),
      );
      expect(frame!.width).to.be.greaterThan(200);
      expect(frame!.left).to.be.at.least(stage!.left - 1);
      expect(frame!.right).to.be.at.most(stage!.right + 1);
      expect(frame!.height).to.be.closeTo(stage!.height, 1);
      for (const part of ['controls', 'overlay'])
        expect(partOf(element, part).checkVisibility(), part).to.equal(false);
    });

    it('names the recording whose page is not there', async () => {
      const lazy = await player(
        undefined,
        html`<portable-replay
          src=${addressOf('two-tabs.v2.json')}
          loading="lazy"
          label="Our checkout"
          style="width: 640px; margin-top: 20000px"
        ></portable-replay>`,
      );
      expect(paperNoteOf(lazy)).to.deep.equal(['Our checkout', NOT_LOADED]);
      lazy.remove();
      const element = await player(
        recordingOf([[60_000, 'end']]),
        html`<portable-replay style="width: 640px; margin-bottom: 30000px"></portable-replay>`,
      );
      await seek(element, 6);
      expect(paperNoteOf(element), 'in view').to.deep.equal([]);
      window.scrollTo(0, 20_000);
      await eventually(() => paperNoteOf(element).length > 0, 'the page is gone');
      expect(paperNoteOf(element)).to.deep.equal(['x.test/', '0:06 / 1:00', NOT_LOADED]);
      window.scrollTo(0, 0);
      await eventually(() => paperNoteOf(element).length === 0, 'the page is back');
    });
  });

  it('may run from right to left: times and speeds read as ever, and the timeline begins on the left', async () => {
    const element = await player(
      undefined,
      html`<div dir="rtl"><portable-replay style="width: 900px"></portable-replay></div>`,
    ).then((around) => around.querySelector('portable-replay')!);
    await element.load(recordingOf([[60_000, 'end']]));
    element.playbackRate = 1.5;
    await seek(element, 6);
    await element.updateComplete;
    await controlsOf(element).updateComplete;
    const time = within(controlsOf(element), 'replay-time-display');
    await eventually(() => time.shadowRoot!.querySelector('.duration'));
    const shown = time.shadowRoot!.querySelector('bdi')!.getBoundingClientRect();
    const length = time.shadowRoot!.querySelector('.duration')!.getBoundingClientRect();
    expect(length.right, 'the length is right of the time').to.be.closeTo(shown.right, 1);
    const speed = within(within(within(controlsOf(element), 'replay-speed-menu'), 'replay-menu'), '.text');
    expect(getComputedStyle(speed).unicodeBidi).to.equal('isolate');
    const range = document.createRange();
    const text = [...speed.childNodes].find((node) => node.nodeType === Node.TEXT_NODE)!;
    const widths = [0, 1].map((end) => {
      const at = end === 0 ? 0 : text.textContent!.length - 1;
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    });
    expect(widths[0], 'the first character comes first').to.be.lessThan(widths[1]!);
    const bar = within(controlsOf(element), 'replay-time-range');
    expect(getComputedStyle(bar).direction).to.equal('ltr');
  });

  describe('from right to left', () => {
    it('shows a step forward where the timeline goes forward, on the right', async () => {
      const around = await player(undefined, html`<div dir="rtl"><portable-replay></portable-replay></div>`);
      const element = around.querySelector('portable-replay')!;
      await element.load(recordingOf([[60_000, 'end']]));
      const stage = shadowOf(element).querySelector<HTMLElement>('.stage')!;
      stage.focus();
      await sendKeys({ press: 'l' });
      const { left, width } = stage.getBoundingClientRect();
      const shown = () => within(element, 'replay-feedback').shadowRoot!.querySelector('.feedback');
      await eventually(() => shown());
      expect(shown()!.getBoundingClientRect().left).to.be.above(left + width / 2);
    });

    it('has masks where the hidden things are', async () => {
      const around = await player(undefined, html`<div dir="rtl"><portable-replay></portable-replay></div>`);
      const element = around.querySelector('portable-replay')!;
      await element.load(addressOf('checkout.v2.json'));
      await seek(element, 8);
      await expectMasksInPlace(element);
    });

    for (const [panel, texts] of READ_FROM_LEFT)
      it(`has words, sizes and addresses in ${panel} that read from left to right, on its right side`, async () => {
        const around = await player(
          undefined,
          html`<div dir="rtl"><portable-replay></portable-replay></div>`,
        );
        const element = around.querySelector('portable-replay')!;
        await element.load(addressOf('checkout.v2.json'));
        element.panel = panel;
        for (const text of texts) {
          await eventually(() => shownTexts(element, text).length > 0, String(text));
          const [node] = shownTexts(element, text);
          const [first, last] = [lettersOf(node!).at(0)!, lettersOf(node!).at(-1)!];
          expect(first.left, `${node!.data}: its first character comes first`).to.be.lessThan(last.left);
          const { textAlign } = getComputedStyle(node!.parentElement!);
          expect(textAlign, node!.data).not.to.match(/start|left/);
        }
      });
  });
});
