import { expect, html } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import {
  controlsOf,
  eventsOf,
  eventually,
  overlayOf,
  player,
  recordingOf,
  shadowOf,
  within,
  wordsOf,
} from './player-harness.ts';

const RECORDING = recordingOf([
  [1000, 'one'],
  [9000, 'nine'],
]);
const file = (recording: unknown, name: string) => new File([JSON.stringify(recording)], name);
const CHAPTERS = [{ time: 0, title: 'First' }];

/** With everything that has a button, in a bar that has room for all of it. */
async function fullPlayer(template = html`<portable-replay style="width: 1600px"></portable-replay>`) {
  const source = [file(RECORDING, 'a.json'), file(recordingOf([[3000, 'other']], 5_000_000), 'b.json')];
  const element = await player(source, template);
  element.shareUrl = 'https://x.test/{id}?t={time}';
  element.chapters = CHAPTERS;
  element.addTextTrack('captions', 'English', 'en');
  await element.updateComplete;
  await controlsOf(element).updateComplete;
  await new Promise(requestAnimationFrame);
  return element;
}

/** Every button that can be seen in an element and in what it is made of. */
function buttonsIn(element: Element): HTMLElement[] {
  const root = element.shadowRoot ?? element;
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
    ...(one.localName === 'button' && one.checkVisibility() && !one.closest('[popover]') ? [one] : []),
    ...(one.shadowRoot ? buttonsIn(one) : []),
  ]);
}

const rowOf = (element: PortableReplayElement) => [
  ...controlsOf(element).shadowRoot!.querySelectorAll<HTMLElement>('.item > *, replay-fullscreen-button'),
];
const moreOf = (element: PortableReplayElement) => within(controlsOf(element), 'replay-more-menu');

/** Opens the list of what is seldom used, which then stays open. */
async function openMore(element: PortableReplayElement): Promise<void> {
  await eventually(() => !moreOf(element).hidden, 'no list of more');
  within(moreOf(element), '.button').click();
  await eventually(() => within(moreOf(element), '.list').matches(':popover-open'));
}

/** Controls that can be seen, in the row and in the open list. */
const shownIn = (element: PortableReplayElement) =>
  [
    ...rowOf(element),
    ...moreOf(element).shadowRoot!.querySelectorAll<HTMLElement>('.list > div > *'),
  ].flatMap((one) => (one.checkVisibility() ? [one.localName] : []));

async function expectShown(
  element: PortableReplayElement,
  tags: readonly string[],
  what = '',
): Promise<void> {
  const said = (some: readonly string[]) => [...some].sort().join(' ');
  await eventually(() => said(shownIn(element)) === said(tags), `${what}: ${said(shownIn(element))}`).catch(
    () => expect(shownIn(element), what).to.have.members(tags),
  );
}

describe('controlslist', () => {
  const controls = {
    noplay: 'replay-play-button',
    noplaylist: 'replay-playlist-controls',
    notime: 'replay-time-display',
    nowindow: 'replay-window-menu',
    noidle: 'replay-idle-menu',
    nospeed: 'replay-speed-menu',
    nochapters: 'replay-chapter-menu',
    nocaptions: 'replay-captions-menu',
    nomasks: 'replay-masks-button',
    noprivacy: 'replay-privacy-button',
    noinspect: 'replay-inspect-button',
    noinspector: 'replay-inspector-button',
    notranscript: 'replay-transcript-button',
    nonotes: 'replay-notes-button',
    noabout: 'replay-about-button',
    noshare: 'replay-share-button',
    nosize: 'replay-size-menu',
    nolink: 'replay-link-button',
    noshortcuts: 'replay-shortcuts-button',
    noopen: 'replay-open-button',
    nofullscreen: 'replay-fullscreen-button',
  };

  it('takes away the buttons that it names, one by one and all of them', async () => {
    const element = await fullPlayer();
    expect(rowOf(element).map(({ localName }) => localName)).to.have.members(Object.values(controls));
    await openMore(element);
    await expectShown(element, Object.values(controls), 'all');
    for (const [word, tag] of Object.entries(controls)) {
      element.setAttribute('controlslist', word);
      const others = Object.values(controls).filter((one) => one !== tag);
      await expectShown(element, others, word);
    }
    element.setAttribute('controlslist', Object.keys(controls).join(' '));
    await expectShown(element, [], 'none');
    await eventually(() => !moreOf(element).checkVisibility());
    element.removeAttribute('controlslist');
    await expectShown(element, Object.values(controls), 'all again');
    await expect(element).to.be.accessible();
  });

  it('is a list of words as a property, like the one of <video>', async () => {
    const element = await player(
      undefined,
      html`<portable-replay controlslist="nospeed NoShare x"></portable-replay>`,
    );
    const { controlsList } = element;
    expect([...controlsList]).to.deep.equal(['nospeed', 'NoShare', 'x']);
    expect([controlsList.supports('noshare'), controlsList.supports('x')]).to.deep.equal([true, false]);
    controlsList.add('noidle', 'nospeed');
    controlsList.remove('x');
    expect(controlsList.toggle('nofullscreen')).to.equal(true);
    expect(element.getAttribute('controlslist')).to.equal('nospeed NoShare noidle nofullscreen');
    element.controlsList = 'noabout';
    expect([controlsList.value, controlsList.length, controlsList.item(0)]).to.deep.equal([
      'noabout',
      1,
      'noabout',
    ]);
    await eventually(() => shownIn(element).includes('replay-speed-menu'));
    expect(rowOf(element).map(({ localName }) => localName)).not.to.include('replay-about-button');
  });
});

