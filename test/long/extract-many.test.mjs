import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { openRecording } from '../../dist/core/index.js';
import { CYCLE, writeManyRecordings } from '../bench/many-recordings.mjs';
import { measuredRun } from '../bench/measured-run.mjs';
import { fixtureLines } from '../bench/session.mjs';
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

  it('goes on without a recording that a thread dies of', async () => {
    const inputs = join(folder, 'one-too-large');
    const [{ file }] = writeManyRecordings(inputs, 3);
    const large = file.replace('000000.json.gz', '000001-large.jsonl');
    writeFileSync(large, largeRecording());
    const command = join(ROOT, 'dist/cli/main.js');
    const args = [
      '--max-old-space-size=80',
      command,
      'extract',
      inputs,
      '--out',
      join(folder, 'rest'),
      '--json',
    ];
    const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, stderr, [code]] = await Promise.all([
      text(run.stdout),
      text(run.stderr),
      once(run, 'exit'),
    ]);
    assert.equal(code, 3);
    const { sessions, damaged } = JSON.parse(stdout);
    assert.equal(sessions, 3);
    assert.deepEqual(
      damaged.map(({ file, code }) => [file, code]),
      [[large, 'too-large']],
    );
    assert.ok(stderr.includes(`${large}: `));
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

/** Events of three megabytes each, which take many times as much when they are parsed. */
function largeRecording() {
  const lines = fixtureLines('lab');
  const [windowId, { timestamp }] = lines.at(-1);
  const payload = Array.from({ length: 200_000 }, (_, i) => ({ x: `x${i}` }));
  const large = Array.from({ length: 40 }, (_, i) => [
    windowId,
    { type: 5, timestamp: timestamp + i, data: { tag: 'large', payload } },
  ]);
  return [...lines, ...large].map((line) => JSON.stringify(line)).join('\n');
}
