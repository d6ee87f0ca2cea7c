import { expect } from '@open-wc/testing';
import type { ReplayEvent } from '../../src/core/recording.ts';
import type { ReplayCore } from '../../src/rrweb-view/replay-core.ts';
import { withCore } from '../core-harness.ts';
import { recordingOf } from '../player-harness.ts';

const START = 1_700_000_000_000;

const [meta, page, ...changes] = recordingOf(
  [
    [100, 'first'],
    [200, 'late'],
    [5000, 'not yet'],
  ],
  START,
) as ReplayEvent[];

function headingOf({ frame }: ReplayCore): string | null {
  return frame.contentDocument!.querySelector('h1')!.textContent;
}

/** Plays until what was late has become so. */
async function playPast(core: ReplayCore, time: number): Promise<void> {
  core.show(START);
  core.play(START);
  while (core.time < time) await new Promise(requestAnimationFrame);
}

describe('an event that is handed over after its time', () => {
  for (const [what, act] of [
    ['while the core plays and is paused right after', (core: ReplayCore) => core.pause()],
    [
      'while the core plays and is shown another moment right after',
      (core: ReplayCore) => core.show(core.time + 1),
    ],
    ['while the core plays on', () => undefined],
  ] as const)
    it(`is applied ${what}`, () =>
      withCore([meta!, page!, changes[0]!], async (core) => {
        await playPast(core, START + 250);
        expect(headingOf(core)).to.equal('first');
        await core.append(changes.slice(1));
        act(core);
        expect(headingOf(core)).to.equal('late');
      }));

  it('is applied to a page that was paused', () =>
    withCore([meta!, page!, changes[0]!], async (core) => {
      await playPast(core, START + 250);
      core.pause();
      await core.append(changes.slice(1));
      core.show(core.time);
      expect(headingOf(core)).to.equal('late');
    }));
});
