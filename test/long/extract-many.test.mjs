import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openRecording } from '../../dist/core/index.js';
import { CYCLE, writeManyRecordings } from '../bench/many-recordings.mjs';
import { measuredRun } from '../bench/measured-run.mjs';
import { ROOT } from '../e2e/servers.mjs';

const COUNT = 1000;
/** Megabytes: far more than it takes, and far less than all recordings and their rows together would take. */
const MEMORY = 1024;

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
    const args = [command, 'extract', inputs, '--out', out, '--json'];
    const { stdout, seconds, cpu, memory } = await measuredRun(args);
    t.diagnostic(
      `${Math.round(COUNT / seconds)} recordings a second, ${memory} MB at most, ` +
        `${(cpu / seconds).toFixed(1)} of ${availableParallelism()} cores busy`,
    );

    const { sessions, rows, damaged } = JSON.parse(stdout);
    assert.deepEqual({ sessions, damaged }, { sessions: COUNT, damaged: [] });
    assert.deepEqual(rows, expected);
    assert.ok(memory < MEMORY, `${memory} MB`);
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
