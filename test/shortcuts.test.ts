import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ALL_SHORTCUTS } from '../src/keys/player-shortcuts.ts';
import { english } from '../src/locale/en/index.ts';
import { click } from './controls/harness.ts';
import {
  controlsOf,
  eventually,
  next,
  player,
  recordingOf,
  shadowOf,
  within,
  wordsOf,
} from './player-harness.ts';

type Player = Awaited<ReturnType<typeof player>>;

const RECORDING = recordingOf([
  [1000, 'one'],
  [60_000, 'end'],
]);

const focusStage = (element: Player) => shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();

const press = (key: string) => sendKeys({ press: key });

const panelOn = (element: Player) => shadowOf(element).querySelector('[part="inspector"]');

const buttonOf = (element: Player, tag: string) => within(within(controlsOf(element), tag), 'button');

/** A wide player, whose every panel has its button in the bar, that stands still. */
async function wide(): Promise<Player> {
  const element = await player(
    RECORDING,
    html`<portable-replay idle="keep" style="width: 1200px; height: 500px"></portable-replay>`,
  );
  focusStage(element);
  return element;
}

/** What a table says, row by row. */
const rowsOf = (root: ParentNode): string[][] =>
  [...root.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.innerText.trim()));

async function openList(element: Player): Promise<Element> {
  await press('?');
  await eventually(() => panelOn(element)?.localName === 'replay-shortcuts-panel');
  return panelOn(element)!;
}

