import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../../src/index.ts';
import { eventually, pageOf, player, playTo, seek } from '../player-harness.ts';

const START = 1_790_000_000_000;
const SIZE = 40;

/** A picture of one colour, of a quarter of the canvas. */
function square(colour: string): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: 20, height: 20 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 20, 20);
  return canvas;
}

const image = (colour: string) => ({ rr_type: 'HTMLImageElement', src: square(colour).toDataURL() });
const svg = (colour: string) => ({
  rr_type: 'HTMLImageElement',
  src: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${colour}"/></svg>`)}`,
});
/** As pages write it that do not care. */
const plainSvg = (colour: string) => ({
  rr_type: 'HTMLImageElement',
  src: `data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${colour}"/></svg>`,
});
const bitmap = (colour: string) => ({
  rr_type: 'ImageBitmap',
  args: [
    {
      rr_type: 'Blob',
      type: 'image/png',
      data: [{ rr_type: 'ArrayBuffer', base64: square(colour).toDataURL().split(',')[1] }],
    },
  ],
});
const pixels = (colour: string, asBase64: boolean) => {
  const { data } = square(colour).getContext('2d')!.getImageData(0, 0, 20, 20);
  const bytes = asBase64 ? { rr_type: 'ArrayBuffer', base64: btoa(String.fromCharCode(...data)) } : [...data];
  return { rr_type: 'ImageData', args: [{ rr_type: 'Uint8ClampedArray', args: [bytes] }, 20, 20] };
};

const call = (property: string, ...args: unknown[]) => ({ property, args });
const set = (property: string, value: unknown) => ({ property, args: [value], setter: true });
const index = (name: string, at: number) => ({ rr_type: name, index: at });

/** When, what was called, and on which kind of context. */
type Drawing = readonly [at: number, commands: readonly object[], type?: number];

function recording(...drawings: readonly Drawing[]): object[] {
  const canvas = {
    type: 2,
    id: 5,
    tagName: 'canvas',
    attributes: { width: `${SIZE}`, height: `${SIZE}` },
    childNodes: [],
  };
  const body = { type: 2, id: 4, tagName: 'body', attributes: {}, childNodes: [canvas] };
  const html = { type: 2, id: 3, tagName: 'html', attributes: {}, childNodes: [body] };
  const event = (at: number, data: object, type = 3) => ({ type, timestamp: START + at, data });
  return [
    event(0, { href: 'https://shop.example/', width: 300, height: 200 }, 4),
    event(0, { node: { type: 0, id: 1, childNodes: [html] }, initialOffset: { top: 0, left: 0 } }, 2),
    ...drawings.map(([at, commands, type = 0]) => event(at, { source: 9, id: 5, type, commands })),
    event(9000, { source: 3, id: 1, x: 0, y: 0 }),
  ];
}

function imageOf(element: PortableReplayElement): string {
  const canvas = pageOf(element).querySelector('canvas')!;
  return pageOf(element).defaultView!.getComputedStyle(canvas).backgroundImage;
}

/** Colours in the middle of the four quarters of what the canvas shows: from the left, the upper ones first. */
async function quarters(element: PortableReplayElement): Promise<string[]> {
  const [, url] = /^url\("([^"]+)"\)/.exec(imageOf(element)) ?? [];
  if (url === undefined) return [];
  const shown = new Image();
  shown.src = url;
  await shown.decode();
  const context = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE }).getContext(
    '2d',
  )!;
  context.drawImage(shown, 0, 0, SIZE, SIZE);
  return [10, 30].flatMap((y) => [10, 30].map((x) => nameOf(context.getImageData(x, y, 1, 1).data)));
}

const COLOURS: Readonly<Record<string, string>> = {
  '255,0,0,255': 'red',
  '0,128,0,255': 'green',
  '0,0,255,255': 'blue',
  '255,255,0,255': 'yellow',
  '0,0,0,0': '',
};
const nameOf = (pixel: Uint8ClampedArray) => COLOURS[pixel.join()] ?? pixel.join();

async function shownAt(at: number, ...drawings: readonly Drawing[]): Promise<string[]> {
  const element = await player(recording(...drawings));
  await seek(element, at);
  return quarters(element);
}

