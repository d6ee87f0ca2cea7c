import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { click } from '../../controls/harness.ts';
import { eventually, pageOf, player, shadowOf, within, wordsOf } from '../../player-harness.ts';
import { hearCopies } from '../../clipboard.ts';
import { addressOf } from '../../recordings.ts';
import { takeOut } from '../transcript/transcript-harness.ts';
import {
  detailsOf,
  detailWords,
  listOf,
  listThere,
  openInspector,
  panelOf,
  rowsOf,
  tab,
  wordsOn,
} from './inspector-harness.ts';

const CHECKOUT = addressOf('checkout.jsonl');
const wide = html`<portable-replay style="width: 780px; height: 560px"></portable-replay>`;

describe('the inspector', function () {
  this.timeout(30_000);

  it('leads to the failing payment in three actions by pointer', async () => {
    const element = await player(CHECKOUT, wide);
    await click(
      within(
        shadowOf(element)
          .querySelector('replay-control-bar')!
          .shadowRoot!.querySelector('replay-inspector-button')!,
        'button',
      ),
    );
    await listThere(element);
    await click(tab(element, 'network'));
    const row = () => {
      const list = listOf(element);
      return list && rowsOf(list).find((one) => wordsOn(one).includes('/api/pay'));
    };
    await eventually(row, 'no payment in the list');
    expect(wordsOn(row()!)).to.match(/500 failed POST \/api\/pay/);
    await click(row()!);
    await eventually(() => detailsOf(element));
    expect(detailWords(element)).to.contain('Status 500');
    const paidAt = (await element.entries({ kinds: ['request'], search: '/api/pay' })).entries[0]!.time;
    await eventually(() => !element.seeking && Math.abs(element.currentTime - (paidAt - 0.1)) < 0.01);
    expect(pageOf(element).body.textContent).not.to.contain('Payment failed');
  });

  it('leads to it by keyboard alone: key, slash and a word, Enter', async () => {
    const element = await player(CHECKOUT, wide);
    shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
    await sendKeys({ press: 'e' });
    await listThere(element);
    await sendKeys({ press: '/' });
    await sendKeys({ type: 'api/pay 500' });
    await eventually(() => listOf(element) && rowsOf(listOf(element)!).length === 1, 'not found');
    await sendKeys({ press: 'Enter' });
    await eventually(() => detailsOf(element));
    expect(detailWords(element)).to.contain('Status 500');
  });

  it('lists what is chosen by kind, and says how many there are', async () => {
    const element = await player(CHECKOUT, wide);
    await openInspector(element);
    const chips = () => [...panelOf(element).shadowRoot!.querySelectorAll<HTMLElement>('[part="chip"]')];
    const clicks = chips().find((chip) => wordsOn(chip).startsWith('Clicks'))!;
    const { total } = await element.entries({ kinds: ['click'] });
    expect(wordsOn(clicks)).to.equal(`Clicks ${total}`);
    await click(clicks);
    await eventually(() => wordsOf(panelOf(element)).includes(`${total} entr`));
    await eventually(() => rowsOf(listOf(element)!).every((row) => wordsOn(row).includes('clicked')));
    expect(chips().find((chip) => wordsOn(chip).startsWith('Clicks'))!.ariaPressed).to.equal('true');
  });

  it('follows playback, and lets go when the reader scrolls', async () => {
    const element = await player(CHECKOUT, wide);
    await openInspector(element);
    element.currentTime = element.duration * 0.6;
    const current = () => listOf(element)!.shadowRoot!.querySelector('[aria-current="time"]');
    await eventually(current, 'nothing is at the playhead');
    const list = listOf(element)!.getBoundingClientRect();
    const row = current()!.getBoundingClientRect();
    expect(row.top >= list.top && row.bottom <= list.bottom, 'it is in sight').to.equal(true);
    const follow = within(panelOf(element), '.bar > .chip');
    expect(follow.ariaPressed).to.equal('true');
    within(listOf(element)!, '.scroller').dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
    await eventually(() => follow.ariaPressed === 'false');
    const { scrollTop } = within(listOf(element)!, '.scroller');
    element.currentTime = 0;
    await eventually(() => !element.seeking);
    await element.updateComplete;
    expect(within(listOf(element)!, '.scroller').scrollTop).to.equal(scrollTop);
  });

  it('copies what the list shows in the format that is chosen, and says when it may not', async () => {
    const heard = hearCopies();
    const element = await player(CHECKOUT, wide);
    await openInspector(element);
    await click(tab(element, 'network'));
    await eventually(() => listOf(element)?.inspector.view === 'network');
    const { copied } = heard;
    takeOut(panelOf(element), 'markdown', 'Copy');
    await eventually(() => wordsOf(panelOf(element)).includes('Copied.'));
    const wanted = await element.exportEntries({ kinds: ['request'], format: 'markdown' });
    expect(copied).to.deep.equal([await wanted.text()]);
    heard.isAllowed = false;
    takeOut(panelOf(element), 'json', 'Copy');
    await eventually(() => wordsOf(panelOf(element)).includes('did not allow copying'));
    rowsOf(listOf(element)!)[0]!.click();
    await eventually(() => detailsOf(element));
    within(detailsOf(element)!, '[part="copy"]').click();
    await eventually(() => detailWords(element).includes('did not allow copying'));
    heard.isAllowed = true;
    within(detailsOf(element)!, '[part="copy"]').click();
    await eventually(() => detailWords(element).includes('Copied.'));
    const [first] = (await element.entries({ kinds: ['request'] })).entries;
    expect(JSON.parse(copied.at(-1)!)).to.deep.equal(first);
    heard.stop();
  });

  it('takes out what happened in the loop, or all of it', async () => {
    const element = await player(CHECKOUT, wide);
    await openInspector(element);
    element.loopRange = { start: 4, end: 9 };
    const chip = () =>
      [...panelOf(element).shadowRoot!.querySelectorAll<HTMLElement>('.chip')].find(
        (one) => wordsOn(one) === 'Only the loop',
      );
    await eventually(chip, 'no choice');
    expect(chip()!.title).to.equal('Copies and files hold what happened from 0:04 to 0:09');
    const { copied, stop } = hearCopies();
    takeOut(panelOf(element), 'json', 'Copy');
    await eventually(() => copied.length === 1);
    const part = await element.exportEntries({ from: 4, to: 9, format: 'json' });
    expect(copied[0]).to.equal(await part.text());
    chip()!.click();
    await eventually(() => chip()!.ariaPressed === 'false');
    await expect(element).to.be.accessible();
    takeOut(panelOf(element), 'json', 'Copy');
    await eventually(() => copied.length === 2);
    const all = await element.exportEntries({ format: 'json' });
    expect(copied[1]).to.equal(await all.text());
    expect(all.size).to.be.greaterThan(part.size);
    stop();
  });

  it('shows the person once asked, and hides them again', async () => {
    const element = await player(addressOf('checkout.v2.json'), wide);
    await openInspector(element);
    await click(tab(element, 'session'));
    const facts = () => within(panelOf(element), 'replay-session-facts');
    await eventually(() => panelOf(element).shadowRoot!.querySelector('replay-session-facts'));
    expect(wordsOf(facts())).to.contain('stays hidden');
    expect(facts().shadowRoot!.querySelector('replay-value')).to.equal(null);
    await click(within(facts(), 'button'));
    await eventually(() => facts().shadowRoot!.querySelector('replay-value'), 'nobody is shown');
    await click(within(facts(), 'button'));
    await eventually(() => !facts().shadowRoot!.querySelector('replay-value'));
  });

  it('stands beside the page, below it where there is little room, and never over it', async () => {
    for (const [width, isBelow] of [
      [780, false],
      [360, true],
    ] as const) {
      const element = await player(
        CHECKOUT,
        html`<portable-replay style="width: ${width}px"></portable-replay>`,
      );
      await openInspector(element);
      await eventually(() => {
        const page = shadowOf(element).querySelector('.stage')!.getBoundingClientRect();
        const panel = panelOf(element).getBoundingClientRect();
        return isBelow
          ? panel.top >= page.bottom - 1
          : panel.left >= page.right - 1 && panel.top === page.top;
      }, `${width} px`);
      const page = shadowOf(element).querySelector('.stage')!.getBoundingClientRect();
      expect(page.height, 'the page can be seen').to.be.at.least(120);
    }
  });

  it('is as large as its edge is dragged, or moved by keys', async () => {
    const element = await player(CHECKOUT, wide);
    await openInspector(element);
    const divider = within(shadowOf(element).querySelector('replay-panel-dock')!, '[role="separator"]');
    const before = panelOf(element).offsetWidth;
    divider.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await eventually(() => panelOf(element).offsetWidth > before + 20, 'it does not grow');
    expect(element.currentTime, 'the same key does not seek').to.equal(0);
    await sendKeys({ press: 'Home' });
    await eventually(() => panelOf(element).offsetWidth < before - 20, 'it does not shrink');
    expect(divider.ariaValueNow).to.equal('20');
  });

  for (const scheme of ['light', 'dark'])
    for (const width of [320, 780])
      it(`is accessible in every view, ${scheme} and ${width} px wide`, async () => {
        const element = await player(
          CHECKOUT,
          html`<portable-replay style="width: ${width}px; color-scheme: ${scheme}"></portable-replay>`,
        );
        await openInspector(element);
        for (const view of ['all', 'console', 'network', 'pages', 'session']) {
          tab(element, view).click();
          if (view !== 'session') {
            await eventually(
              () => listOf(element)?.inspector.view === view && rowsOf(listOf(element)!).length > 0,
            );
            rowsOf(listOf(element)!)[0]!.click();
            await eventually(() => detailsOf(element));
          }
          await element.updateComplete;
          await expect(element, view).to.be.accessible();
          expect(panelOf(element).scrollWidth, view).to.be.at.most(panelOf(element).clientWidth);
        }
      });
});