describe('keyboard shortcuts', () => {
  it('have each key once', () => {
    const keys = ALL_SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('are listed at "?" in groups, and Escape gives the focus back', async () => {
    const element = await wide();
    buttonOf(element, 'replay-play-button').focus();
    const list = await openList(element);
    const rows = rowsOf(list.shadowRoot!);
    expect(rows.map(([what]) => what)).to.have.members(ALL_SHORTCUTS.map(({ label }) => label(english)));
    expect(rows).to.deep.include.members([
      ['Play or pause', 'Space K'],
      ['5 seconds back', '←'],
      ['Tenths of the recording', '0 – 9'],
      ['Transcript', 'W'],
      ['Keyboard shortcuts', '?'],
    ]);
    const groups = [...list.shadowRoot!.querySelectorAll('h3')].map(({ textContent }) => textContent);
    expect(groups).to.deep.equal(['Playback', 'Go to', 'Page', 'Panels']);
    await expect(list).to.be.accessible();
    await press('Escape');
    await eventually(() => panelOn(element) === null);
    expect(within(controlsOf(element), 'replay-play-button').matches(':focus-within')).to.be.true;
  });

  it('are in the documentation as they are', async () => {
    const text = await (await fetch('/demo/docs/api.md')).text();
    const [, table = ''] = /^## Keys$(.*?)^## /ms.exec(text) ?? [];
    const rows = [...table.matchAll(/^\| (`.*?) \| (.*?) \|$/gm)].map(([, keys = '', what = '']) => [
      [...keys.matchAll(/`(.+?)`/g)].map(([, key]) => key),
      what.trim(),
    ]);
    const names = { ' ': 'Space' } as Readonly<Record<string, string>>;
    expect(rows).to.deep.equal(
      ALL_SHORTCUTS.map(({ keys, label }) => [keys.map((key) => names[key] ?? key), label(english)]),
    );
  });

  it('are told by the buttons that do the same', async () => {
    const element = await wide();
    element.shareUrl = 'https://x.test/{time}';
    await element.updateComplete;
    const keys: Readonly<Record<string, string>> = {
      'play-button': 'Space K',
      'masks-button': 'P',
      'inspect-button': 'T',
      'inspector-button': 'E',
      'transcript-button': 'W',
      'notes-button': 'O',
      'privacy-button': 'H',
      'about-button': 'I',
      'share-button': 'S',
      'link-button': 'Y',
      'shortcuts-button': '?',
      'fullscreen-button': 'F',
    };
    for (const [tag, expected] of Object.entries(keys))
      expect(buttonOf(element, `replay-${tag}`).getAttribute('aria-keyshortcuts'), tag).to.equal(expected);
    await press('e');
    await eventually(() => panelOn(element) !== null);
    const told = [...panelOn(element)!.shadowRoot!.querySelectorAll('[aria-keyshortcuts]')];
    expect(told.map((button) => button.ariaKeyShortcuts)).to.deep.equal(['B', 'N']);
  });

  it('lose the keys that the page takes away, in the list and at the buttons too', async () => {
    const element = await wide();
    element.hotkeys = 'nok nospace NoArrowRight no5 noh no?';
    await element.updateComplete;
    for (const key of ['k', 'Space', 'ArrowRight', '5', 'h', '?']) await press(key);
    expect([element.paused, element.currentTime, element.panel]).to.deep.equal([true, 0, null]);
    expect(buttonOf(element, 'replay-play-button').hasAttribute('aria-keyshortcuts')).to.be.false;
    const seeked = next(element, 'seeked');
    await press('l');
    await seeked;
    expect(element.currentTime).to.equal(10);
    element.panel = 'shortcuts';
    await element.updateComplete;
    const listed = rowsOf(panelOn(element)!.shadowRoot!).map(([what]) => what);
    expect(listed).to.include('10 seconds forward').and.to.include('Tenths of the recording');
    expect(listed).not.to.include('Play or pause');
    expect(listed).not.to.include('5 seconds forward');
    element.noHotkeys = true;
    await element.updateComplete;
    expect(rowsOf(panelOn(element)!.shadowRoot!)).to.deep.equal([]);
    const isTold = () => buttonOf(element, 'replay-fullscreen-button').hasAttribute('aria-keyshortcuts');
    await eventually(() => !isTold(), 'still told');
  });

  /** A button, what shows that it was pressed, and what presses it again. */
  const buttons: readonly (readonly [tag: string, isOn: (element: Player) => boolean])[] = [
    ['play-button', (element) => !element.paused],
    ['masks-button', (element) => element.masks === 'hide'],
    ['inspector-button', (element) => element.panel === 'inspector'],
    ['notes-button', (element) => element.panel === 'notes'],
  ];
  for (const [tag, isOn] of buttons) {
    it(`move the player after a click on the ${tag}, which Space presses again`, async () => {
      const element = await wide();
      const button = buttonOf(element, `replay-${tag}`);
      await click(button);
      await eventually(() => isOn(element), 'not pressed');
      // A panel takes the focus when it opens.
      if (element.panel !== null) {
        await eventually(() => panelOn(element)?.matches(':focus-within'));
        button.focus();
      }
      for (const [key, time] of [
        ['End', 60],
        ['ArrowLeft', 55],
        ['Home', 0],
      ] as const) {
        const seeked = next(element, 'seeked');
        await press(key);
        await seeked;
        if (!isOn(element) || element.paused) expect(element.currentTime, key).to.equal(time);
        else expect(element.currentTime, key).to.be.within(time, time + 2);
      }
      const was = isOn(element);
      await press('Space');
      await eventually(() => isOn(element) !== was, 'not pressed again');
    });
  }

  it('stay with a menu that is open', async () => {
    const element = await wide();
    const menu = within(within(controlsOf(element), 'replay-speed-menu'), 'replay-menu');
    await click(within(menu, '.button'));
    await eventually(() => menu.shadowRoot!.activeElement?.matches('.item'));
    for (const key of ['ArrowRight', 'End', 'Home']) await press(key);
    expect(element.currentTime).to.equal(0);
    expect(menu.shadowRoot!.activeElement).to.equal(menu.shadowRoot!.querySelector('.item'));
  });

  it('close by Escape what was opened last, wherever the focus is', async () => {
    const element = await wide();
    await press('e');
    await eventually(() => panelOn(element)?.matches(':focus-within'));
    const more = within(controlsOf(element), 'replay-more-menu');
    await click(within(more, '.button'));
    await eventually(() => within(more, '.list').matches(':popover-open'));
    await press('Escape');
    await eventually(() => !within(more, '.list').matches(':popover-open'), 'the menu stays');
    expect(element.panel, 'closed with the menu').to.equal('inspector');
    const places = [
      () => focusStage(element),
      () => buttonOf(element, 'replay-masks-button').focus(),
      () => within(within(controlsOf(element), 'replay-time-range'), '[role="slider"]').focus(),
    ];
    for (const focus of places) {
      element.panel = null;
      await element.updateComplete;
      element.panel = 'inspector';
      await eventually(() => panelOn(element)?.matches(':focus-within'));
      focus();
      await press('Escape');
      await eventually(() => element.panel === null, 'the panel stays');
    }
  });

  it('show for a moment what they did, to eyes alone', async () => {
    const element = await wide();
    const shown = () => within(element, 'replay-feedback');
    const steps: readonly (readonly [key: string, words: string, icons: number])[] = [
      ['k', '', 1],
      ['k', '', 1],
      ['>', '1.5×', 0],
      ['ArrowRight', '+5 s', 1],
      ['j', '−10 s', 1],
    ];
    let before: Element | null = null;
    for (const [key, words, icons] of steps) {
      await press(key);
      await eventually(() => shown().shadowRoot!.querySelector('.feedback') !== before, key);
      before = shown().shadowRoot!.querySelector('.feedback')!;
      expect(wordsOf(shown()).replace(/\s/g, ' '), key).to.equal(words);
      expect(before.querySelectorAll('svg').length, key).to.equal(icons);
      expect(before.getAnimations().length, 'it does not go').to.be.above(0);
    }
    expect(shown().ariaHidden).to.equal('true');
    for (const animation of before!.getAnimations()) animation.finish();
    expect(getComputedStyle(before!).opacity).to.equal('0');
    expect(getComputedStyle(shown()).pointerEvents).to.equal('none');
  });
});
