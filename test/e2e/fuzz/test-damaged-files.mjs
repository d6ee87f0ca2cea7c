import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { SHAPES } from '../../../fixtures/shapes.mjs';
import { damagedFile } from './damage-file.mjs';
import { FIXTURES } from './fixtures.mjs';
import { Random } from './random.mjs';
import { usePlayer } from './use-player.mjs';

/** Where the cases start. Each case has a seed of its own, the next number. */
export const SEED = 20260;
/** So many of them are in `npm test`, and so many are there in all; the others are in `npm run test:long`. */
export const RUNS_OF_EACH_TEST = 30;
export const RUNS = 150;

const CASES_OF_A_TEST = 20;

/** The tests of so many cases from a seed on. */
export function testDamagedFiles(seed, runs) {
  describe(`files damaged at random, from seed ${seed}`, () => {
    const player = usePlayer();
    const sources = [
      ...readdirSync(FIXTURES).map((file) => ({
        title: file,
        write: () => readFileSync(join(FIXTURES, file)),
      })),
      ...SHAPES,
    ];

    for (let first = 0; first < runs; first += CASES_OF_A_TEST) {
      const last = Math.min(first + CASES_OF_A_TEST, runs) - 1;
      it(`play or are refused with a reason: ${first} to ${last}`, async (test) => {
        const failures = [];
        let played = 0;
        for (let i = first; i <= last; i++) {
          const { contents, title } = damagedFile(new Random(seed + i), sources);
          const { wrong, code } = await player.handOver(contents);
          if (code === undefined) played++;
          const again = `FUZZ_SEED=${seed + i} FUZZ_RUNS=1 node --test test/e2e/damaged-files.test.mjs`;
          if (wrong.length > 0) failures.push({ again, title, wrong });
        }
        test.diagnostic(`${played} of ${last - first + 1} play`);
        assert.deepEqual(failures, []);
        await player.assertIsSound();
      });
    }
  });
}
