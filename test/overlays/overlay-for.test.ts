import { expect } from '@open-wc/testing';
import { type OverlayName, overlayFor } from '../../src/overlays/overlay-for.ts';
import type { PlayerState } from '../../src/player-state.ts';
import { PLAYING } from '../controls/harness.ts';

describe('overlayFor', () => {
  const cases: readonly [title: string, state: Partial<PlayerState>, overlay: OverlayName | null][] = [
    ['nothing to play', { phase: 'empty' }, 'empty'],
    ['a recording being read', { phase: 'loading', paused: true, currentTime: 0 }, 'loading'],
    ['an error', { phase: 'error', waiting: true }, 'error'],
    ['playback', {}, null],
    ['a moment that is not there yet', { waiting: true }, 'waiting'],
    ['a seek', { paused: true, seeking: true, currentTime: 0 }, 'waiting'],
    ['the start, paused', { paused: true, currentTime: 0 }, 'start'],
    ['the first page, which comes late', { paused: true, currentTime: 20, firstTime: 20 }, 'start'],
    ['a pause after it', { paused: true, currentTime: 20.5, firstTime: 20 }, null],
    ['the start, playing', { currentTime: 0 }, null],
    ['a pause later on', { paused: true }, null],
    ['the end', { paused: true, ended: true, currentTime: 184 }, 'start'],
  ];
  for (const [title, change, overlay] of cases) {
    it(`shows ${overlay ?? 'nothing'} for ${title}`, () => {
      expect(overlayFor({ ...PLAYING, ...change })).to.equal(overlay);
    });
  }
});
