import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { PortableReplayElement, RecordingInfo, RecordingWarning, ReplaySource } from '../src/index.ts';
import { ReplayOpenRequestEvent } from '../src/events.ts';
import { savedPage } from '../src/copies/saved-page.ts';
import { english } from '../src/locale/en/index.ts';
import { setLocale } from '../src/locale/locale-of.ts';
import { marked, outsideOfMarks, strayWords } from './locale/marked.ts';
import { controlsOf, eventually, next, overlayOf, player, seek, shadowOf, within } from './player-harness.ts';
import { addressOf, bytesOf } from './recordings.ts';

/** A player whose every word is marked. */
async function markedPlayer(
  source?: ReplaySource,
  template = html`<portable-replay style="width: 700px; height: 560px"></portable-replay>`,
): Promise<PortableReplayElement> {
  const element = await fixture<PortableReplayElement>(template);
  setLocale(element, marked);
  if (source !== undefined) await element.load(source);
  await settled(element);
  return element;
}

/** Everything in it has been drawn. */
async function settled(element: Element): Promise<void> {
  if ('updateComplete' in element) await element.updateComplete;
  for (const inner of element.shadowRoot?.querySelectorAll('*') ?? []) await settled(inner);
}

/** What a recording says of itself, as it is shown. */
function factsOf(recording: RecordingInfo): string[] {
  const { id, format, packing, producer, files, windows, markers } = recording;
  const pages = windows.flatMap((window) => [window.href, ...window.pages.map(({ href }) => href)]);
  return [
    id,
    format,
    packing.join(', '),
    `${producer.library} ${producer.version}`.trim(),
    ...files.flatMap(({ name, sha256 }) => [name, sha256]),
    ...pages,
    ...markers.map(({ name }) => name),
  ];
}

/** @param known what else comes from the recording */
async function expectOnlyMarked(element: PortableReplayElement, known: Iterable<string> = []): Promise<void> {
  await settled(element);
  const facts = element.recordings.flatMap(factsOf);
  expect(strayWords(element, new Set([...facts, ...known]))).to.deep.equal([]);
}

const sliderOf = (element: PortableReplayElement) => within(controlsOf(element), 'replay-time-range');

/** Opens the panel of a key and waits for what is in it. */
async function openPanel(element: PortableReplayElement, key: string, tag: string): Promise<Element> {
  shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
  await sendKeys({ press: key });
  await eventually(() => shadowOf(element).querySelector(tag), `no ${tag}`);
  return shadowOf(element).querySelector(tag)!;
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** A stream that brings some bytes and then nothing more. */
function stalled(...chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => chunks.forEach((chunk) => controller.enqueue(chunk)) });
}

const SIZE = { href: 'https://x.test/', width: 800, height: 600 };

/** A page with an image from elsewhere, which comes five seconds after a click. */
function lateRecording(): object[] {
  const image = {
    type: 2,
    id: 5,
    tagName: 'img',
    attributes: { src: 'https://cdn.test/a.png' },
    childNodes: [],
  };
  const body = { type: 2, id: 4, tagName: 'body', attributes: {}, childNodes: [image] };
  const page = { type: 2, id: 3, tagName: 'html', attributes: {}, childNodes: [body] };
  const node = { type: 0, id: 1, childNodes: [page] };
  return [
    { type: 3, timestamp: 1000, data: { source: 2, type: 2, id: 4, x: 1, y: 1 } },
    { type: 4, timestamp: 6000, data: SIZE },
    { type: 2, timestamp: 6000, data: { node, initialOffset: { top: 0, left: 0 } } },
    { type: 5, timestamp: 9000, data: { tag: 'end', payload: {} } },
  ];
}