describe('parts', () => {
  /** Borders that a page gives the parts it knows by name. */
  function stylesOf(element: PortableReplayElement): readonly string[] {
    const parts = controlsOf(element).getAttribute('exportparts')!.split(', ').slice(1);
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = parts
      .map((part, i) => `portable-replay::part(${part}) { border-top: ${i + 1}px solid }`)
      .join('\n');
    const styled = buttonsIn(controlsOf(element).shadowRoot!.querySelector('.buttons')!).map((button) => {
      const width = parseFloat(getComputedStyle(button).borderTopWidth);
      return parts[width - 1] ?? `none: ${button.outerHTML}`;
    });
    sheet.remove();
    return styled;
  }

  it('are exported for each button', async () => {
    const element = await fullPlayer();
    await openMore(element);
    await eventually(() => shownIn(element).includes('replay-about-button'));
    const styled = stylesOf(element);
    expect(styled).to.include.members(['masks-button', 'more-button', 'shortcuts-button']);
    expect(styled).to.have.length.greaterThan(21);
    expect(styled.filter((part) => part.startsWith('none'))).to.deep.equal([]);
    expect(new Set(styled).size, 'each its own').to.equal(styled.length);
  });

  it('are exported for what a narrow bar has in its list, too', async () => {
    const element = await fullPlayer(html`<portable-replay style="width: 320px"></portable-replay>`);
    await openMore(element);
    expect(stylesOf(element)).to.include('more-button');
    const inList = () => moreOf(element).shadowRoot!.querySelector('replay-transcript-button');
    await eventually(() => inList() && buttonsIn(inList()!).length > 0);
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = 'portable-replay::part(transcript-button) { outline: 3px dotted }';
    const button = buttonsIn(inList()!)[0]!;
    expect(getComputedStyle(button).outlineStyle).to.equal('dotted');
    sheet.remove();
  });
});

describe('no-open', () => {
  const words = (element: PortableReplayElement) =>
    wordsOf(shadowOf(element).querySelector('[part="overlay"]')!);

  it('leaves no way to open a file: no button, no drop, no paste', async () => {
    const element = await player(undefined, html`<portable-replay no-open></portable-replay>`);
    expect(words(element)).to.equal('No recording');
    expect(rowOf(element).map(({ localName }) => localName)).not.to.include('replay-open-button');
    element.noOpen = false;
    await eventually(() => !moreOf(element).hidden, 'no list');
    element.noOpen = true;
    await eventually(() => moreOf(element).hidden, 'a list of nothing');
    const data = new DataTransfer();
    data.items.add(file(RECORDING, 'dropped.json'));
    const heard = eventsOf(element);
    const drop = new DragEvent('drop', {
      dataTransfer: data,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    shadowOf(element).querySelector('.stage')!.dispatchEvent(drop);
    const paste = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: data });
    shadowOf(element).querySelector('.stage')!.dispatchEvent(paste);
    expect([heard.length, drop.defaultPrevented, paste.defaultPrevented]).to.deep.equal([0, false, false]);
    await expect(element).to.be.accessible();
  });

  it('offers no other file after an error', async () => {
    const element = await player(undefined, html`<portable-replay no-open></portable-replay>`);
    await element.load(new Blob(['hello'])).catch(() => undefined);
    await eventually(() => overlayOf(element) === 'replay-error-overlay');
    const overlay = shadowOf(element).querySelector('replay-error-overlay')!;
    await overlay.updateComplete;
    expect(overlay.shadowRoot!.querySelector('replay-open-button')).to.equal(null);
    await expect(element).to.be.accessible();
  });
});
