import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../e2e/servers.mjs';
import { writeManyRecordings } from './many-recordings.mjs';
import { measuredRun } from './measured-run.mjs';

/**
 * `node test/bench/extract.mjs`: the built `portable-replay extract` and the script that people write today
 * (obvious-script.mjs), by turns, on the same recordings. Prints recordings a second of both and the ratio, which says
 * most about other machines. Build first.
 *
 *   --count 1000   so many recordings, made of those in fixtures/
 *   --runs 3       medians of so many runs
 */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' } },
});
const count = Number(values.count);
const runs = Number(values.runs);

const COMMAND = join(ROOT, 'dist/cli/main.js');
if (!existsSync(COMMAND)) throw new Error('npm run build comes first.');
const folder = mkdtempSync(join(tmpdir(), 'portable-replay-extract-bench-'));
const inputs = join(folder, 'recordings');
const load1 = loadavg()[0];
try {
  writeManyRecordings(inputs, count);
  const ways = {
    'extract': (out) => [COMMAND, 'extract', inputs, '--out', out],
    'extract --jobs 1': (out) => [COMMAND, 'extract', inputs, '--out', out, '--jobs', '1'],
    'the obvious script': (out) => [join(ROOT, 'test/bench/obvious-script.mjs'), inputs, out],
  };
  const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let run = 1; run <= runs; run++)
    for (const [name, args] of Object.entries(ways)) {
      const out = join(folder, 'out');
      taken[name].push(await measuredRun(args(out)));
      if (readdirSync(out).length === 0) throw new Error(`${name} has written nothing.`);
      rmSync(out, { recursive: true });
    }
  const of = (name, value) => median(taken[name].map(value));
  const rate = (name) => count / of(name, ({ seconds }) => seconds);
  const columns = {
    'recordings a second': (name) => Math.round(rate(name)),
    '÷ the obvious script': (name) => (rate(name) / rate('the obvious script')).toFixed(2),
    'cores busy': (name) => of(name, ({ cpu, seconds }) => cpu / seconds).toFixed(1),
    'ms of a core for a recording': (name) => Math.round((of(name, ({ cpu }) => cpu) / count) * 1000),
    'MB at most': (name) => of(name, ({ memory }) => memory),
  };
  console.log(`|  | ${Object.keys(columns).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(Object.keys(columns).length)}`);
  for (const name of Object.keys(ways))
    console.log(`| ${[name, ...Object.values(columns).map((cell) => cell(name))].join(' | ')} |`);
  console.log(
    `\n${count} recordings; Node.js ${process.version}, ${availableParallelism()} × ${cpus()[0].model.trim()}; ` +
      `load ${load1.toFixed(1)} at the start; medians of ${runs} runs`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
