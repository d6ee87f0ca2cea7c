import type { Way } from '../../fixtures/cases/checks.mjs';
import type { PortableReplayElement } from '../../src/index.ts';
import { playTo, seek, shadowOf } from '../player-harness.ts';

/** How a moment is reached; see `fixtures/cases/checks.d.mts`. */
export const WAYS: Readonly<Record<Way, (element: PortableReplayElement, at: number) => Promise<void>>> = {
  jump: seek,
  async play(element, at) {
    element.idle = 'keep';
    element.playbackRate = 4;
    await playTo(element, at);
  },
  async back(element, at) {
    await seek(element, element.duration);
    await seek(element, at);
  },
  async backforth(element, at) {
    for (const part of [0.9, 0.2, 1, 0.1]) await seek(element, part * element.duration);
    await seek(element, at);
  },
  async again(element, at) {
    // By a change back, what lies in between, and a change forward.
    for (const before of [0, 1.3, 0.6, 0, 2.7, 0]) await seek(element, Math.max(0, at - before));
  },
};

/** The ways of a check, and back and on again, which changes no page. */
export function waysOf(ways: readonly Way[]): readonly Way[] {
  return [...ways, 'again'];
}

/** What a seek leaves to the next two frames is there. */
export async function painted(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

export function frameOf(element: PortableReplayElement): HTMLIFrameElement {
  return shadowOf(element).querySelector<HTMLIFrameElement>('.page:not(.standby) iframe')!;
}
