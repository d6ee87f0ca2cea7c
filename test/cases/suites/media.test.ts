import { checkPages } from '../check-page.ts';
import { add, attach, doctype, el, htmlPage, page, recordingOf, remove, set, text } from '../recording.ts';

/** Half a minute of silence. */
const SILENCE = (() => {
  const [rate, seconds] = [3000, 30];
  const samples = new Uint8Array(rate * seconds).fill(128);
  const header = new DataView(new ArrayBuffer(44));
  const word = (at: number, letters: string) =>
    [...letters].forEach((letter, i) => header.setUint8(at + i, letter.charCodeAt(0)));
  word(0, 'RIFF');
  header.setUint32(4, 36 + samples.length, true);
  word(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, rate, true);
  header.setUint32(28, rate, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  word(36, 'data');
  header.setUint32(40, samples.length, true);
  const bytes = [...new Uint8Array(header.buffer), ...samples];
  return `data:audio/wav;base64,${btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''))}`;
})();
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
const media = (id: number, type: number, more = {}) => ({ source: 7, id, type, ...more });
const [PLAY, PAUSE, SEEKED, VOLUME, RATE] = [0, 1, 2, 3, 4];
/** Where it stands once it is loaded, to the second below: it takes a moment to get going. */
async function standsAt(d: Document): Promise<readonly unknown[]> {
  const audio = d.querySelector('audio')!;
  for (let i = 0; audio.readyState < 2 && i < 100; i++) await new Promise((done) => setTimeout(done, 20));
  return [Math.round(audio.currentTime), audio.paused];
}

describe('media and what else moves, as the suites of rrweb and its forks try them', function () {
  this.timeout(60_000);
  checkPages([
    {
      name: 'has a film where it was when it was paused',
      recording: recordingOf(
        htmlPage([el(20, 'audio', { src: SILENCE, rr_mediaState: 'paused', rr_mediaCurrentTime: 0 })]),
        [
          [1000, media(20, PLAY, { currentTime: 5, muted: true, volume: 1 })],
          [2000, media(20, PAUSE, { currentTime: 6 })],
        ],
      ),
      at: 4,
      probe: standsAt,
      expect: [6, true],
    },
    {
      name: 'has a film where it was set to',
      recording: recordingOf(
        htmlPage([el(20, 'audio', { src: SILENCE, rr_mediaState: 'paused', rr_mediaCurrentTime: 3 })]),
        [[1000, media(20, SEEKED, { currentTime: 12 })]],
      ),
      at: 3,
      probe: standsAt,
      expect: [12, true],
    },
    {
      name: 'goes on with a film that was playing when it was recorded',
      recording: recordingOf(
        htmlPage([
          el(20, 'audio', {
            src: SILENCE,
            rr_mediaState: 'played',
            rr_mediaCurrentTime: 10,
            rr_mediaPlaybackRate: 1,
            rr_mediaMuted: true,
            rr_mediaLoop: false,
            rr_mediaVolume: 1,
          }),
        ]),
        [],
      ),
      at: 4,
      ways: ['jump', 'back'],
      probe: standsAt,
      expect: [14, true],
    },
    {
      name: 'plays a film that is added from then on',
      recording: recordingOf(htmlPage([]), [
        [1000, add(5, el(19, 'p'))],
        [2500, add(19, el(20, 'audio', { src: SILENCE, rr_mediaState: 'played', rr_mediaCurrentTime: 10 }))],
      ]),
      at: 4,
      probe: standsAt,
      expect: [12, true],
    },
    {
      name: 'sets rate and volume of a film that cannot be loaded',
      recording: recordingOf(
        htmlPage([
          el(20, 'video', {
            src: 'https://shop.example/a.mp4',
            poster: PIXEL,
            rr_mediaState: 'played',
            rr_mediaCurrentTime: 1,
          }),
        ]),
        [
          [500, media(20, RATE, { playbackRate: 2 })],
          [600, media(20, VOLUME, { volume: 0.5, muted: true })],
          [700, media(20, PLAY, { currentTime: 2, playbackRate: 2 })],
          [1500, media(20, PAUSE, { currentTime: 3 })],
          [1600, media(20, SEEKED, { currentTime: 9 })],
        ],
      ),
      at: 3,
      probe: (d) => {
        const { poster, muted } = d.querySelector('video')!;
        return [poster, muted];
      },
      expect: [PIXEL, true],
    },
    {
      name: 'goes by a film that is gone while it plays',
      recording: recordingOf(htmlPage([el(20, 'audio', { src: SILENCE }), text(21, 'end')]), [
        [500, media(20, PLAY, { currentTime: 0 })],
        [1000, remove(5, 20)],
        [1500, media(20, PAUSE, { currentTime: 1 })],
      ]),
      at: 3,
      probe: (d) => d.body.textContent,
      expect: 'end',
    },
    {
      name: 'shows the pictures that were recorded, and no others in their place',
      recording: recordingOf(
        htmlPage([
          el(20, 'img', { src: 'blob:https://shop.example/1', rr_dataURL: PIXEL }),
          el(21, 'img', { src: 'blob:https://shop.example/2' }),
        ]),
        [[1000, set(21, { src: PIXEL })]],
      ),
      at: 2,
      probe: (d) => [...d.images].map((one) => one.src),
      expect: [PIXEL, PIXEL],
    },
    {
      name: 'has the canvas of a frame as it was recorded',
      recording: recordingOf(htmlPage([el(20, 'iframe')]), [
        [
          500,
          attach(
            20,
            page(50, [
              doctype(51),
              el(52, 'html', {}, [
                el(53, 'head'),
                el(54, 'body', {}, [el(55, 'canvas', { rr_dataURL: PIXEL, width: '10', height: '10' })]),
              ]),
            ]),
          ),
        ],
      ]),
      at: 3,
      probe: (d) => {
        const canvas = d.querySelector('iframe')!.contentDocument!.querySelector('canvas')!;
        return getComputedStyle(canvas).backgroundImage.includes(PIXEL);
      },
      expect: true,
    },
    {
      name: 'has the size of the window of the moment',
      recording: recordingOf(htmlPage([]), [
        [1500, { source: 4, width: 500, height: 400 }],
        [3000, { source: 4, width: 640, height: 480 }],
      ]),
      at: 4,
      probe: (d) => [d.defaultView?.innerWidth, d.defaultView?.innerHeight],
      expect: [640, 480],
    },
    {
      name: 'goes by fingers, drags and what they do to nodes that are gone',
      recording: recordingOf(htmlPage([el(20, 'p'), text(21, 'end')]), [
        [500, { source: 2, type: 7, id: 20, x: 10, y: 10, pointerType: 2 }],
        [600, { source: 6, positions: [{ x: 20, y: 20, id: 20, timeOffset: 0 }] }],
        [700, { source: 2, type: 9, id: 20, x: 20, y: 20, pointerType: 2 }],
        [800, { source: 2, type: 10, id: 20, x: 20, y: 20 }],
        [900, { source: 12, positions: [{ x: 30, y: 30, id: 20, timeOffset: 0 }] }],
        [1000, remove(5, 20)],
        [1100, { source: 2, type: 2, id: 20, x: 30, y: 30, pointerType: 0 }],
        [1200, { source: 1, positions: [] }],
        [1300, { source: 2, type: 5, id: -1 }],
      ]),
      at: 3,
      probe: (d) => d.body.textContent,
      expect: 'end',
    },
    {
      name: 'knows the fonts that scripts have loaded',
      recording: recordingOf(htmlPage([]), [
        [
          500,
          {
            source: 10,
            family: 'Shop',
            fontSource: 'url(data:font/woff2;base64,AAAA)',
            buffer: false,
            descriptors: { weight: '700' },
          },
        ],
      ]),
      at: 2,
      probe: (d) => [...d.fonts].map(({ family, weight }) => `${family} ${weight}`),
      expect: ['Shop 700'],
    },
    {
      name: 'scrolls what a change has made longer, and what was scrolled before it changed',
      recording: recordingOf(
        htmlPage([
          el(20, 'div', { class: 'box', style: 'height: 100px; overflow: scroll;' }, [
            el(21, 'div', { style: 'height: 120px' }),
          ]),
        ]),
        [
          [500, set(21, { style: 'height: 2000px' })],
          [600, { source: 3, id: 20, x: 0, y: 900 }],
          [1500, add(20, el(22, 'p', {}, [text(23, 'more')]))],
          [1600, { source: 3, id: 1, x: 0, y: 0 }],
        ],
      ),
      at: 3,
      probe: (d) => d.querySelector('.box')?.scrollTop,
      expect: 900,
    },
  ]);
});