describe('a recorded canvas', () => {
  it('is drawn with images, other canvases and pixels, in the order of its calls', async () => {
    const calls = [
      call('drawImage', image('red'), 0, 0),
      call('drawImage', svg('green'), 20, 0),
      call('putImageData', pixels('blue', true), 0, 20),
      call('putImageData', pixels('red', false), 20, 20),
      set('fillStyle', 'yellow'),
      call('fillRect', 20, 20, 20, 20),
    ];
    expect(await shownAt(5, [1000, calls])).to.deep.equal(['red', 'green', 'blue', 'yellow']);
  });

  it('has later calls wait for a picture that earlier ones draw', async () => {
    const covered = [
      call('drawImage', image('red'), 0, 0, SIZE, SIZE),
      set('fillStyle', 'blue'),
      call('fillRect', 0, 0, 20, 20),
    ];
    expect(
      await shownAt(5, [1000, covered], [2000, [call('drawImage', plainSvg('yellow'), 20, 20)]]),
    ).to.deep.equal(['blue', 'red', 'red', 'yellow']);
  });

  it('fills with patterns, and with nothing where the colours of a gradient are not recorded', async () => {
    const calls = [
      call('createPattern', image('green'), 'repeat'),
      call('createPattern', image('red'), 'repeat'),
      set('fillStyle', index('CanvasPattern', 1)),
      call('fillRect', 0, 0, 20, 20),
      set('fillStyle', index('CanvasPattern', 0)),
      call('fillRect', 20, 0, 20, 20),
      call('createLinearGradient', 0, 0, 20, 0),
      set('fillStyle', index('CanvasGradient', 0)),
      call('fillRect', 0, 20, 20, 20),
      call('drawImage', index('HTMLVideoElement', 0), 0, 20),
    ];
    expect(await shownAt(5, [1000, calls])).to.deep.equal(['red', 'green', '', '']);
  });

  it('shows bitmaps, and leaves what WebGL draws to the picture that is there', async () => {
    const bits = [call('clearRect', 0, 0, SIZE, SIZE), call('drawImage', bitmap('blue'), 0, 0)];
    const gl = [call('clearColor', 0, 0, 0, 1), call('clear', 16_384)];
    expect(await shownAt(5, [1000, bits], [2000, gl, 1])).to.deep.equal(['blue', 'blue', 'blue', 'blue']);
  });

  it('is drawn over what was on it before, which is seen no more where it was cleared', async () => {
    const bits = [call('clearRect', 0, 0, SIZE, SIZE), call('drawImage', bitmap('blue'), 0, 0)];
    const over = [call('clearRect', 0, 0, 20, 20), set('fillStyle', 'red'), call('fillRect', 20, 20, 20, 20)];
    const element = await player(
      recording([1000, bits], [2000, over], [3000, [call('clearRect', 20, 20, 20, 20)]]),
    );
    for (const [at, right] of [
      [1.5, ['blue', 'blue', 'blue', 'blue']],
      [2.5, ['', 'blue', 'blue', 'red']],
      [3.5, ['', 'blue', 'blue', '']],
      [2.7, ['', 'blue', 'blue', 'red']],
    ] as const) {
      await seek(element, at);
      expect(await quarters(element), `at ${at} s`).to.deep.equal(right);
      expect(imageOf(element).match(/url\(/g)).to.have.length(1);
    }
  });

  it('comes to the same by playing and by seeking, forward and back', async () => {
    const element = await player(
      recording(
        [500, [call('drawImage', image('red'), 0, 0)]],
        [1000, [call('drawImage', svg('green'), 20, 0)]],
        [1500, [call('putImageData', pixels('blue', true), 0, 20)]],
        [4000, [set('fillStyle', 'yellow'), call('fillRect', 0, 0, SIZE, SIZE)]],
      ),
    );
    element.idle = 'keep';
    element.playbackRate = 4;
    await playTo(element, 2);
    const right = ['red', 'green', 'blue', ''];
    await eventually(async () => (await quarters(element)).join() === right.join());
    for (const at of [8, 2, 0.2, 2, 3]) {
      await seek(element, at);
      if (at >= 2 && at < 4) expect(await quarters(element), `at ${at} s`).to.deep.equal(right);
    }
  });

  it('filters colours', async () => {
    const filter = 'hue-rotate(0deg) drop-shadow(0 0 0px rgb(0 0 0 / 0%)) opacity(100%) invert(1)';
    const calls = [set('filter', filter), set('fillStyle', 'yellow'), call('fillRect', 0, 0, 20, 20)];
    // Safari has no filters of canvases: what is drawn is there all the same.
    const shown = 'filter' in CanvasRenderingContext2D.prototype ? 'blue' : 'yellow';
    expect(await shownAt(5, [1000, calls])).to.deep.equal([shown, '', '', '']);
  });

  it('loads nothing but what the recording holds, and takes no damage from what is in it', async () => {
    const loaded: string[] = [];
    const observer = new PerformanceObserver((list) =>
      loaded.push(...list.getEntries().map(({ name }) => name)),
    );
    observer.observe({ type: 'resource' });
    const calls = [
      call(
        'drawImage',
        { rr_type: 'HTMLImageElement', src: `${location.origin}/from-a-recording.png` },
        0,
        0,
      ),
      call('drawImage', { rr_type: 'HTMLImageElement', src: 'data:text/html,<p>' }, 0, 0),
      call('drawImage', { rr_type: 'HTMLImageElement', src: 'data:image/png;base64,AAAA' }, 0, 0),
      call(
        'putImageData',
        { rr_type: 'ImageData', args: [{ rr_type: 'Uint8Array', args: [[1, 2]] }, 9999, 9999] },
        0,
        0,
      ),
      call('putImageData', { rr_type: 'ImageData', args: [null, 1, 1] }, 0, 0),
      ...[
        'url("ADDRESS#f")',
        'blur(1px) url(ADDRESS#f)',
        '\\75rl("ADDRESS#f")',
        'opacity(1)/**/url(ADDRESS#f)',
      ]
        .map((filter) => filter.replace('ADDRESS', `${location.origin}/from-a-recording.svg`))
        .flatMap((filter) => [set('filter', filter), call('fillRect', 0, 0, 0, 0)]),
      call('constructor', 'x'),
      call('drawImage'),
      call('drawImage', image('red'), { valueOf: 1 }, 0),
      call('drawImage', image('green'), 20, 0),
    ];
    expect(await shownAt(5, [1000, calls])).to.deep.equal(['', 'green', '', '']);
    // A filter is asked for when something is drawn with it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    expect(loaded.filter((name) => name.includes('from-a-recording'))).to.deep.equal([]);
  });
});
