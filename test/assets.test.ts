import { expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { PortableReplayElement } from '../src/index.ts';
import type { ReplayAssetsNoticeElement } from '../src/overlays/replay-assets-notice.ts';
import {
  controlsOf,
  eventually,
  next,
  pageOf,
  player,
  seek,
  shadowOf,
  within,
  wordsOf,
} from './player-harness.ts';

/** Of the test server, so that they can be loaded when that is allowed: 1280 × 800 pixels or so. */
const PICTURE = new URL('/demo/screenshot-light.png', `http://127.0.0.1:${location.port}`).href;
const { width: WIDTH, height: HEIGHT } = await sizeOf(PICTURE);

async function sizeOf(address: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}

type Attributes = Record<string, string | number>;

let lastId = 10;
const element = (tagName: string, attributes: Attributes = {}, childNodes: object[] = []): object => ({
  type: 2,
  id: ++lastId,
  tagName,
  attributes,
  childNodes,
});

/** A recording of one page, and of a heading that is added after half a second. */
function recordingOf(...body: object[]): object[] {
  const head = element('head', {}, [
    element('style', { _cssText: 'body { margin: 0 } .fluid { max-width: 100%; height: auto }' }),
  ]);
  const content = { ...element('body', {}, body), id: 4 };
  const page = { type: 0, id: 1, childNodes: [element('html', {}, [head, content])] };
  const text = { type: 3, id: ++lastId, textContent: 'Later' };
  const adds = [{ parentId: 4, nextId: null, node: element('h1', {}, [text]) }];
  return [
    { type: 4, timestamp: 1000, data: { href: 'https://x.test/', width: 800, height: 600 } },
    { type: 2, timestamp: 1000, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    { type: 3, timestamp: 1500, data: { source: 0, texts: [], attributes: [], removes: [], adds } },
    { type: 5, timestamp: 3000, data: { tag: 'end', payload: {} } },
  ];
}

const asking = html`<portable-replay
  remote-assets="ask"
  style="width: 800px; height: 500px"
></portable-replay>`;

function noticeOf(replay: PortableReplayElement): ReplayAssetsNoticeElement | null {
  return shadowOf(replay).querySelector('replay-assets-notice');
}

/** Addresses that the page on screen has asked for. */
function requestsOf(replay: PortableReplayElement): string[] {
  const entries = pageOf(replay).defaultView!.performance.getEntriesByType('resource');
  return entries.map(({ name }) => name).filter((name) => !name.startsWith('data:'));
}

function boxesOf(replay: PortableReplayElement): string[] {
  return [...pageOf(replay).querySelectorAll('img, input, video, image, h1, p')].map((box) => {
    const { x, y, width, height } = box.getBoundingClientRect();
    return `${box.localName} ${[x, y, width, height].map(Math.round).join(' ')}`;
  });
}

/** Waits for the page that may load it, which is built anew. */
async function pictureLoaded(replay: PortableReplayElement): Promise<void> {
  await eventually(() => {
    const isBuilt = shadowOf(replay).querySelector('.page:not(.standby) iframe') !== null;
    const images = isBuilt ? [...pageOf(replay).images] : [];
    return images.some(({ currentSrc, naturalWidth }) => currentSrc.startsWith(PICTURE) && naturalWidth > 0);
  });
}

describe('what a recorded page is kept from loading', () => {
  it('has placeholders of the size of what they stand for', async () => {
    const size = { width: WIDTH, height: HEIGHT };
    const recording = recordingOf(
      element('img', { ...size, class: 'fluid', src: PICTURE }),
      element('img', { ...size, style: 'width: 30%; height: auto', src: PICTURE }),
      element('img', { width: 64, height: 40, src: PICTURE }),
      element('img', { style: 'width: 90px; height: 60px; object-fit: cover', src: PICTURE }),
      element('img', { ...size, style: 'height: auto', srcset: `${PICTURE} ${WIDTH}w`, sizes: '50vw' }),
      element('picture', {}, [
        element('source', { media: '(min-width: 1px)', srcset: PICTURE }),
        element('img', { ...size, class: 'fluid', src: PICTURE }),
      ]),
      element('input', { type: 'image', width: 120, height: 75, src: PICTURE }),
      element('video', { width: 320, height: 200, poster: PICTURE }),
      element('p'),
    );
    const replay = await player(recording);
    const blocked = boxesOf(replay);
    expect(requestsOf(replay)).to.deep.equal([]);
    const images = [...pageOf(replay).images];
    await eventually(() => images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0));
    expect(images.every(({ currentSrc }) => currentSrc.startsWith('data:image/svg+xml'))).to.be.true;
    replay.remoteAssets = 'allow';
    await pictureLoaded(replay);
    await eventually(() => [...pageOf(replay).images].every(({ complete }) => complete));
    expect(boxesOf(replay)).to.deep.equal(blocked);
  });

  it('does not push the page apart for an image of unknown size', async () => {
    const replay = await player(recordingOf(element('img', { src: 'https://cdn.test/x.png', alt: 'A cat' })));
    const { width, height } = pageOf(replay).querySelector('img')!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([48, 32]);
    expect(pageOf(replay).querySelector('img')!.alt).to.equal('A cat');
  });

  it('is told of by kind and site, in words and by property', async () => {
    const images = [1, 2, 3].map((n) => element('img', { src: `https://cdn.test/${n}.png` }));
    const font = '@font-face { font-family: F; src: url(https://fonts.test/f.woff2) }';
    const replay = await player(
      recordingOf(
        ...images,
        images[0]!,
        element('style', { _cssText: font }),
        element('video', { src: 'https://cdn.test/v.mp4' }),
      ),
    );
    expect(replay.blockedAssets).to.have.deep.members([
      { kind: 'image', origin: 'https://cdn.test', count: 3 },
      { kind: 'media', origin: 'https://cdn.test', count: 1 },
      { kind: 'font', origin: 'https://fonts.test', count: 1 },
    ]);
    const notice = noticeOf(replay)!;
    expect(wordsOf(within(notice, 'p'))).to.equal(
      '3 images, 1 font, and 1 video or sound from 2 sites not loaded',
    );
    expect(notice.shadowRoot!.querySelector('[part="load"]'), 'nothing to allow').to.be.null;
    within(notice, 'summary').click();
    const sites = [...notice.shadowRoot!.querySelectorAll('li')].map((site) => wordsOf(site));
    expect(sites).to.deep.equal(['cdn.test 3 images and 1 video or sound', 'fonts.test 1 font']);
    expect(replay.paused).to.be.true;
    within(within(controlsOf(replay), 'replay-about-button'), 'button').click();
    await replay.updateComplete;
    expect(wordsOf(within(replay, 'replay-about-panel'))).to.contain('Not loaded cdn.test 3 images');
  });

  it('is counted anew with what comes later, and not told of again once the reader has heard it', async () => {
    const recording = recordingOf(element('img', { src: 'https://cdn.test/1.png' }));
    const change = { id: lastId - 3, attributes: { style: { background: 'url(https://late.test/2.png)' } } };
    recording.splice(3, 0, {
      type: 3,
      timestamp: 2000,
      data: { source: 0, texts: [], adds: [], removes: [], attributes: [{ ...change, id: 4 }] },
    });
    const replay = await player(recording);
    expect(wordsOf(within(noticeOf(replay)!, 'p'))).to.equal('1 image from 1 site not loaded');
    await seek(replay, 1.5);
    await eventually(() => wordsOf(within(noticeOf(replay)!, 'p')) === '2 images from 2 sites not loaded');
    expect(pageOf(replay).body.style.background).to.contain('data:,');
    within(noticeOf(replay)!, '[part="dismiss"]').focus();
    await sendKeys({ press: 'Enter' });
    await replay.updateComplete;
    expect(noticeOf(replay)).to.be.null;
    expect(replay.shadowRoot!.activeElement, 'the focus has somewhere to go').to.match('.stage');
    await seek(replay, 0);
    expect(noticeOf(replay)).to.be.null;
    await replay.load(recordingOf(element('img', { src: 'https://cdn.test/1.png' })));
    await eventually(() => noticeOf(replay), 'the next recording is told of');
  });

  it('stands beside an open panel, where it can be closed', async () => {
    const replay = await player(recordingOf(element('img', { src: 'https://cdn.test/1.png' })));
    replay.panel = 'privacy';
    await eventually(() => shadowOf(replay).querySelector('replay-privacy-panel'));
    const { left, top, width, height } = within(
      noticeOf(replay)!,
      '[part="dismiss"]',
    ).getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
    await eventually(() => noticeOf(replay) === null, 'it is covered');
  });

  it('says nothing of a recording that lacks nothing', async () => {
    const replay = await player(
      recordingOf(element('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' })),
    );
    expect(noticeOf(replay)).to.be.null;
    expect(replay.blockedAssets).to.deep.equal([]);
  });

  it('writes nothing into the console', async () => {
    const heard: string[] = [];
    const css = `@import "https://cdn.test/x.css"; @font-face { font-family: F; src: url(https://cdn.test/f.woff2) format("woff2") } p { font-family: F; background: url(https://cdn.test/b.png); cursor: url(https://cdn.test/c.png), auto }`;
    const replay = await player(
      recordingOf(
        element('style', { _cssText: css }),
        element('p', {}, [{ type: 3, id: ++lastId, textContent: 'Text' }]),
        element('img', { src: 'https://cdn.test/1.png', srcset: 'https://cdn.test/2.png 2x' }),
        element('video', { src: 'https://cdn.test/v.mp4', poster: 'https://cdn.test/p.png' }),
        element('link', { rel: 'stylesheet', href: 'https://cdn.test/s.css' }),
      ),
    );
    pageOf(replay).addEventListener('securitypolicyviolation', ({ blockedURI }) => heard.push(blockedURI));
    // Built once more, now that somebody listens to the document before it is painted again.
    await seek(replay, 2);
    await pageOf(replay)
      .fonts.load('1em F')
      .catch(() => undefined);
    expect(heard).to.deep.equal([]);
  });

  describe('where the reader is asked', () => {
    it('is loaded once the reader says so, and for this recording alone', async () => {
      // Of an address of its own: what an earlier page has loaded is not asked for again.
      const picture = `${PICTURE}?ask`;
      const recording = () =>
        recordingOf(element('img', { src: picture }), element('iframe', { rr_src: 'https://frame.test/' }));
      const replay = await player(undefined, asking);
      await replay.load(recording());
      await seek(replay, 1);
      expect(requestsOf(replay)).to.deep.equal([]);
      const notice = noticeOf(replay)!;
      expect(wordsOf(notice)).to.contain(
        'If you load them, these sites can see that someone opened this recording.',
      );
      const load = within(notice, '[part="load"]');
      load.focus();
      await sendKeys({ press: 'Enter' });
      await pictureLoaded(replay);
      await eventually(() => requestsOf(replay).length > 0);
      expect(requestsOf(replay)).to.deep.equal([picture]);
      expect(replay.currentTime).to.equal(1);
      expect(noticeOf(replay)).to.be.null;
      expect(replay.blockedAssets).to.deep.equal([]);
      expect(replay.remoteAssets, 'what the author says').to.equal('ask');

      await replay.load(recording());
      await eventually(() => noticeOf(replay));
      expect(pageOf(replay).images[0]!.currentSrc).to.contain('data:image/svg+xml');
      expect(requestsOf(replay)).to.deep.equal([]);
    });

    it('asks once of each recording of a playlist', async () => {
      const replay = await player(undefined, asking);
      const other = recordingOf(element('img', { src: PICTURE })).map((event) => ({ ...event }));
      const later = other.map((event) => ({
        ...event,
        timestamp: Number(Reflect.get(event, 'timestamp')) + 9e8,
      }));
      const exportOf = (id: string, snapshots: object[]) => ({
        version: '2023-04-28',
        data: { id, snapshots: snapshots.map((event) => ({ ...event, windowId: id })) },
      });
      await replay.load([exportOf('one', other), exportOf('two', later)]);
      within(noticeOf(replay)!, '[part="load"]').click();
      await pictureLoaded(replay);
      const shown = next(replay, 'canplay');
      replay.recordingIndex = 1;
      await shown;
      await eventually(() => noticeOf(replay));
      expect(requestsOf(replay)).to.deep.equal([]);
    });
  });

  it('takes an attribute that says nothing it knows for none', async () => {
    const replay = await player(
      recordingOf(element('img', { src: PICTURE })),
      html`<portable-replay remote-assets="yes" style="width: 800px; height: 500px"></portable-replay>`,
    );
    expect(replay.blockedAssets).to.have.lengthOf(1);
    const [policy] = pageOf(replay).defaultView!.performance.getEntriesByType('resource');
    expect(policy).to.be.undefined;
  });

  it('can be reached by everybody', async () => {
    for (const scheme of ['light', 'dark']) {
      const replay = await player(
        recordingOf(element('img', { src: 'https://cdn.test/1.png' })),
        html`<portable-replay
          remote-assets="ask"
          style="width: 360px; color-scheme: ${scheme}"
        ></portable-replay>`,
      );
      const notice = noticeOf(replay)!;
      await expect(notice).to.be.accessible();
      within(notice, 'summary').click();
      await expect(notice).to.be.accessible();
    }
  });
});
