import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../../src/index.ts';
import { eventually, pageOf, player, seek, shadowOf } from '../player-harness.ts';
import { CHECKS, type Way } from '../../fixtures/cases/checks.mjs';

describe('recordings that go wrong elsewhere', function () {
  this.timeout(60_000);
  for (const check of CHECKS) {
    for (const way of check.ways) {
      it(`${check.file}, ${check.at} s, ${way}: ${check.right}`, async () => {
        const element = await player(`/fixtures/cases/${check.file}`);
        await WAYS[way](element, check.at);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        expect(await check.probe(pageOf(element), frameOf(element))).to.deep.equal(check.expect);
      });
    }
  }
});

const WAYS: Readonly<Record<Way, (element: PortableReplayElement, at: number) => Promise<void>>> = {
  jump: seek,
  async play(element, at) {
    element.idle = 'keep';
    element.playbackRate = 4;
    await element.play();
    await eventually(() => element.currentTime >= at || element.ended);
    element.pause();
  },
  async back(element, at) {
    await seek(element, element.duration);
    await seek(element, at);
  },
  async backforth(element, at) {
    for (const part of [0.9, 0.2, 1, 0.1]) await seek(element, part * element.duration);
    await seek(element, at);
  },
};

function frameOf(element: PortableReplayElement): HTMLIFrameElement {
  return shadowOf(element).querySelector<HTMLIFrameElement>('.page:not(.standby) iframe')!;
}
