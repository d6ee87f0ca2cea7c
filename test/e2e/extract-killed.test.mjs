import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './servers.mjs';

const COMMAND = join(ROOT, 'dist/cli/main.js');
const SAMPLES = ['app-android.json', 'app-ios.json', 'idle-gap.jsonl', 'lab.jsonl', 'two-tabs.jsonl'];
const RECORDINGS = 20;
const KILLS = 50;
const SEED = 16;

describe('extract, killed', () => {
  let folder;
  let inputs;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portable-replay-killed-'));
    inputs = join(folder, 'recordings');
    mkdirSync(inputs);
    for (let i = 0; i < RECORDINGS; i++) {
      const name = SAMPLES[i % SAMPLES.length];
      cpSync(join(ROOT, 'fixtures/recordings', name), join(inputs, `${i}-${name}`));
    }
    writeFileSync(join(inputs, 'broken.json'), '{"not":"a recording"}');
  });
  after(() => rmSync(folder, { recursive: true }));

  const start = (out) =>
    spawn(process.execPath, [COMMAND, 'extract', inputs, '--out', out, '--batch', '2', '--jobs', '2'], {
      stdio: 'ignore',
    });

  it(`makes the same files as an undisturbed run, however often it was killed`, async (t) => {
    const whole = join(folder, 'whole');
    const begun = performance.now();
    const undisturbed = start(whole);
    const [code] = await once(undisturbed, 'exit');
    const length = performance.now() - begun;
    assert.equal(code, 3, 'one of the recordings is none');
    const expected = filesIn(whole);
    assert.equal(readdirSync(join(whole, '_manifest')).length, Math.ceil((RECORDINGS + 1) / 2));

    const random = randomNumbers(SEED);
    let kills = 0;
    let halves = 0;
    for (let round = 1; kills < KILLS; round++) {
      const out = join(folder, `round-${round}`);
      for (;;) {
        const run = start(out);
        const ended = once(run, 'exit');
        // Every other time as soon as so many files are there, which is where it writes and renames.
        if (kills % 2 === 0) await Promise.race([ended, wait(random() * length)]);
        else {
          const enough = countIn(out) + 1 + Math.floor(random() * 12);
          while (run.exitCode === null && countIn(out) < enough) await wait(1);
        }
        run.kill('SIGKILL');
        const [exit, signal] = await ended;
        if (signal !== 'SIGKILL') {
          assert.equal(exit, 3);
          break;
        }
        kills += 1;
        if (existsSync(out) && listed(out).some((path) => path.endsWith('.part'))) halves += 1;
        if (kills === KILLS) await once(start(out), 'exit');
        if (kills === KILLS) break;
      }
      assert.deepEqual(filesIn(out), expected, `round ${round}`);
    }
    t.diagnostic(`${KILLS} kills, ${halves} of them while files were being written`);
    assert.ok(halves > 0, 'no kill came while a file was written');
  });
});

const listed = (out) =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();

/** Files that are there at a moment in which others may come and go. */
function countIn(out) {
  try {
    return listed(out).length;
  } catch {
    return 0;
  }
}

const filesIn = (out) =>
  listed(out).map(
    (path) =>
      `${createHash('sha256')
        .update(readFileSync(join(out, path)))
        .digest('hex')} ${path}`,
  );

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
