import { expect } from '@open-wc/testing';
import { openRecording } from '../../src/core/index.ts';
import { toThePixel } from '../engine-limits.ts';
import { pageOf, player, seek } from '../player-harness.ts';
import { AGAIN, GREEN, KEPT, kept, LATER, shop } from './kept-pages.ts';
import { el, type Happening, mutation } from './recording.ts';
import { frameOf, painted } from './ways.ts';

/** A copy from a moment on, in seconds. */
async function cut(recording: readonly object[], start: number): Promise<Blob> {
  const original = await openRecording(recording);
  const { blob } = await original.redact({ range: { start, end: 6 } });
  await original.close();
  return blob;
}

const GOING_ON = /as it has become|goes on/;

describe('a copy that begins at a moment', function () {
  this.timeout(60_000);
  for (const { name, recording, probe, expect: expected } of KEPT) {
    const moments = GOING_ON.test(name) ? [LATER] : [AGAIN / 1000, LATER];
    for (const at of moments) {
      it(`shows at once what is there in the recording: ${name} (${at} s)`, async () => {
        const element = await player(await cut(recording, at));
        await painted();
        const found = await probe(pageOf(element), frameOf(element));
        expect(toThePixel(found, expected)).to.deep.equal(expected);
      });
    }
    if (moments.length === 1) continue;
    it(`has it behind a full snapshot of its own as well: ${name}`, async () => {
      const element = await player(await cut(recording, AGAIN / 1000));
      await seek(element, LATER - AGAIN / 1000);
      await painted();
      const found = await probe(pageOf(element), frameOf(element));
      expect(toThePixel(found, expected)).to.deep.equal(expected);
    });
  }

  it('has closed what a second click has closed', async () => {
    const button = el(40, 'button', { popovertarget: 'menu' });
    const page = shop([button, el(42, 'div', { id: 'menu', popover: '' })]);
    const click = (at: number): Happening => [at, { source: 2, type: 2, id: 40, x: 5, y: 5 }];
    const element = await player(await cut(kept(page, [click(300), click(600)]), LATER));
    expect(pageOf(element).querySelector('#menu')!.matches(':popover-open')).to.equal(false);
  });

  it('has as far as it was what moves by itself, also behind a full snapshot of its own', async () => {
    const css =
      '@keyframes in { from { opacity: 0 } to { opacity: 1 } } .in { animation: in 3s linear both }';
    const page = shop([el(70, 'p', { class: 'in' })], css);
    const later = [
      [3100, mutation({ adds: [{ parentId: 5, nextId: null, node: el(71, 'p', { class: 'in' }) }] })],
    ];
    const recording = kept(page, later as unknown as Happening[]);
    const opacities = (d: Document) =>
      [...d.querySelectorAll('.in')].map((one) =>
        Number(d.defaultView!.getComputedStyle(one).opacity).toFixed(2),
      );
    const seen = async (source: object[] | Blob, at: number) => {
      const element = await player(source);
      await seek(element, at);
      await painted();
      const found = opacities(pageOf(element));
      // A player far below the others would let go of its page.
      element.remove();
      return found;
    };
    expect(await seen(recording, 2.9)).to.deep.equal(['0.97']);
    for (const [start, at] of [
      [2.5, 2.9],
      [3.7, 3.7],
      [3.7, 5],
    ] as const)
      expect(await seen(await cut(recording, start), at - start), `${start} ${at}`).to.deep.equal(
        await seen(recording, at),
      );
  });

  it('shows no more than what is there behind the full snapshot that it begins just behind', async () => {
    const sheet: Happening = [
      500,
      {
        source: 15,
        id: 1,
        styleIds: [1],
        styles: [{ styleId: 1, rules: [{ rule: `canvas { color: ${GREEN} }` }] }],
      },
    ];
    const other: Happening = [2600, { source: 15, id: 1, styleIds: [], styles: [] }];
    const recording = kept(shop(), [sheet, other]);
    const colors = async (source: object[] | Blob, at: number) => {
      const element = await player(source);
      await seek(element, at);
      const page = pageOf(element);
      return page.defaultView!.getComputedStyle(page.querySelector('canvas')!).color;
    };
    expect(await colors(await cut(recording, 2.3), 0)).to.equal(await colors(recording, 2.3));
  });
});
