import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { usePlayer } from './use-player.mjs';

/** A test for each of these files, by what is wrong with it. */
export function testHarmfulFiles(filesByHarm) {
  describe('files made to do harm', () => {
    const player = usePlayer();
    for (const [title, files] of Object.entries(filesByHarm)) {
      it(`play or are refused with a reason: ${title}`, async (test) => {
        const { wrong, ms, steps, code, message, warnings = [], format } = await player.handOver(files());
        const result =
          code === undefined ? `plays as ${format} ${warnings.join(', ')}` : `${code}: ${message}`;
        test.diagnostic(wrong.length > 0 ? 'see the failure' : result);
        test.diagnostic(`${ms} ms: ${JSON.stringify(steps)}`);
        assert.deepEqual(wrong, []);
      });
    }

    it('leave a player behind that plays', () => player.assertIsSound());
  });
}