describe('every word of the player is in the table', () => {
  it('of one without a recording', async () => {
    await expectOnlyMarked(await markedPlayer());
    await expectOnlyMarked(await markedPlayer(undefined, html`<portable-replay no-drop></portable-replay>`));
  });

  it('while a file is dragged over it', async () => {
    const element = await markedPlayer();
    const data = new DataTransfer();
    data.items.add(new File(['{}'], 'a.json'));
    const drag = new DragEvent('dragenter', { dataTransfer: data, bubbles: true, composed: true });
    shadowOf(element).querySelector('.stage')!.dispatchEvent(drag);
    await eventually(() => overlayOf(element) === 'replay-drop-overlay');
    await expectOnlyMarked(element);
  });

  it('while it loads, with and without a known size', async () => {
    for (const headers of [{}, { 'content-length': '100000' }]) {
      const element = await markedPlayer();
      void element.load(new Response(stalled(bytes('[')), { headers })).catch(() => undefined);
      const amount = () => {
        const overlay = shadowOf(element).querySelector('replay-loading-overlay');
        return overlay?.shadowRoot?.querySelector('.amount')?.textContent ?? '';
      };
      await eventually(() => amount() !== '');
      await expectOnlyMarked(element);
      await element.load([]).catch(() => undefined);
    }
  });

  it('of an error, and of its message', async () => {
    const sources: ReplaySource[] = [
      new File(['name,age'], 'list.csv'),
      new File(['{"name":"x"}'], 'package.json'),
      new Blob([]),
      '/no/such/file.json',
      'https://',
      new Blob([JSON.stringify([{ type: 4, timestamp: 1, data: SIZE }])]),
    ];
    for (const source of sources) {
      const element = await markedPlayer();
      await element.load(source).catch(() => undefined);
      await eventually(() => overlayOf(element) === 'replay-error-overlay');
      await expectOnlyMarked(element);
      expect(outsideOfMarks(element.error!.message)).to.equal('');
    }
  });

  it('of a recording that is ready, plays and has ended', async () => {
    const element = await markedPlayer(addressOf('two-tabs.jsonl'));
    expect(overlayOf(element)).to.equal('replay-start-overlay');
    await expectOnlyMarked(element, [
      '/',
      ...element.recording!.windows.map(({ href }) => new URL(href).pathname),
    ]);
    expect(outsideOfMarks(shadowOf(element).querySelector('iframe')!.title)).to.equal('');
    element.playbackRate = 16;
    await element.play();
    await expectOnlyMarked(element);
    element.currentTime = element.duration - 0.1;
    await next(element, 'ended');
    await eventually(() => overlayOf(element) === 'replay-start-overlay');
    await expectOnlyMarked(element);
  });

  it('of the wall clock, which is a date in every language', async () => {
    const element = await markedPlayer(addressOf('checkout.jsonl'));
    const display = within(controlsOf(element), 'replay-time-display');
    const menu = within(display, 'replay-menu');
    const items = [...menu.shadowRoot!.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
    expect(items).to.have.length(3);
    for (const item of items.reverse()) {
      item.click();
      await settled(element);
      await expectOnlyMarked(element);
    }
  });

  it('while it waits for a moment that was not read yet', async () => {
    const element = await markedPlayer();
    const lines = (await bytesOf('checkout.jsonl')).subarray(0, 60_000);
    void element.load(stalled(lines)).catch(() => undefined);
    await next(element, 'canplay');
    await eventually(() => {
      // More may have been read meanwhile, and the end is further away.
      if (!element.seeking) element.currentTime = 1e6;
      return overlayOf(element) === 'replay-waiting-overlay';
    });
    await expectOnlyMarked(element);
    await element.load([]).catch(() => undefined);
  });

  it('of what the timeline says at the pointer', async () => {
    const element = await markedPlayer(addressOf('two-tabs.jsonl'));
    element.masks = 'show';
    const range = within(controlsOf(element), 'replay-time-range');
    const { left, top, width, height } = range.getBoundingClientRect();
    for (const share of [0.1, 0.5, 0.9]) {
      await sendMouse({
        type: 'move',
        position: [left + width * share, top + height / 2].map(Math.round) as [number, number],
      });
      await eventually(() => range.shadowRoot!.querySelector('.preview'));
      await expectOnlyMarked(element);
    }
  });

  it('of a playlist', async () => {
    const files = await Promise.all(
      (['lab.jsonl', 'checkout.jsonl'] as const).map(async (name) => new File([await bytesOf(name)], name)),
    );
    const element = await markedPlayer(files);
    expect(element.recordings).to.have.length(2);
    await expectOnlyMarked(element);
  });

  it('of the keyboard shortcuts, and of what they show', async () => {
    const element = await markedPlayer(addressOf('two-tabs.jsonl'));
    await openPanel(element, '?', 'replay-shortcuts-panel');
    for (const key of ['l', '>']) {
      await sendKeys({ press: key });
      const keys = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
      await expectOnlyMarked(element, keys);
    }
  });

  it('of what is said over the page', async () => {
    const element = await markedPlayer(
      new Blob([JSON.stringify(lateRecording())]),
      html`<portable-replay remote-assets="ask" style="width: 700px; height: 560px"></portable-replay>`,
    );
    expect(shadowOf(element).querySelectorAll('[part="notice"]')).to.have.length(2);
    const notice = shadowOf(element).querySelector('replay-assets-notice')!;
    await expectOnlyMarked(element, ['cdn.test']);
    await openPanel(element, 'i', 'replay-about-panel');
    await expectOnlyMarked(element, ['cdn.test']);
    expect(notice.shadowRoot!.querySelector('[part="load"]')).to.exist;
  });

  it('of the transcript, in words and on the page', async () => {
    const element = await markedPlayer(addressOf('checkout.jsonl'));
    const panel = await openPanel(element, 'w', 'replay-transcript-panel');
    await eventually(() => panel.shadowRoot!.querySelector('replay-transcript-list'), 'no lines');
    await expectOnlyMarked(element);
    within(panel, '#tab-page').click();
    await expectOnlyMarked(element);
    const field = within(panel, 'input[type="search"]') as HTMLInputElement;
    field.value = 'pay';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await eventually(() => panel.shadowRoot!.querySelector('replay-found-list'), 'nothing found');
    await expectOnlyMarked(element);
  });

  it('of warnings, in the panel, by property and by event', async () => {
    const element = await markedPlayer();
    const told: RecordingWarning[] = [];
    element.addEventListener('warning', ({ warning }) => told.push(warning));
    const lines = await bytesOf('checkout.jsonl');
    const cut = lines.subarray(0, lines.length - 200);
    await element.load([
      new File([cut], 'cut.jsonl'),
      new File(['a,b'], 'list.csv'),
      new File([cut], 'again.jsonl'),
    ]);
    expect(element.recording!.warnings.length).to.be.at.least(3);
    const { warnings } = element.recording!;
    // Counts grow after a warning has been told.
    expect(told.map(({ code }) => code)).to.have.members(warnings.map(({ code }) => code));
    const messages = [...told, ...warnings].map(({ message }) => message);
    expect(messages.map(outsideOfMarks).filter(Boolean)).to.deep.equal([]);
    await openPanel(element, 'i', 'replay-about-panel');
    await expectOnlyMarked(element);
  });

  it('of what is hidden', async () => {
    const element = await markedPlayer(addressOf('checkout.jsonl'));
    await seek(element, 12);
    const panel = await openPanel(element, 'h', 'replay-privacy-panel');
    await eventually(() => panel.shadowRoot!.querySelector('[part="next"]'));
    within(panel, '[part="next"]').click();
    await next(element, 'seeked');
    await eventually(() =>
      shadowOf(element).querySelector('replay-mask-layer')!.shadowRoot!.querySelector('[data-label]'),
    );
    const names = [...panel.shadowRoot!.querySelectorAll('.element')].map(({ textContent }) => textContent);
    expect(names).not.to.be.empty;
    await expectOnlyMarked(element, names);
  });

  it('of a copy that is shared', async () => {
    const element = await markedPlayer(addressOf('checkout.jsonl'));
    const panel = await openPanel(element, 's', 'replay-share-panel');
    const [leaks, form, maker] = ['replay-leak-list', 'replay-redact-form', 'replay-copy-maker'].map((tag) =>
      panel.shadowRoot!.querySelector(tag)!,
    ) as [Element, Element, Element];
    const known = () =>
      [leaks, form, maker]
        .flatMap(({ shadowRoot }) => [...shadowRoot!.querySelectorAll('code')])
        .map(({ textContent }) => textContent.trim());
    within(leaks, '[part="scan"]').click();
    await eventually(() => (leaks.shadowRoot!.querySelector('[role="status"]')?.textContent ?? '') !== '');
    await expectOnlyMarked(element, known());

    const write = async (name: string, value: string) => {
      const field = within(form, `[name="${name}"]`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled(element);
    };
    const mistakes = [
      ['selectors', 'a:hover'],
      ['selectors', 'a['],
      ['strings', 'x'],
      ['patterns', '('],
      ['from', 'noon'],
    ] as const;
    for (const [name, value] of mistakes) {
      await write(name, value);
      within(maker, '[part="make"]').click();
      await eventually(() => maker.shadowRoot!.querySelector('.alert'), value);
      await expectOnlyMarked(element, known());
      await write(name, '');
    }
    await write('selectors', 'h1\n.none');
    within(form, '[value="config"]').click();
    await write('to', '0:05');
    within(maker, '[part="make"]').click();
    await eventually(() => maker.shadowRoot!.querySelector('[part="save"]'));
    await expectOnlyMarked(element, known());

    within(form, '[part="pick"]').click();
    await eventually(() => shadowOf(element).querySelector('.notice'));
    await expectOnlyMarked(element, known());
    await sendKeys({ press: 'ArrowUp' });
    const layer = within(element, 'replay-outline-layer');
    await eventually(() => within(layer, '[role="status"]').textContent !== '');
    const name = within(layer, '.name').textContent;
    await expectOnlyMarked(element, [...known(), name]);
    await sendKeys({ press: 'Escape' });

    const check = within(panel, 'replay-copy-check');
    within(check, '[part="scan-copy"]').click();
    await eventually(() => check.shadowRoot!.querySelector('progress') === null);
    await expectOnlyMarked(element, [...known(), name]);
    within(check, '[part="open-copy"]').click();
    await next(element, 'loadeddata');
    await expectOnlyMarked(element, [name]);
  });

  it('of notes, and of files of cues', async () => {
    const element = await markedPlayer(addressOf('checkout.jsonl'));
    const panel = await openPanel(element, 'o', 'replay-notes-panel');
    await expectOnlyMarked(element);
    const form = panel.shadowRoot!.querySelector('replay-note-form')!;
    const write = async (selector: string, value: string) => {
      const field = within(form, selector) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await settled(element);
    };
    await write('textarea', 'x');
    await write('[name="to"]', 'noon');
    within(form, '[part="write"]').click();
    await expectOnlyMarked(element, ['noon']);
    await write('[name="to"]', '0:10');
    within(form, '[part="write"]').click();
    await settled(element);
    const textTold = [...panel.shadowRoot!.querySelectorAll('.text')].map(({ textContent }) => textContent);
    expect(textTold).to.deep.equal(['x']);
    panel.shadowRoot!.querySelector<HTMLElement>('[part="note"] button + button')!.click();
    await settled(element);
    const known = [...textTold, within(sliderOf(element), '[role="slider"]').ariaValueText ?? ''];
    await expectOnlyMarked(element, known);
    panel.shadowRoot!.querySelector<HTMLElement>('[part="note"] button:last-child')!.click();
    await expectOnlyMarked(element);
    const files = [
      new File(['WEBVTT\n\n00:01.000 --> 00:02.000\n1\n\nno times'], '1.vtt'),
      new File(['no'], '2.vtt'),
    ];
    element.dispatchEvent(new ReplayOpenRequestEvent(files));
    await eventually(() => shadowOf(element).querySelectorAll('.notice').length === 2);
    await expectOnlyMarked(element);
  });

  it('of a page that is saved', async () => {
    const saved = savedPage({
      language: 'en',
      title: marked.savedPage.title(new Date()),
      notice: marked.savedPage.notRedacted,
      startAt: 0,
      tracks: [],
      recording: new Blob(['{}']),
      player: '() => undefined',
    });
    const page = new DOMParser().parseFromString(await saved.text(), 'text/html');
    page.querySelectorAll('script').forEach((script) => script.remove());
    expect(page.documentElement.lang).to.equal('en');
    expect(outsideOfMarks(page.title)).to.equal('');
    expect(strayWords(page.body, new Set())).to.deep.equal([]);
  });
});

describe('the language of a player', () => {
  const labelOf = (element: PortableReplayElement) => {
    const button = within(within(controlsOf(element), 'replay-play-button'), 'button');
    return button.ariaLabel;
  };

  it('is its own, and can change', async () => {
    const [one, other] = [await player(addressOf('lab.jsonl')), await markedPlayer(addressOf('lab.jsonl'))];
    expect([labelOf(one), labelOf(other)]).to.deep.equal(['Play', '«Play»']);
    setLocale(one, marked);
    setLocale(other, english);
    await settled(one);
    await settled(other);
    await expectOnlyMarked(one);
    expect([labelOf(one), labelOf(other)]).to.deep.equal(['«Play»', 'Play']);
    expect(other.recording).to.equal(other.recordings[0]);
  });
});
