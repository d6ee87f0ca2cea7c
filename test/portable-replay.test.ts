import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type PortableReplayElement, ReplayError } from '../src/index.ts';
import {
  controlsOf,
  eventually,
  eventsOf,
  next,
  overlayOf,
  pageOf,
  player,
  recordingOf,
  seek,
  shadowOf,
  textOn,
  within,
} from './player-harness.ts';
import { addressOf, bytesOf, sightsOf } from './recordings.ts';

/** Somebody moves the mouse: what makes a stretch active. */
const activity = (at: number, start = 1000) => ({
  type: 3,
  timestamp: start + at,
  data: { source: 1, positions: [{ x: 5, y: 5, id: 4, timeOffset: 0 }] },
});

const codeOf = (thrown: unknown) => (thrown instanceof ReplayError ? thrown.code : thrown);

describe('portable-replay', () => {
  describe('what is on screen', () => {
    for (const scenario of ['checkout', 'two-tabs', 'idle-gap', 'lab'] as const) {
      it(`shows of ${scenario} what a person saw at each time, going forward and back`, async () => {
        const sights = await sightsOf(scenario);
        const element = await player(addressOf(`${scenario}.jsonl`));
        for (const sight of [...sights, ...sights.toReversed()]) {
          await seek(element, sight.at);
          const page = pageOf(element);
          expect(page.title, `title at ${sight.at}`).to.equal(sight.title);
          expect(Math.round(page.defaultView!.scrollY), `scroll at ${sight.at}`).to.equal(sight.scrollY);
          for (const [selector, text] of Object.entries(sight.texts)) {
            expect(textOn(element, selector), `${selector} at ${sight.at}`).to.equal(text);
          }
        }
      });
    }

    it('shows the same by playing as by seeking', async () => {
      const sights = await sightsOf('checkout');
      const element = await player(addressOf('checkout.v2.json'));
      const last = sights.at(-1)!;
      element.playbackRate = 16;
      await element.play();
      await next(element, 'ended');
      for (const [selector, text] of Object.entries(last.texts))
        expect(textOn(element, selector)).to.equal(text);
    });

    it('shows shadow roots, frames, adopted and inserted styles', async () => {
      const element = await player(addressOf('lab.v2.json'));
      const sights = await sightsOf('lab');
      await seek(element, sights.at(-1)!.at);
      const page = pageOf(element);
      const meter = page.querySelector('plant-meter')!.shadowRoot!;
      expect(meter.querySelector('#value')!.textContent).to.equal('Moisture 20 %');
      expect(getComputedStyle(meter.querySelector('#value')!).color).to.equal('rgb(3, 105, 161)');
      expect(page.querySelector<HTMLIFrameElement>('#frame')!.contentDocument!.body.textContent).to.contain(
        'Sensor 2',
      );
      const adopted = getComputedStyle(page.querySelector('.adopted')!);
      expect([adopted.color, adopted.fontSize]).to.deep.equal(['rgb(21, 128, 61)', '20px']);
      const inserted = getComputedStyle(page.querySelector('.inserted')!);
      expect([inserted.textDecorationLine, inserted.letterSpacing]).to.deep.equal(['underline', '1px']);
    });

    it('paints canvases from outside of the sandbox', async () => {
      const element = await player(addressOf('lab.v2.json'));
      const [first, second] = await sightsOf('lab');
      const colours: string[] = [];
      for (const { at } of [first!, second!, first!]) {
        await seek(element, at);
        colours.push(await colourOf(pageOf(element).querySelector('#chart')!));
      }
      expect(colours).to.deep.equal(['blue', 'red', 'blue']);
    });

    it('lets animations of the page go on at the speed, and holds them with it', async () => {
      const element = await player(addressOf('lab.v2.json'));
      const pace = () =>
        pageOf(element)
          .getAnimations()
          .map(({ playbackRate }) => playbackRate);
      expect(pace()).to.deep.equal([0]);
      element.playbackRate = 4;
      await element.play();
      await eventually(() => pace()[0] === 4);
      element.pause();
      await eventually(() => pace()[0] === 0);
    });

    it('keeps the sandbox without scripts', async () => {
      const element = await player(addressOf('lab.v2.json'));
      for (const frame of shadowOf(element).querySelectorAll('iframe')) {
        expect(frame.getAttribute('sandbox')).to.equal('allow-same-origin');
      }
    });

    it('fits the page into its box, centred, and follows the recorded viewport', async () => {
      const element = await player(addressOf('lab.v2.json'));
      const stage = shadowOf(element).querySelector('.stage')!.getBoundingClientRect();
      const frameAt = async (time: number) => {
        await seek(element, time);
        const frame = shadowOf(element).querySelector<HTMLIFrameElement>('.page:not(.standby) iframe')!;
        return { rect: frame.getBoundingClientRect(), ratio: frame.offsetWidth / frame.offsetHeight };
      };
      for (const [time, ratio] of [
        [1, 1280 / 720],
        [element.duration, 900 / 600],
      ] as const) {
        const { rect, ratio: shown } = await frameAt(time);
        expect(shown).to.be.closeTo(ratio, 0.001);
        expect(rect.width / rect.height).to.be.closeTo(ratio, 0.01);
        expect(Math.min(stage.width - rect.width, stage.height - rect.height)).to.be.closeTo(0, 1);
        expect(rect.left - stage.left).to.be.closeTo(stage.right - rect.right, 1);
        expect(rect.top - stage.top).to.be.closeTo(stage.bottom - rect.bottom, 1);
      }
    });
  });

  describe('as a media element', () => {
    it('tells a load in the native order', async () => {
      const element = await player();
      const heard = eventsOf(element);
      expect([element.readyState, element.networkState]).to.deep.equal([0, 0]);
      const info = await element.load(addressOf('checkout.v2.json'));
      expect(heard).to.deep.equal([
        'loadstart',
        'progress',
        'durationchange',
        'loadedmetadata',
        'loadeddata',
        'canplay',
        'canplaythrough',
      ]);
      expect([element.readyState, element.networkState]).to.deep.equal([4, 1]);
      expect(info).to.equal(element.recording);
      expect(info.format).to.equal('posthog-export-2023-04-28');
      expect(info.duration).to.equal(element.duration);
      expect(info.counts['fullSnapshot']).to.equal(3);
      expect(element.buffered.end(0)).to.equal(element.duration);
      expect([element.paused, element.ended, element.currentTime]).to.deep.equal([true, false, 0]);
    });

    it('plays to the end, and again from the start', async () => {
      const element = await player(
        recordingOf([
          [100, 'middle'],
          [300, 'end'],
        ]),
      );
      const heard = eventsOf(element);
      await element.play();
      expect(element.paused).to.be.false;
      await next(element, 'ended');
      expect(heard).to.deep.equal(['play', 'playing', 'timeupdate', 'pause', 'ended']);
      expect([element.currentTime, element.paused, element.ended]).to.deep.equal([0.3, true, true]);
      expect(textOn(element, 'h1')).to.equal('end');
      await eventually(() => overlayOf(element) === 'replay-start-overlay');
      expect(element.played.end(0)).to.equal(0.3);
      await element.play();
      expect(element.currentTime).to.be.lessThan(0.3);
      await next(element, 'ended');
    });

    it('loops', async () => {
      const element = await player(recordingOf([[200, 'end']]));
      element.loop = true;
      await element.play();
      await next(element, 'seeked');
      expect(element.ended).to.be.false;
      expect(element.paused).to.be.false;
      element.pause();
    });

    it('starts where it is told to', async () => {
      const recording = recordingOf(
        [
          [2000, 'two'],
          [4000, 'four'],
          [9000, 'nine'],
        ],
        Date.parse('2026-01-01T10:00:00Z'),
      );
      for (const startAt of ['4', '0:04', '4s', '2026-01-01T10:00:04Z']) {
        const element = await player(
          recording,
          html`<portable-replay start-at=${startAt}></portable-replay>`,
        );
        expect(element.currentTime, startAt).to.equal(4);
        expect(textOn(element, 'h1'), startAt).to.equal('four');
        // One far below the others would let go of its page.
        element.remove();
      }
    });

    it('plays on its own with autoplay, at the speed of its attribute', async () => {
      const element = await player(
        undefined,
        html`<portable-replay autoplay speed="8" src=${addressOf('idle-gap.v1.json')}></portable-replay>`,
      );
      await next(element, 'playing');
      expect(element.playbackRate).to.equal(8);
      await next(element, 'ended');
    });

    it('drops stale seeks and shows the last', async () => {
      const element = await player(
        recordingOf([
          [1000, 'one'],
          [2000, 'two'],
          [3000, 'three'],
        ]),
      );
      const heard = eventsOf(element);
      for (const time of [1, 2, 3, 1, 2]) element.currentTime = time;
      await next(element, 'seeked');
      expect(textOn(element, 'h1')).to.equal('two');
      expect(heard.filter((type) => type === 'seeked')).to.have.length(1);
      expect(element.seeking).to.be.false;
    });

    it('keeps attributes and properties in agreement', async () => {
      const element = await player(
        undefined,
        html`<portable-replay
          idle="5"
          window-id="w"
          masks="hide"
          remote-assets="allow"
          no-controls
          no-hotkeys
          no-drop
          loop
          label="Bug 12"
        ></portable-replay>`,
      );
      const { idle, windowId, masks, remoteAssets, noControls, noHotkeys, noDrop, loop, label } = element;
      expect([idle, windowId, masks, remoteAssets, noControls, noHotkeys, noDrop, loop, label]).to.deep.equal(
        [5, 'w', 'hide', 'allow', true, true, true, true, 'Bug 12'],
      );
      Object.assign(element, { idle: 'keep', masks: 'show', playbackRate: 2, loop: false });
      await element.updateComplete;
      expect(['idle', 'masks', 'speed', 'loop'].map((name) => element.getAttribute(name))).to.deep.equal([
        'keep',
        'show',
        '2',
        null,
      ]);
    });

    it('empties when its source is taken away', async () => {
      const element = await player(
        undefined,
        html`<portable-replay src=${addressOf('lab.v2.json')}></portable-replay>`,
      );
      await next(element, 'canplaythrough');
      const emptied = next(element, 'emptied');
      element.removeAttribute('src');
      await emptied;
      expect([element.recording, element.readyState, element.duration]).to.deep.equal([null, 0, NaN]);
      await eventually(() => overlayOf(element) === 'replay-empty-overlay');
    });

    it('replaces one recording by the next, and stops the load before', async () => {
      const element = await player();
      const first = element.load(new ReadableStream()).catch(codeOf);
      const second = element.load(recordingOf([[10, 'second']]));
      expect(await first).to.equal('aborted');
      await second;
      expect(textOn(element, 'h1')).to.equal('start');
      await element.load(recordingOf([[10, 'x']], 5_000_000));
      expect(shadowOf(element).querySelectorAll('iframe')).to.have.length(1);
      expect(element.recording!.startedAt.getTime()).to.equal(5_000_000);
    });

    it('goes on after it was moved, and lets go of everything when it is removed', async () => {
      const element = await player(
        recordingOf([
          [1000, 'one'],
          [5000, 'five'],
        ]),
      );
      await seek(element, 2);
      const place = document.createElement('section');
      element.parentNode!.append(place);
      place.append(element);
      await eventually(
        () =>
          shadowOf(element).querySelector('.page:not(.standby) iframe') && textOn(element, 'h1') === 'one',
      );
      element.remove();
      await aTimeout(0);
      expect(shadowOf(element).querySelectorAll('iframe')).to.have.length(0);
      const ready = next(element, 'canplaythrough');
      place.append(element);
      await ready;
      expect(element.currentTime).to.equal(2);
      expect(textOn(element, 'h1')).to.equal('one');
    });
  });

  describe('time', () => {
    const start = recordingOf([[500, 'before']]);
    const gap = [
      ...start,
      activity(600),
      ...recordingOf([[3_600_500, 'after']]).slice(2),
      activity(3_600_500),
      activity(3_601_000),
    ];

    it('jumps a stretch without activity in one step', async () => {
      const element = await player(gap);
      await element.play();
      await next(element, 'ended');
      expect(element.duration).to.equal(3601);
      expect(textOn(element, 'h1')).to.equal('after');
    });

    it('plays so many seconds of it when capped, and all of it when kept', async () => {
      const element = await player(gap);
      element.idle = 1;
      await seek(element, 0.5);
      await element.play();
      const at: number[] = [];
      element.addEventListener('timeupdate', () => at.push(element.currentTime));
      await next(element, 'ended');
      expect(at.filter((time) => time > 1 && time < 1.7).length).to.be.greaterThan(0);
      expect(at.filter((time) => time > 2 && time < 3600)).to.deep.equal([]);
      element.idle = 'keep';
      await seek(element, 100);
      await element.play();
      await next(element, 'timeupdate');
      element.pause();
      expect(element.currentTime).to.be.within(100, 110);
    });

    it('follows the active window, and stays with one when told to', async () => {
      const element = await player(addressOf('two-tabs.v2.json'));
      const [, product, shop] = await sightsOf('two-tabs');
      const shown: string[] = [];
      element.addEventListener('windowchange', (event) => shown.push(event.windowId));
      element.playbackRate = 4;
      await element.play();
      await next(element, 'ended');
      expect(shown.slice(0, 3)).to.deep.equal(['2', '1', '2']);
      expect(element.recording!.windows.map(({ href }) => new URL(href).pathname)).to.deep.equal([
        '/',
        '/product.html',
      ]);
      element.windowId = '1';
      await element.updateComplete;
      await seek(element, product!.at);
      expect(textOn(element, '#title')).to.equal(shop!.texts['#title']);
    });

    it('goes to the first page there is, and says so', async () => {
      const lead = [activity(0, 1000), activity(3000, 1000)];
      const element = await player([...lead, ...recordingOf([[100, 'x']], 6000)]);
      expect(element.currentTime).to.equal(5);
      expect(textOn(element, 'h1')).to.equal('start');
      expect(shadowOf(element).querySelector('[part="notice"]')!.textContent).to.contain('5 s');
    });

    it('plays faster at a higher speed', async () => {
      const element = await player(recordingOf([[60_000, 'end']]));
      element.idle = 'keep';
      element.playbackRate = 16;
      await element.play();
      const from = { real: performance.now(), recorded: element.currentTime };
      await eventually(() => element.currentTime > 8, 'it has played eight seconds');
      const real = performance.now() - from.real;
      expect((element.currentTime - from.recorded) * 1000).to.be.greaterThan(4 * real);
      element.pause();
    });
  });

  describe('bad input', () => {
    const v2 = (snapshots: object[]) =>
      JSON.stringify({ version: '2023-04-28', data: { id: '', snapshots } });
    const cases: readonly [title: string, source: () => Blob | string, code: string][] = [
      ['text', () => new Blob(['hello']), 'not-a-recording'],
      ['JSON of something else', () => new Blob(['{"a":1}']), 'not-a-recording'],
      ['an unknown version', () => new Blob(['{"version":"1999","data":{"x":1}}']), 'unsupported-version'],
      ['an empty snapshot list', () => new Blob([v2([])]), 'empty'],
      ['an empty file', () => new Blob([]), 'empty'],
      ['events without a page', () => new Blob([v2([activity(0), activity(1)])]), 'unplayable'],
      ['a file that stops at once', () => new Blob([v2([]).slice(0, 20)]), 'corrupt'],
      ['an address without a file', () => '/no/such/file.json', 'network'],
      ['no address at all', () => 'https://', 'network'],
      ['a server that cannot be reached', () => 'http://127.0.0.1:9/x.json', 'network'],
    ];
    for (const [title, source, code] of cases) {
      it(`answers ${title} with ${code}, in words, and stays usable`, async () => {
        const element = await player();
        const heard = eventsOf(element);
        expect(await element.load(source()).catch(codeOf)).to.equal(code);
        expect(element.error!.code).to.equal(code);
        expect(heard).to.include('error').and.not.include('loadeddata');
        await eventually(() => overlayOf(element) === 'replay-error-overlay');
        const overlay = shadowOf(element).querySelector('replay-error-overlay')!;
        expect(overlay.shadowRoot!.textContent.replace(/\s+/g, ' ')).to.contain(element.error!.message);
        await expect(element).to.be.accessible();
        await element.load(recordingOf([[10, 'x']]));
        expect(element.error).to.be.null;
        expect(textOn(element, 'h1')).to.equal('start');
      });
    }

    it('plays what is there of a truncated file, and warns', async () => {
      const bytes = await bytesOf('checkout.v2.json');
      const element = await player();
      const warnings: string[] = [];
      element.addEventListener('warning', (event) => warnings.push(event.warning.code));
      const info = await element.load(bytes.subarray(0, bytes.length * 0.6));
      expect(warnings).to.include('truncated');
      expect(info.warnings.map(({ code }) => code)).to.include('truncated');
      expect(textOn(element, '#title')).to.equal('Plants for shady corners');
    });

    it('can be stopped by a signal', async () => {
      const element = await player();
      const controller = new AbortController();
      const heard = eventsOf(element);
      const loading = element.load(new ReadableStream(), { signal: controller.signal }).catch(codeOf);
      controller.abort();
      expect(await loading).to.equal('aborted');
      expect(heard).to.include('abort').and.not.include('error');
    });

    it('leaves out single events that are damaged', async () => {
      const damaged = [
        { type: 3, timestamp: 1050 },
        { type: 3, timestamp: 1060, data: { source: 0, adds: 'no' } },
        { no: 'event', timestamp: 1, type: 'x' },
      ];
      const element = await player([...recordingOf([[100, 'end']]), ...damaged]);
      await element.play();
      await next(element, 'ended');
      expect(textOn(element, 'h1')).to.equal('end');
    });

    it('shows text of a recording as text', async () => {
      const element = await player();
      const name = '<img src=x onerror="document.title=1">';
      await element.load(new Blob([name])).catch(codeOf);
      await eventually(() => overlayOf(element) === 'replay-error-overlay');
      const overlay = shadowOf(element).querySelector('replay-error-overlay')!;
      expect(overlay.shadowRoot!.querySelector('img')).to.be.null;
      expect(overlay.shadowRoot!.textContent).to.contain('<img src=x');
    });
  });

  describe('in use', () => {
    async function focused(): Promise<PortableReplayElement> {
      const element = await player(
        recordingOf([
          [1000, 'one'],
          [60_000, 'end'],
        ]),
      );
      element.idle = 'keep';
      shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
      return element;
    }

    it('obeys the keys of video players', async () => {
      const element = await focused();
      const press = async (key: string) => {
        const seeked = next(element, 'seeked');
        await sendKeys({ press: key });
        await seeked;
        return element.currentTime;
      };
      expect(await press('ArrowRight')).to.equal(5);
      expect(await press('l')).to.equal(15);
      expect(await press('ArrowLeft')).to.equal(10);
      expect(await press('5')).to.equal(30);
      expect(await press('End')).to.equal(60);
      expect(await press('Home')).to.equal(0);
      const playing = next(element, 'playing');
      await sendKeys({ press: 'Space' });
      await playing;
      const pause = next(element, 'pause');
      await sendKeys({ press: 'k' });
      await pause;
      const faster = next(element, 'ratechange');
      await sendKeys({ press: '>' });
      await faster;
      expect(element.playbackRate).to.equal(1.5);
      await sendKeys({ press: 'p' });
      expect(element.masks).to.equal('hide');
    });

    it('leaves the keys alone with no-hotkeys', async () => {
      const element = await focused();
      element.noHotkeys = true;
      await element.updateComplete;
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'p' });
      expect([element.currentTime, element.masks]).to.deep.equal([0, 'show']);
    });

    it('takes no focus into the replayed page', async () => {
      const element = await player(addressOf('checkout.v2.json'));
      shadowOf(element).querySelector<HTMLElement>('.stage')!.focus();
      await sendKeys({ press: 'Tab' });
      expect(shadowOf(element).activeElement!.localName).not.to.equal('iframe');
      expect(pageOf(element).hasFocus()).to.be.false;
    });

    it('does not speak of dropping where nothing can be dropped', async () => {
      const element = await player(undefined, html`<portable-replay no-drop></portable-replay>`);
      const overlay = shadowOf(element).querySelector('replay-empty-overlay')!.shadowRoot!;
      expect(overlay.textContent).not.to.match(/drop|paste/i);
      expect(overlay.querySelector('replay-open-button')).to.exist;
    });

    it('has neither controls nor a start button with no-controls; a click on the page plays', async () => {
      const bare = html`<portable-replay no-controls></portable-replay>`;
      const element = await player(addressOf('checkout.v2.json'), bare);
      expect(shadowOf(element).querySelector('replay-control-bar')).to.be.null;
      expect(overlayOf(element)).to.be.null;
      const playing = next(element, 'playing');
      within(element, '.stage').click();
      await playing;
    });

    it('leaves the keys to the controls around it in slot="media" without its own', async () => {
      const element = await focused();
      element.slot = 'media';
      await sendKeys({ press: 'ArrowRight' });
      expect(element.currentTime).to.equal(5);
      element.noControls = true;
      await sendKeys({ press: 'ArrowRight' });
      expect(element.currentTime).to.equal(5);
    });

    it('opens a file that is dropped on it, unless told not to', async () => {
      const element = await player();
      const data = new DataTransfer();
      data.items.add(new File([JSON.stringify(recordingOf([[10, 'x']]))], 'dropped.json'));
      const drop = () => {
        for (const type of ['dragenter', 'dragover', 'drop']) {
          shadowOf(element)
            .querySelector('.stage')!
            .dispatchEvent(
              new DragEvent(type, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }),
            );
        }
      };
      const loaded = next(element, 'canplaythrough');
      drop();
      await loaded;
      expect(textOn(element, 'h1')).to.equal('start');
      element.noDrop = true;
      const heard = eventsOf(element);
      drop();
      expect(heard).to.deep.equal([]);
    });

    function pasteOf(text: string): ClipboardEvent {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const paste = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
      // Firefox takes none from the constructor.
      Object.defineProperty(paste, 'clipboardData', { value: data });
      return paste;
    }

    it('opens what is pasted', async () => {
      const element = await player();
      const loaded = next(element, 'canplaythrough');
      const paste = pasteOf(JSON.stringify(recordingOf([[10, 'x']])));
      shadowOf(element).querySelector('.stage')!.dispatchEvent(paste);
      await loaded;
      expect(textOn(element, 'h1')).to.equal('start');
    });

    it('keeps its recording where other text is pasted, as by a middle click', async () => {
      const element = await player(recordingOf([[10, 'x']]));
      const heard = eventsOf(element);
      const paste = pasteOf('Plants for shady corners [1]');
      shadowOf(element).querySelector('.stage')!.dispatchEvent(paste);
      expect(paste.defaultPrevented).to.equal(false);
      expect(heard).to.deep.equal([]);
      expect(element.recording).not.to.equal(null);
    });

    it('leaves to a field what is pasted into it', async () => {
      const element = await player(recordingOf([[10, 'x']]));
      element.panel = 'notes';
      await element.updateComplete;
      const form = within(shadowOf(element).querySelector('replay-notes-panel')!, 'replay-note-form');
      await eventually(() => form.shadowRoot!.querySelector('textarea'));
      const heard = eventsOf(element);
      const paste = pasteOf('some words');
      within(form, 'textarea').dispatchEvent(paste);
      expect(paste.defaultPrevented).to.equal(false);
      expect(heard).to.deep.equal([]);
      expect(element.panel).to.equal('notes');
    });

    for (const scheme of ['light', 'dark']) {
      for (const width of [320, 900]) {
        it(`is accessible, ${scheme} and ${width} px wide, empty and with a recording`, async () => {
          const element = await player(
            undefined,
            html`<portable-replay style="width: ${width}px; color-scheme: ${scheme}"></portable-replay>`,
          );
          await expect(element).to.be.accessible();
          await element.load(addressOf('checkout.v2.json'));
          await element.updateComplete;
          await expect(element).to.be.accessible();
          await seek(element, 8);
          await expect(element).to.be.accessible();
          expect(controlsOf(element).getBoundingClientRect().width).to.equal(width);
          // What does not fit goes into a menu once the browser has told of sizes.
          await eventually(() => controlsOf(element).scrollWidth === width);
        });
      }
    }
  });
});

/** Which colour the left half of a recorded canvas shows. */
async function colourOf(canvas: Element): Promise<'red' | 'blue' | 'none'> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const [, url] = /url\("(data:image[^"]+)"\)/.exec(getComputedStyle(canvas).backgroundImage) ?? [];
  if (!url) return 'none';
  const image = new Image();
  image.src = url;
  await image.decode();
  const context = Object.assign(document.createElement('canvas'), { width: 320, height: 120 }).getContext(
    '2d',
  )!;
  context.drawImage(image, 0, 0);
  const [red = 0, , blue = 0] = context.getImageData(20, 60, 1, 1).data;
  return red > blue ? 'red' : 'blue';
}
