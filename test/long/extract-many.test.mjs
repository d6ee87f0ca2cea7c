import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { openRecording } from '../../dist/core/index.js';
import { CYCLE, writeManyRecordings } from '../bench/many-recordings.mjs';
import { ROOT } from '../e2e/servers.mjs';

const COUNT = 1000;
/** Megabytes: far more than it takes, and far less than all recordings and their rows together would take. */
const MEMORY = 1024;
/** Prints the most memory that the process ever had, all threads together, in kilobytes. */
const TELL_MEMORY = `data:text/javascript,
  import { isMainThread } from 'node:worker_threads';
  if (isMainThread) process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.error(JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
  });`.replaceAll('\n', '');

describe('extract, on a thousand recordings', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'portable-replay-many-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has all rows, in little memory', async (t) => {
    const inputs = join(folder, 'recordings');
    const out = join(folder, 'tables');
    const files = writeManyRecordings(inputs, COUNT);
    const expected = await rowsOf(files);

    const command = join(ROOT, 'dist/cli/main.js');
    const begun = performance.now();
    const run = spawn(
      process.execPath,
      ['--import', TELL_MEMORY, command, 'extract', inputs, '--out', out, '--json'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const [stdout, stderr, [code]] = await Promise.all([
      text(run.stdout),
      text(run.stderr),
      once(run, 'exit'),
    ]);
    const seconds = (performance.now() - begun) / 1000;
    assert.equal(code, 0, stderr);
    const { maxRSS, cpu } = JSON.parse(stderr);
    t.diagnostic(
      `${Math.round(COUNT / seconds)} recordings a second, ${Math.round(maxRSS / 1024)} MB at most, ` +
        `${(cpu / seconds).toFixed(1)} of ${availableParallelism()} cores busy`,
    );

    const { sessions, rows, damaged } = JSON.parse(stdout);
    assert.deepEqual({ sessions, damaged }, { sessions: COUNT, damaged: [] });
    assert.deepEqual(rows, expected);
    assert.ok(maxRSS < MEMORY * 1024, `${maxRSS} KB`);
    // Few large files: readers open each of them.
    assert.ok(readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.parquet')).length < 300);
  });
});

/** How many rows each table must have, as the core says. */
async function rowsOf(files) {
  const rows = { console: 0, entries: 0, pages: 0, requests: 0, sessions: files.length };
  const table = { console: 'console', page: 'pages', request: 'requests' };
  for (const [i, { file }] of files.slice(0, CYCLE).entries()) {
    const times = Math.ceil((files.length - i) / CYCLE);
    const recording = await openRecording(file);
    for await (const { kind } of recording.entries()) {
      rows.entries += times;
      if (table[kind]) rows[table[kind]] += times;
    }
    await recording.close();
  }
  return rows;
}
