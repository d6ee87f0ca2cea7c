import { expect, fixture } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import type { PortableReplayElement } from '../src/index.ts';
import {
  controlsOf,
  eventually,
  next,
  pageOf,
  placeOf,
  player,
  seek,
  shadowOf,
  within,
} from './player-harness.ts';
import { addressOf } from './recordings.ts';

const click = (position: [number, number]) => sendMouse({ type: 'click', position });

/** Selects from one place to another. Not by dragging, which Playwright waits for in frames without scripts. */
async function select(from: [number, number], to: [number, number]): Promise<void> {
  await click(from);
  await sendKeys({ down: 'Shift' });
  await click(to);
  await sendKeys({ up: 'Shift' });
}

async function inspecting(): Promise<PortableReplayElement> {
  const replay = await player(addressOf('checkout.v2.json'));
  await seek(replay, 1);
  replay.inspect = true;
  await replay.updateComplete;
  return replay;
}

/** Where an engine calls no listener in a frame without scripts, text is selected from outside of it. */
const isInReach = (replay: PortableReplayElement) =>
  !shadowOf(replay).querySelector<HTMLElement>('.page:not(.standby) .replayer-wrapper')!.inert;

const inspectButton = (replay: PortableReplayElement) =>
  within(within(controlsOf(replay), 'replay-inspect-button'), 'button');

describe('inspecting the replayed page', () => {
  it('is off: a click on the page plays, and its text cannot be selected', async () => {
    const replay = await player(addressOf('checkout.v2.json'));
    await seek(replay, 1);
    expect(inspectButton(replay).ariaPressed).to.equal('false');
    const playing = next(replay, 'playing');
    await click(placeOf(replay, 'h1'));
    await playing;
    replay.pause();
    await select(placeOf(replay, 'h1', 0.01), placeOf(replay, 'h1', 0.6));
    expect(pageOf(replay).getSelection()!.toString()).to.equal('');
  });

  it('selects and copies text', async () => {
    const replay = await inspecting();
    const heading = pageOf(replay).querySelector('h1')!.textContent.trim();
    await select(placeOf(replay, 'h1', 0.01), placeOf(replay, 'h1', 0.6));
    const selected = pageOf(replay).getSelection()!.toString().trim();
    expect(selected).to.have.length.above(3);
    expect(heading).to.contain(selected);
    expect(replay.paused, 'a click does not play').to.be.true;
    await sendKeys({ press: 'Control+c' });
    const field = await fixture<HTMLTextAreaElement>(html`<textarea></textarea>`);
    field.focus();
    await sendKeys({ press: 'Control+v' });
    expect(field.value.trim()).to.equal(selected);
  });

  it('follows no link, sends no form and changes no input', async () => {
    const replay = await inspecting();
    // What is typed in vain must not be taken for shortcuts, one of which lets a click play.
    replay.noHotkeys = true;
    const page = pageOf(replay);
    page.body.insertAdjacentHTML(
      'afterbegin',
      `<div id="trap" style="position:fixed;inset:0;background:#fff;z-index:9999">
        <a href="/demo/docs.html" style="display:block">A link</a>
        <form action="/demo/docs.html"><input id="text"><input id="box" type="checkbox"><button>Send</button></form>
        <details><summary>More</summary>text</details>
        <p contenteditable>Mine</p>
      </div>`,
    );
    for (const selector of ['a', '#trap button', '#box', 'summary'])
      await click(placeOf(replay, `#trap ${selector}`.replace('#trap #trap', '#trap')));
    for (const selector of ['#text', 'p']) {
      await click(placeOf(replay, `#trap ${selector}`));
      await sendKeys({ type: 'typed' });
    }
    if (isInReach(replay)) {
      page.querySelector<HTMLElement>('#trap a')!.focus();
      await sendKeys({ press: 'Enter' });
      page.querySelector<HTMLElement>('#box')!.focus();
      await sendKeys({ press: 'Space' });
    } else {
      for (let i = 0; i < 20; i++) {
        await sendKeys({ press: 'Tab' });
        expect(page.hasFocus()).to.be.false;
      }
    }
    expect(pageOf(replay)).to.equal(page);
    expect(page.querySelector<HTMLInputElement>('#text')!.value).to.equal('');
    expect(page.querySelector<HTMLInputElement>('#box')!.checked).to.be.false;
    expect(page.querySelector('details')!.open).to.be.false;
    expect(page.querySelector('#trap p')!.textContent).to.equal('Mine');
  });

  it('is left by Escape from inside of the page, and the page is out of reach again', async () => {
    const replay = await inspecting();
    await click(placeOf(replay, 'h1'));
    await sendKeys({ press: 'Escape' });
    await replay.updateComplete;
    expect(replay.inspect).to.be.false;
    expect(shadowOf(replay).activeElement).to.match('.stage');
    await select(placeOf(replay, 'h1', 0.01), placeOf(replay, 'h1', 0.6));
    expect(pageOf(replay).getSelection()!.toString()).to.equal('');
    await sendKeys({ press: 't' });
    await replay.updateComplete;
    expect(replay.inspect).to.be.true;
    await sendKeys({ press: 'Escape' });
    expect(replay.inspect).to.be.false;
  });

  it('pauses, goes on with the next page, and takes the start button out of the way', async () => {
    const replay = await player(addressOf('two-tabs.v2.json'));
    await replay.play();
    inspectButton(replay).click();
    await eventually(() => replay.inspect && replay.paused);
    await eventually(() => inspectButton(replay).ariaPressed === 'true');
    const selected = async () => {
      await select(placeOf(replay, 'h1', 0.01), placeOf(replay, 'h1', 0.6));
      return pageOf(replay).getSelection()!.toString();
    };
    const before = pageOf(replay);
    await seek(replay, replay.duration - 0.1);
    await seek(replay, 0);
    expect(pageOf(replay)).not.to.equal(before);
    expect(await selected()).not.to.equal('');
    expect(shadowOf(replay).querySelector('replay-start-overlay')).to.be.null;
    replay.inspect = false;
    await replay.updateComplete;
    expect(isInReach(replay)).to.be.false;
    expect(pageOf(replay).getSelection()!.toString()).to.equal('');
    expect(shadowOf(replay).querySelector('replay-start-overlay')).not.to.be.null;
  });
});
